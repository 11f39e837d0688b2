namespace MlMaths.Torch.Fuzz;

/// <summary>Many inputs of one kind: input i of a seed is always the same.</summary>
/// <param name="kind">What is attacked.</param>
/// <param name="seed">Of all inputs.</param>
/// <param name="tried">What an input comes to.</param>
internal sealed class Campaign(IFuzzedKind kind, int seed, Func<IFuzzedKind, byte[], Outcome> tried)
{
    // Where so many sorts of fault are found, the first of them are worth mending first.
    private const int MaxFindings = 20;

    private readonly HashSet<string> _sorts = [];

    public Tally Tally { get; private set; } = new(kind.Name);

    /// <summary>The first input of each sort of fault, with its number.</summary>
    public List<Finding> Findings { get; } = [];

    public void Try(int number)
    {
        byte[] input = Input(number);
        Outcome outcome = tried(kind, input);
        Tally = Tally.With(outcome.Ending, outcome.Used, number);
        if (outcome.IsFinding && _sorts.Count < MaxFindings && _sorts.Add(outcome.Sort))
            Findings.Add(new(kind, seed, number, input, outcome));
    }

    /// <summary>An example; changed by who knows what it means, by who does not, or by both.</summary>
    public byte[] Input(int number)
    {
        Random chance = new(unchecked(seed * 1_000_003 + number));
        byte[] input = kind.Examples[chance.Next(kind.Examples.Count)];
        int way = chance.Next(10);
        if (way < 7)
            input = kind.Change(input, chance);
        return way >= 5 ? ByteChange.Of(input, kind.Examples, chance) : input;
    }
}

/// <summary>An input that ended as none should.</summary>
internal sealed record Finding(IFuzzedKind Kind, int Seed, int Number, byte[] Input, Outcome Outcome)
{
    /// <summary>As small as it can be made and still end that way.</summary>
    public Finding Smallest(Func<IFuzzedKind, byte[], Outcome> tried) => Outcome.Ending == Ending.Hang
        ? this
        : this with { Input = Minimal.Of(Input, smaller => tried(Kind, smaller).Sort == Outcome.Sort) };
}
