namespace MlMaths.Torch.Portfolio.History;

/// <summary>One thing that is not as it was in the run before.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Name">Which: <c>--penalty</c>, <c>data</c>, <c>seed</c>.</param>
/// <param name="Before">As it was; empty for its default.</param>
/// <param name="After">As it is.</param>
internal sealed record RunChange(ChangeKind Kind, string Name, string Before, string After)
{
    private const int ShortHash = 8;

    /// <summary>All that differs between two runs of one command.</summary>
    public static IReadOnlyList<RunChange> Between(PastRun before, PastRun after)
    {
        List<RunChange> changes = [.. Fields(before.Options, after.Options, ChangeKind.Option, name => $"--{name.Replace('_', '-')}")];
        changes.AddRange(Fields(before.Spec, after.Spec, ChangeKind.Option, name => name));
        if (before.Seed != after.Seed) changes.Add(new(ChangeKind.Seed, "seed", $"{before.Seed}", $"{after.Seed}"));
        if (before.Data?.Sha256 != after.Data?.Sha256)
            changes.Add(new(ChangeKind.Data, "data", Data(before), Data(after)));
        changes.AddRange(Fields(before.Version, after.Version, ChangeKind.Version, name => name.Replace('_', ' ')));
        return changes;
    }

    /// <summary>As a clause: <c>--penalty from its default to 0.1</c>.</summary>
    public override string ToString() => $"{Name} from {Was} to {Is}";

    /// <summary>The value before, as a word.</summary>
    public string Was => Word(Before);

    /// <summary>The value after.</summary>
    public string Is => Word(After);

    private static IEnumerable<RunChange> Fields(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, ChangeKind kind, Func<string, string> say) =>
        before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name, "") != after.GetValueOrDefault(name, ""))
            .Select(name => new RunChange(kind, say(name), before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, "")));

    private static string Data(PastRun run) =>
        run.Data is { } data ? $"{data.Name} ({data.Sha256[..Math.Min(ShortHash, data.Sha256.Length)]})" : "";

    private string Word(string value) => value.Length == 0
        ? Kind == ChangeKind.Data ? "none" : "its default"
        : Name == "git commit" ? Plain(value[..Math.Min(ShortHash, value.Length)])
        : Plain(value);

    private static string Plain(string value) =>
        value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') ? value : Quoted.Value(value);
}

/// <summary>What sort of thing changed.</summary>
internal enum ChangeKind
{
    /// <summary>What was typed.</summary>
    Option,

    /// <summary>The seed of every random choice.</summary>
    Seed,

    /// <summary>The rows.</summary>
    Data,

    /// <summary>The program, or what computes for it.</summary>
    Version,
}
