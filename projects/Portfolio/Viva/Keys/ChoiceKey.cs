namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>One of a few sentences.</summary>
/// <param name="Choices">In the order of the letters.</param>
/// <param name="Place">Of the right one.</param>
internal sealed record ChoiceKey(IReadOnlyList<string> Choices, int Place) : AnswerKey
{
    public override string Kind => "choice";

    public override string Wanted => "a letter";

    public override string Right => $"{Letter(Place)}) {Choices[Place]}";

    public override IReadOnlyList<string> Lines => [.. Choices.Select((choice, i) => $"{Letter(i)}) {choice}")];

    /// <summary>The right one among wrong ones, in an order that is drawn.</summary>
    public static ChoiceKey Of(Random chance, string right, params IReadOnlyList<string> wrong)
    {
        string[] choices = [right, .. wrong];
        chance.Shuffle(choices);
        return new(choices, Array.IndexOf(choices, right));
    }

    public override Mark Judge(string answer)
    {
        string letter = answer.Trim().TrimEnd(')', '.').ToLowerInvariant();
        int given = letter.Length == 1 ? letter[0] - 'a' : -1;
        return given < 0 || given >= Choices.Count
            ? new(Outcome.Unread, $"One letter is asked for, from a to {Letter(Choices.Count - 1)}.")
            : new(given == Place ? Outcome.Right : Outcome.Wrong);
    }

    private static char Letter(int place) => (char)('a' + place);
}
