using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>A measurement with its run.</summary>
internal sealed record KnownNumber(FinishedRun Run, Measurement Number, string? Leak)
{
    private static readonly string[] Seen = ["train", "validation", "search", "overfit", "underfit"];

    /// <summary>Whether its rows fitted the model, or chose it: what it says of new rows is too kind.</summary>
    public bool IsOfSeenRows => Seen.Contains(Number.Id.Split('.')[0]);

    /// <summary>Whether it tells of what needs no model, such as flagging nothing; a CV must say so.</summary>
    public bool IsBaseline => Number.Id is "baseline.accuracy" or "preflight.blind_accuracy";

    /// <summary>Whether it is a mean over folds: what a CV says without more is compared with the test rows first.</summary>
    public bool IsOfFolds => Number.Id.StartsWith("cv.", StringComparison.Ordinal);

    /// <summary>Of test.accuracy.perceptron the model; empty where the number is of the model that the run is about.</summary>
    public string Model => Number.Id.Split('.') is ["test" or "cv", _, var model] ? model.Replace('_', ' ') : "";

    public string Folder => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Run.Folder)));

    /// <summary>The value and the ends that a person may quote.</summary>
    public bool Says(WrittenNumber written) => written switch
    {
        { High: { } high } => Number is { Low: { } low, High: { } top } && written.Reads(low, Number)
            && (written with { Value = high, High = null }).Reads(top, Number),
        { Bound: WrittenBound.AtLeast } => (Number.Low ?? Number.Value) is { } least
            && (least >= written.In(Number) || written.Reads(least, Number)),
        { Bound: WrittenBound.AtMost } => (Number.High ?? Number.Value) is { } most
            && (most <= written.In(Number) || written.Reads(most, Number)),
        _ => Number.Value is { } value && written.Reads(value, Number),
    };

    /// <summary>How far the written number is from the measured one, in parts of the larger.</summary>
    public double Distance(WrittenNumber written)
    {
        double given = written.In(Number);
        return Number.Value is not { } value ? double.PositiveInfinity
            : Math.Abs(given - value) / Math.Max(1e-300, Math.Max(Math.Abs(given), Math.Abs(value)));
    }
}
