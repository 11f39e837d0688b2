using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>One measurement in all runs.</summary>
/// <param name="Id">As in <c>results.json</c>.</param>
/// <param name="Values">One per run; null where a run did not measure it.</param>
internal sealed record MeasuredSide(string Id, IReadOnlyList<Measurement?> Values)
{
    /// <summary>Everything that any run measured, in the order of the first run that did.</summary>
    public static IReadOnlyList<MeasuredSide> Of(IReadOnlyList<ComparedRun> runs) =>
    [
        .. runs.SelectMany(run => run.Finished.Measurements.Select(one => one.Id)).Distinct()
            .Select(id => new MeasuredSide(id, [.. runs.Select(run => run.Measured(id))])),
    ];

    private const string Percent = "%";

    /// <summary>What a reader calls it, with its unit where all runs have the same.</summary>
    public string Label => Values.OfType<Measurement>().First() is var first && CommonUnit is { } unit
        ? $"{first.Label} ({unit})"
        : first.Label;

    /// <summary>One per run: <c>0.965 (0.921 to 0.990)</c>.</summary>
    public IEnumerable<string> Cells => Values.Select(one => Cell(CommonUnit is null ? one : one! with { Unit = "" }));

    // A share in percent is rounded as one, and keeps its sign.
    private string? CommonUnit =>
        Values.Select(one => one?.Unit).Distinct().ToArray() is [{ Length: > 0 } unit and not Percent] ? unit : null;

    /// <summary>Whether at least two runs have it.</summary>
    public bool IsShared => Values.OfType<Measurement>().Count() > 1;

    /// <summary>Whether all runs have it, equal bit for bit.</summary>
    public bool IsSame => Values.All(one => one is not null)
        && Values.Select(one => (one!.Value, one.Low, one.High, one.Unit)).Distinct().Count() == 1;

    /// <summary>Whether it was read from a clock.</summary>
    public bool IsTimed => Values.OfType<Measurement>().Any(one => one.IsTimed);

    private static string Cell(Measurement? one) => one is null ? "not measured"
        : one.RangeText.Length == 0 ? one.ValueText
        : $"{one.ValueText} ({one.RangeText})";
}
