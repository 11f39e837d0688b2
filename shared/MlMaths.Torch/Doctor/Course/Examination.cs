namespace MlMaths.Torch.Doctor;

/// <summary>
/// A training, examined before its first step and from there to its end. What was found before the first step lies upstream: it explains
/// every symptom of the course, unless the symptom is there with that changed, too. One fault may hide another, so what was found is
/// changed, and the changed training examined in its turn, until nothing more is found or there are three causes.
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

    /// <summary>True where something was found, the training without it is not better by enough to matter, and nothing else that was seen
    /// on the same rows is surely better by as much.</summary>
    public bool IsHarmless =>
        Effect is { IsWorthIt: false } && !IsStillLearning && Course is { Own.Diverged: false, Reading: null or { IsSure: false } };

    /// <summary>What changing all causes is worth, in a sentence; null where it was not or could not be tried.</summary>
    public string? EffectWords => Effect is { IsWorthIt: true } || IsHarmless ? Effect!.Words : null;

    /// <summary>How many checks failed, are undecided and were not run, in a sentence.</summary>
    public string Counts => StartDiagnosis.CountsOf(Checks, "before the first step and after it");

    /// <summary>What changing all causes is worth; null where it was not or could not be tried.</summary>
    internal RepairEffect? Effect { get; private init; }

    /// <summary>Examines a training.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Examination Of(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        Examination first = Once(spec, data, seed, cancellation);
        if (first.IsHealthy || first.IsStillLearning) return first;
        Cause[] causes = [.. first.Causes.Concat(Behind(spec, first.Causes, seed, cancellation)).Take(MostCauses)];
        return first with
        {
            Causes = [.. causes.Select((cause, place) => cause with { Rank = place + 1 })],
            Effect = RepairEffect.Of(spec, causes, seed, cancellation),
        };
    }

    private static Examination Once(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        var start = StartExamination.Of(spec, data, seed, cancellation);
        IReadOnlyList<Cause> upstream = start.Diagnosis.Causes;
        var course = CourseExamination.Of(spec, data, seed, cancellation, upstream is [{ } first, ..] ? first.Fault : null);
        return new(start, course, upstream.Count > 0 ? upstream : [.. course.Causes.Take(MostCauses)]);
    }

    /// <summary>What shows once causes are changed, and once that is changed, too.</summary>
    private static List<Cause> Behind(TrainingSpec spec, IReadOnlyList<Cause> found, int seed, CancellationToken cancellation)
    {
        List<Cause> later = [];
        HashSet<string> named = [.. found.Select(cause => cause.Id)];
        while (found.Count > 0 && named.Count < MostCauses && Changed(spec, found) is { } changed)
        {
            // A training that was made longer may overfit, and that is no fault of the one that was asked about.
            bool isLonger = changed.Training.Epochs > spec.Training.Epochs;
            found = [.. CausesOf(changed, seed, cancellation)
                .Where(cause => !named.Contains(cause.Id) && !(isLonger && cause.Id == CourseCauses.Overfitted))];
            later.AddRange(found.Select(StartDiagnosis.OfChanged));
            named.UnionWith(found.Select(cause => cause.Id));
            spec = changed;
        }

        return later;
    }

    private static IReadOnlyList<Cause> CausesOf(TrainingSpec changed, int seed, CancellationToken cancellation)
    {
        try
        {
            using var rows = SpecData.Prepare(changed, seed);
            return Once(changed, rows, seed, cancellation).Causes;
        }
        catch (UserMistakeException)
        {
            return []; // rows that the changed training cannot use
        }
    }

    /// <summary>The training with causes changed; null where one cannot be, or where it was ended early for one, so that it is no longer
    /// the training that was asked about.</summary>
    private static TrainingSpec? Changed(TrainingSpec spec, IReadOnlyList<Cause> causes)
    {
        IReadOnlyList<SpecChange>[] repairs = [.. causes.Select(cause => Repair.Of(cause.Fault, spec))];
        if (repairs.Any(changes => changes.Count == 0) || causes.Any(cause => cause.Id == CourseCauses.Overfitted)) return null;
        try
        {
            return spec.With(repairs.SelectMany(changes => changes));
        }
        catch (UserMistakeException)
        {
            return null; // StartExamination has said so beside its last cause
        }
    }
}
