using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>A measurement with its run.</summary>
/// <param name="Run">That measured it.</param>
/// <param name="Number">The measurement, or what follows from some.</param>
/// <param name="Leak">Why held-out rows of the run mean nothing; null where nothing was found.</param>
/// <param name="Whole">Of how many rows it is a share; null where that is not known.</param>
internal sealed partial record KnownNumber(FinishedRun Run, Measurement Number, string? Leak, int? Whole)
{
    /// <summary>A smaller count is not said roughly: about 3 clusters are 3.</summary>
    private const int FewToRound = 20;

    private static readonly string[] Seen = ["train", "validation", "search", "overfit", "underfit"];

    /// <summary>Differences of losses on rows that chose the model.</summary>
    private static readonly string[] OfChoice = ["cured", "preflight"];

    /// <summary>Whether its rows fitted the model, or chose it: what it says of new rows is too kind.</summary>
    public bool IsOfSeenRows => Seen.Contains(Number.Id.Split('.')[0]) && !IsCount;

    /// <summary>Whether it says nothing of the test rows: it is of rows that fitted or chose the model.</summary>
    public bool IsOfValidation => IsOfSeenRows || OfChoice.Contains(Number.Id.Split('.')[0]);

    /// <summary>Whether it is a mean over folds: what a CV says without more is compared with the test rows first.</summary>
    public bool IsOfFolds => IdOnTestRows is not null;

    /// <summary>Of a mean over folds what the same metric is called on test rows; null of any other number.</summary>
    public string? IdOnTestRows =>
        Number.Id.StartsWith("cv.", StringComparison.Ordinal) ? $"test.{Number.Id["cv.".Length..]}"
        : Number.Id.StartsWith("regression.cv.", StringComparison.Ordinal) ? $"regression.{Number.Id["regression.cv.".Length..]}"
        : null;

    /// <summary>Whether it counts: groups, components, steps. One more or less is another number.</summary>
    public bool IsCount => Number is { Low: null, Value: { } value } && value == Math.Truncate(value)
        && (Counted().IsMatch(Number.Id) || Number.Unit.Split(' ')[0] is "steps" or "rows" or "parameters" or "epochs" or "weights"
            or "gradients" or "columns");

    /// <summary>Of test.accuracy.perceptron the model; empty where the number is of the model that the run is about.</summary>
    public string Model => Number.Id.Split('.') is ["test" or "cv", _, var model] ? model.Replace('_', ' ') : "";

    public string Folder => FolderOf(Run);

