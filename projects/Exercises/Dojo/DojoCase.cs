using MlMaths.Torch.Doctor;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>A training that is broken, or seems to be.</summary>
/// <param name="Key">Its name in the file of progress: <c>03-three-columns</c>.</param>
/// <param name="Typed">What is typed to come here: <c>3</c>, <c>--drawn 7</c>.</param>
/// <param name="Title">What it shows, and not why.</param>
/// <param name="Seed">Of its rows, weights and order, and of the order of the choices.</param>
/// <param name="Spec">The training.</param>
internal sealed record DojoCase(string Key, string Typed, string Title, int Seed, TrainingSpec Spec)
{
    // What code does to a training is in no file that one could read: these fields are found, and not shown.
    private static readonly string[] Unseen = ["data.label_noise", "data.misaligned_labels"];

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What is wrong, each by the names that count for it; none where nothing is.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Faults { get; init; }

    /// <summary>A change that mends it; of a sound one, a careful training.</summary>
    public required IReadOnlyList<SpecChange> Twin { get; init; }

    /// <summary>Other changes that are known to count.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    /// <summary>What may be answered, in an order that the seed decides; that nothing is wrong stands last.</summary>
    public required IReadOnlyList<DojoChoice> Choices { get; init; }

    /// <summary>A question, the idea, nearly the fix.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    /// <summary>What is told at the end.</summary>
    public required string Story { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;

    /// <summary>The right answer.</summary>
    public DojoChoice Right => Choices.Single(choice => choice.IsRight);

    /// <summary>Fields that differ from their defaults, without what the code around does.</summary>
    public IReadOnlyList<SpecChange> Shown =>
        [.. SpecChange.Between(TrainingSpec.Parse("{}"), Spec).Where(change => !IsUnseen(change.Path))];

    /// <summary>Whether a field says what the code around the training does.</summary>
    public static bool IsUnseen(string path) => path.StartsWith("slips.", StringComparison.Ordinal) || Unseen.Contains(path);

    /// <summary>The choice of a letter, or of the name of a cause; several names with + between them.</summary>
    /// <exception cref="UserMistakeException">There is no such choice.</exception>
    public DojoChoice Choice(string typed)
    {
        string word = typed.Trim().ToLowerInvariant();
        if (word is [var letter] && letter - 'a' is >= 0 and var place && place < Choices.Count) return Choices[place];
        string[] names = [.. word.Split('+', StringSplitOptions.TrimEntries)];
        return Choices.Where(choice => names.All(name => choice.Names(name)))
                .OrderBy(choice => choice.Causes.Count).FirstOrDefault(choice => choice.Causes.Count >= names.Length || choice.IsNothing)
            ?? throw new UserMistakeException(
                $"{Quoted.Value(typed)} is none of the answers: type a letter from a to {Letter(Choices.Count - 1)}, or one of "
                + $"{string.Join(", ", Choices.Select(choice => choice.Id))}.");
    }

    /// <summary>The letter of a choice.</summary>
    public char LetterOf(DojoChoice choice) => Letter(Choices.Index().First(one => ReferenceEquals(one.Item, choice)).Index);

    /// <summary>Choices in the order of a seed, with “nothing” behind them.</summary>
    public static IReadOnlyList<DojoChoice> Shuffled(IEnumerable<DojoChoice> choices, int seed)
    {
        DojoChoice[] all = [.. choices], causes = [.. all.Where(choice => !choice.IsNothing)];
        Seeds.Generator(seed, DrawnFor.Order).Shuffle(causes);
        return [.. causes, all.Single(choice => choice.IsNothing)];
    }

    private static char Letter(int place) => (char)('a' + place);
}

/// <summary>An answer to “what is wrong?”.</summary>
/// <param name="Says">In words.</param>
/// <param name="Causes">By the names that the doctor has for them, each with those that count as well.</param>
/// <param name="IsRight">Whether it is what is wrong.</param>
internal sealed record DojoChoice(string Says, IReadOnlyList<IReadOnlyList<string>> Causes, bool IsRight)
{
    private const string Nothing = "nothing";

    /// <summary>The answer that nothing is wrong, worded alike in all cases.</summary>
    public static DojoChoice None(bool isRight) => new("nothing is wrong", [], isRight);

    /// <summary>What one would change if it were that, as it is typed; empty for the right one.</summary>
    public string Try { get; init; } = "";

    /// <summary>How one can tell, in a sentence or two.</summary>
    public string Because { get; init; } = "";

    public bool IsNothing => Causes.Count == 0;

    /// <summary>Its name for programs.</summary>
    public string Id => IsNothing ? Nothing : string.Join('+', Causes.Select(names => names[0]));

    /// <summary>Whether a cause of that name belongs to it.</summary>
    public bool Names(string name) => IsNothing ? name == Nothing : Causes.Any(names => names.Contains(name));

    /// <summary>Whether all of it is right, and something is missing.</summary>
    public bool IsHalfOf(DojoChoice right) =>
        !IsNothing && Causes.Count < right.Causes.Count && Causes.All(names => right.Causes.Any(other => other.Contains(names[0])));
}
