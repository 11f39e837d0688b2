using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// At which moments of a training the doctor could have raised an alarm: what it finds before the first step is there at once; of the
/// course it is shown the record up to a moment, and the references up to as many steps as the training had made by then.
///
/// <code>moment = steps made / steps of the whole training, where nothing ends it early</code>
///
/// At a moment an alarm is a loss that is no number, or a distance that is sure (<c>CourseReading.IsSure</c>).
/// </summary>
internal static class EarlyAlarms
{
    /// <summary>The moments that are asked about.</summary>
    public static IReadOnlyList<double> Moments { get; } = [0, 0.05, 0.1, 0.2, 0.5];

    /// <summary>Those of them with an alarm.</summary>
    public static IReadOnlyList<double> Of(Examination examination, TrainingSpec spec, int seed) =>
    [
        .. Moments.Where(moment => (examination.Start.Diagnosis.Causes.Count > 0 && !examination.IsHarmless)
            || (moment > 0 && IsSeen(examination.Course, spec, moment, seed))),
    ];

    private static bool IsSeen(CourseExamination course, TrainingSpec spec, double moment, int seed)
    {
        if (course is not { Own: { Looks: [{ } first, ..] } own, References: { } references }) return false;
        double steps = moment * spec.Training.Epochs * first.Step / first.Epoch;
        if (own.Diverged && own.History.Steps <= steps) return true;
        if (Until(own, steps) is not { } seen) return false;
        NamedCourse[] known = [.. references.All.Select(one => one with { Course = Until(one.Course, steps) ?? one.Course })];
        return CourseReading.Of(seen, new CourseReferences(known[0], known[1]), seed) is { IsSure: true };
    }

    private static TrainingCourse? Until(TrainingCourse course, double steps) =>
        course.Looks.TakeWhile(look => look.Step <= steps).ToArray() is [.., var last] looks
            ? course with { Looks = looks, Final = last }
            : null;
}
