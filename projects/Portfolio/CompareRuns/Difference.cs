using MlMaths.Torch.Portfolio.History;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>One thing that is not the same in all runs.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Name">Which: <c>--penalty</c>, <c>data</c>, <c>seed</c>.</param>
/// <param name="Values">One per run, as a word.</param>
internal sealed record Difference(ChangeKind Kind, string Name, IReadOnlyList<string> Values)
{
    // Longer words stand in the table alone.
    private const int Short = 24;

    /// <summary>All of them: what was typed first, versions last.</summary>
    public static IReadOnlyList<Difference> Among(IReadOnlyList<ComparedRun> runs)
    {
        Dictionary<string, RunChange>[] changes =
            [.. runs.Select(run => RunChange.Between(runs[0].Past, run.Past).ToDictionary(change => $"{change.Kind} {change.Name}"))];
        return
        [
            .. changes.SelectMany(run => run).DistinctBy(change => change.Key).OrderBy(change => change.Value.Kind).Select(change =>
                new Difference(change.Value.Kind, change.Value.Name,
                [
                    .. changes.Select(run => run.TryGetValue(change.Key, out RunChange? own) ? own.Is : change.Value.Was),
                ])),
        ];
    }

    /// <summary>With the values, where they are short: <c>--penalty (its default, 0.1)</c>.</summary>
    public override string ToString() => Values.Sum(value => value.Length) <= 2 * Short ? $"{Name} ({string.Join(", ", Values)})" : Name;

    /// <summary>What one run has, as a curve is labelled; null where it takes too much room.</summary>
    public string? Label(int run) => $"{Name.TrimStart('-')} {Values[run]}" is { Length: <= Short } label ? label : null;
}
