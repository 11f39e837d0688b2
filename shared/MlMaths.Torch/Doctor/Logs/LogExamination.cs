namespace MlMaths.Torch.Doctor;

/// <summary>A training, judged by its log alone: fewer questions can be asked, and what is behind a curve can only be suspected.</summary>
/// <param name="Log">What was read.</param>
/// <param name="Checks">What was asked of it.</param>
/// <param name="Causes">At most three candidates, the likeliest first.</param>
public sealed record LogExamination(TrainingLog Log, IReadOnlyList<CheckResult> Checks, IReadOnlyList<Cause> Causes)
{
    private const int MostCauses = 3;

    // Facts, not tests.
    private static readonly string[] Exact = ["stays_finite", "loss_changes"];

    // What comes first explains what comes later.
    private static readonly string[] Order =
        ["stays_finite", "loss_changes", "keeps_progress", "no_rise", "better_than_chance", "loss_falls", "at_rest"];

    /// <summary>What a log cannot say, and how to find it out.</summary>
    public const string NotJudged =
        "Judged from curves alone: not gradients, labels, scales, initial weights, nor what other settings would reach. A training written "
        + "down as a spec is asked all of these.";

    /// <summary>True where nothing failed.</summary>
    public bool IsHealthy => Causes.Count == 0;

    /// <summary>True where nothing is wrong and the loss still falls.</summary>
    public bool IsStillLearning => Causes is [{ Id: SettingChange.MoreEpochsNeeded }];

    /// <summary>True where something failed.</summary>
    public bool IsIll => !IsHealthy && !IsStillLearning;

    /// <summary>How many checks failed, are undecided and were not run, in a sentence.</summary>
    public string Counts => StartDiagnosis.CountsOf(Checks, "of the log");

    /// <summary>The curves, and the moment to look at.</summary>
    public CoursePicture Picture => LogPicture.Of(Log);

    /// <summary>Whether no finite loss is 0 or below, so that a scale of powers of ten holds them all.</summary>
    public bool IsAboveZero =>
        new[] { Log.Training, Log.Validation }.OfType<LogCurve>().SelectMany(curve => curve.Finite.Losses).All(loss => loss > 0);

    /// <summary>Asks a log what it shows.</summary>
    /// <param name="log">The log.</param>
    /// <param name="classes">How many classes a cross-entropy has; null where that is not known.</param>
    public static LogExamination Of(TrainingLog log, int? classes = null)
    {
        IReadOnlyList<(CheckResult Result, IReadOnlyList<Fault> Faults)> answers = LogChecks.Of(log, classes);
        bool isIll = answers.Any(one => one.Result.Outcome == CheckOutcome.Failed);
        // What a loss that is no number does to the others says nothing more of its cause.
        var failed = answers.Where(one => !isIll || one.Result.Outcome == CheckOutcome.Failed)
            .OrderBy(one => Array.IndexOf(Order, one.Result.Id));
        var candidates = (isIll && Exact.Contains(failed.First().Result.Id) ? failed.Take(1) : failed)
            .SelectMany(one => one.Faults.Select(fault => (fault, one.Result)))
            .DistinctBy(one => one.fault.Id).Take(MostCauses);
        return new(
            log, [.. answers.Select(one => one.Result)],
            [.. candidates.Select((one, rank) => new Cause(one.fault, rank + 1, one.Result.Why) { Check = one.Result.Id })]);
    }
}