    /// <summary>The name of the folder of a run.</summary>
    public static string FolderOf(FinishedRun run) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder)));

    /// <summary>That a sentence stands on it; or that its run was changed, and nothing does.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="text">The words that do.</param>
    /// <param name="why">More to say; empty for nothing.</param>
    public JudgedNumber Supports(CvPassage passage, string text, string why = "") => Altered(Run) is { } file
        ? new(passage, text, CvVerdict.RunWasChanged, Number, Folder, $"{Quoted.Path(file.Name)} {file.Words}")
        : new(passage, text, CvVerdict.Supported, Number, Folder, why);

    /// <summary>That a number stands on what a run's record says beside its measurements; or that the run was changed.</summary>
    public static JudgedNumber Supported(CvPassage passage, WrittenNumber claim, FinishedRun run, string why) =>
        Supported(passage, claim.Text, run, why);

    /// <summary>The same of words.</summary>
    public static JudgedNumber Supported(CvPassage passage, string text, FinishedRun run, string why) => Altered(run) is { } file
        ? new(passage, text, CvVerdict.RunWasChanged, null, FolderOf(run), $"{Quoted.Path(file.Name)} {file.Words}")
        : new(passage, text, CvVerdict.Supported, null, FolderOf(run), why);

    /// <summary>The first file of a run whose bytes are others; one that is gone says nothing against what is there.</summary>
    public static ChangedFile? Altered(FinishedRun run) => run.Changed?.FirstOrDefault(file => file.How == FileChange.Changed);

    /// <summary>The value and the ends that a person may quote.</summary>
    public bool Says(WrittenNumber written) => written switch
    {
        { High: { } high } => Number is { Low: { } low, High: { } top } && written.Reads(low, Number)
            && (written with { Value = high, High = null }).Reads(top, Number),
        { Half: not null } => Number.Value is { } middle && written.Reads(middle, Number) && Covers(written),
        { Whole: { } whole } when IsOfOthers(whole) => false,
        { Bound: WrittenBound.About or WrittenBound.JustOver or WrittenBound.JustUnder, Step: <= 1, Value: < FewToRound } when IsCount
            => Number.Value == written.Value,
        { Bound: WrittenBound.About } => Number.Value is { } near && written.IsBeside(near, Number),
        { Bound: WrittenBound.JustOver } => Number.Value is { } over && written.IsBeside(over, Number) && over >= written.In(Number),
        { Bound: WrittenBound.JustUnder } => Number.Value is { } under && (written.Reads(under, Number)
            || (written.IsBeside(under, Number) && under <= written.In(Number))),
        { Bound: WrittenBound.Over or WrittenBound.AtLeast } when IsThreshold
            => Number.Value is { } cut && written.Reads(cut, Number),
        { Bound: WrittenBound.Under } => (Number.High ?? Number.Value) is { } below && Brief(below) <= written.In(Number),
        { Bound: WrittenBound.Over or WrittenBound.AtLeast } => (Number.Low ?? Number.Value) is { } least
            && Brief(least) >= written.In(Number),
        { Bound: WrittenBound.AtMost } => (Number.High ?? Number.Value) is { } most
            && (Brief(most) <= written.In(Number) || (Number.High is null && written.Reads(most, Number))),
        _ => Number.Value is { } value && written.Reads(value, Number) && !IsPerfection(written),
    };

    // None of 72 rows is no none of what was counted on nobody knows how many; 27 of 28 is the same share by itself.
    private bool IsOfOthers(double whole) => Whole is { } rows ? whole != rows : Number.Value is 0 or 1 && !Regex.IsMatch(
        $"{Number.Label}, {Number.How}", $@"(?<![\d.,]){whole.ToString(CultureInfo.InvariantCulture)}(?![\d]|[.,]\d)");

    // To flag at p ≥ 0.09 is to have a threshold of 0.09, and no bound of one.
    private bool IsThreshold => Number.Id.StartsWith("threshold.", StringComparison.Ordinal);

    // 0.998 is not 1, and an error rate of 0.004 is not 0, however few digits are written: what is perfect is another claim.
    private bool IsPerfection(WrittenNumber written)
    {
        double whole = Number.Unit == "%" ? 100 : 1;
        return Number is { Unit: "" or "%", Value: { } value } && value > 0 && value < whole && !CvRules.IsGain(Number)
            && (written.In(Number) >= whole || written.In(Number) == 0);
    }

    // Of 0.96 ± 0.02: no end of the measured interval lies beyond.
    private bool Covers(WrittenNumber written) => Number is { Value: { } value, Low: { } low, High: { } high }
        && written.HalfIn(Number) is { } half && high - value <= half && value - low <= half;

    // A bound is said of the end as a page says it, to three digits.
    private static double Brief(double end) => double.Parse(end.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>How far the written number is from the measured one, in parts of the larger.</summary>
    public double Distance(WrittenNumber written)
    {
        double given = written.In(Number);
        return Number.Value is not { } value ? double.PositiveInfinity
            : Math.Abs(given - value) / Math.Max(1e-300, Math.Max(Math.Abs(given), Math.Abs(value)));
    }

    [GeneratedRegex(@"^(?:kmeans\.k|gap\.k|pca\.components\.kept|cv\.folds|shift\.alarm_week|splits\.count|rows|columns|copies"
        + @"|missing)$|^leakage\.checks\.")]
    private static partial Regex Counted();
}
