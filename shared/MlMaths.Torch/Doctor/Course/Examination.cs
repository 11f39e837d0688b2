namespace MlMaths.Torch.Doctor;

/// <summary>
/// A training, examined before its first step and from there to its end. What was found before the first step lies upstream: it explains
/// every symptom of the course, unless the symptom is there with that changed, too.
/// </summary>
/// <param name="Start">Before the first step.</param>
/// <param name="Course">The training as it is.</param>
/// <param name="Causes">At most three, the first to look at first.</param>
public sealed record Examination(StartExamination Start, CourseExamination Course, IReadOnlyList<Cause> Causes)
{
    private const int MostCauses = 3;

    /// <summary>Every check, in the order in which they were made.</summary>
    public IReadOnlyList<CheckResult> Checks => [.. Start.Checks, .. Course.Checks];

    /// <summary>True where nothing was found.</summary>
    public bool IsHealthy => Causes.Count == 0;

    /// <summary>True where more epochs are all that is missing, and more than half of what there is to learn is learnt: a sound training
    /// that was ended early, and no fault.</summary>
    public bool IsStillLearning =>
        Causes.Count > 0 && Causes.All(cause => cause.Id == SettingChange.MoreEpochsNeeded) && Course.Reading is { IsHalfWay: true };

    /// <summary>How many checks failed, are undecided and were not run, in a sentence.</summary>
    public string Counts => StartDiagnosis.CountsOf(Checks, "before the first step and after it");

    /// <summary>Examines a training.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Examination Of(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        var start = StartExamination.Of(spec, data, seed, cancellation);
        IReadOnlyList<Cause> upstream = start.Diagnosis.Causes;
        var course = CourseExamination.Of(spec, data, seed, cancellation, upstream is [{ } first, ..] ? first.Fault : null);
        if (upstream.Count == 0) return new(start, course, [.. course.Causes.Take(MostCauses)]);
        IReadOnlyList<Cause> later = Later(spec, upstream, seed, cancellation);
        Cause[] causes = [.. upstream.Concat(later.Select(StartDiagnosis.OfChanged)).DistinctBy(cause => cause.Id).Take(MostCauses)];
        return new(start, course, [.. causes.Select((cause, place) => cause with { Rank = place + 1 })]);
    }

    /// <summary>What the course shows once the causes that lie upstream are changed.</summary>
    private static IReadOnlyList<Cause> Later(TrainingSpec spec, IReadOnlyList<Cause> upstream, int seed, CancellationToken cancellation)
    {
        IReadOnlyList<SpecChange>[] repairs = [.. upstream.Select(cause => Repair.Of(cause.Fault, spec))];
        if (upstream.Count >= MostCauses || repairs.Any(changes => changes.Count == 0)) return [];
        try
        {
            TrainingSpec changed = spec.With(repairs.SelectMany(changes => changes));
            using var rows = SpecData.Prepare(changed, seed);
            return CourseExamination.Of(changed, rows, seed, cancellation).Causes;
        }
        catch (UserMistakeException)
        {
            return []; // StartExamination has said so beside its last cause
        }
    }
}
