namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>Free text. No program grades it: the learner ticks the facts that their answer holds.</summary>
/// <param name="Facts">Three of them.</param>
internal sealed record TextKey(params IReadOnlyList<string> Facts) : AnswerKey
{
    public override string Kind => "text";

    public override string Wanted => "your own words";

    public override string Right => string.Join(" · ", Facts);

    public override Mark Judge(string answer) => answer.Trim().Length == 0
        ? new(Outcome.Unread, "Say it in a sentence or two, or type skip.")
        : new(Outcome.Told);
}
