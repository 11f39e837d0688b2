using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// The same verdict without one group of what it is made of, on the same training and seed:
///
/// <code>
/// no checks before the first step   the course alone, with nothing upstream
/// no symptoms of the course         the checks before the first step alone
/// no references                     the best that was seen is of the training's own epochs
/// no second trainings               an alarm for whatever was found, however little it costs; causes that a change has named are symptoms
/// </code>
/// </summary>
/// <param name="Name">What is left out.</param>
/// <param name="IsAlarm">Whether an alarm is raised without it.</param>
/// <param name="First">The first cause; null where there is none.</param>
public sealed record Ablation(string Name, bool IsAlarm, string? First)
{
    /// <summary>Names of all of them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["checks before the first step", "symptoms of the course", "references", "second trainings"];

    /// <summary>All of them, of one training.</summary>
    internal static IReadOnlyList<Ablation> All(
        TrainingSpec spec, SpecData data, Examination whole, int seed, CancellationToken cancellation) =>
    [
        WithoutStart(spec, data, whole, seed, cancellation), WithoutCourse(spec, whole, seed, cancellation),
        WithoutReferences(whole, seed), WithoutTrials(whole),
    ];

    private static Ablation WithoutStart(
        TrainingSpec spec, SpecData data, Examination whole, int seed, CancellationToken cancellation)
    {
        CourseExamination course = whole.Start.Diagnosis.IsHealthy
            ? whole.Course
            : CourseExamination.Of(spec, data, seed, cancellation);
        bool isGoingOn = course.Causes.All(cause => cause.Id == SettingChange.MoreEpochsNeeded) && course.Reading is { IsHalfWay: true };
        return new(Names[0], course.Causes.Count > 0 && !isGoingOn && !IsHarmless(spec, course.Causes, course, seed, cancellation),
            course.Causes is [{ } first, ..] ? first.Id : null);
    }

    private static Ablation WithoutCourse(TrainingSpec spec, Examination whole, int seed, CancellationToken cancellation)
    {
        IReadOnlyList<Cause> causes = whole.Start.Diagnosis.Causes;
        bool isHarmless = RepairEffect.Of(spec, causes, seed, cancellation) is { IsWorthIt: false };
        return new(Names[1], causes.Count > 0 && !isHarmless, causes is [{ } first, ..] ? first.Id : null);
    }

    private static Ablation WithoutReferences(Examination whole, int seed)
    {
        bool isStart = whole.Start.Diagnosis.Causes.Count > 0 && !whole.IsHarmless;
        bool isSeen = whole.Course.Own is { } own
            && (own.Diverged || (own.Final.Rows.Length > 0 && OfOwn(own, seed) is { IsSymptom: true }));
        string? first = whole.Causes is [{ } one, ..] ? one.Id : null;
        return new(Names[2], isStart || (isSeen && !whole.IsHarmless), isStart || isSeen ? first : null);
    }

    private static Ablation WithoutTrials(Examination whole)
    {
        string? first = whole.Start.Diagnosis.Causes is [{ } upstream, ..] ? upstream.Id
            : whole.Course.Own is { Diverged: true } ? "learning_rate_too_large"
            : whole.Course.Reading switch
            {
                null or { IsSymptom: false } => null,
                { IsUnsteady: true } => "learning_rate_too_large",
                { Rises: true } => CourseCauses.Overfitted,
                _ => "settings_do_not_learn",
            };
        return new(Names[3], first is not null && !whole.IsStillLearning, first);
    }

    private static CourseReading? OfOwn(TrainingCourse own, int seed)
    {
        NamedCourse itself = new("itself", TrainingSpec.Parse("{}"), own);
        return CourseReading.Of(own, new(itself, itself), seed);
    }

    private static bool IsHarmless(
        TrainingSpec spec, IReadOnlyList<Cause> causes, CourseExamination course, int seed, CancellationToken cancellation) =>
        course is { Own.Diverged: false, Reading: null or { IsSure: false } }
        && RepairEffect.Of(spec, causes, seed, cancellation) is { IsWorthIt: false };
}
