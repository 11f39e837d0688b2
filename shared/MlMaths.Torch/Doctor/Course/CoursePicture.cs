using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>A course as it is drawn: losses epoch by epoch, what references reach, and the moment to look at.</summary>
/// <param name="Curves">Losses by epoch, in the currency that references are judged in.</param>
/// <param name="Levels">Losses that are the same all along.</param>
/// <param name="Moment">Where to look; null for nowhere in particular.</param>
public sealed record CoursePicture(IReadOnlyList<TrainingCurve> Curves, IReadOnlyList<CourseLevel> Levels, CourseMoment? Moment)
{
    /// <summary>What is counted from left to right.</summary>
    public string StepName { get; init; } = "epoch";

    internal static CoursePicture Of(TrainingCourse own, CourseReferences? references)
    {
        bool isWatched = own.Final.Rows.Length > 0;
        TrainingCurve training = Curve("training", own, look => look.Training);
        return new(
            isWatched ? [training, Curve("validation", own, look => look.Validation)] : [training],
            [
                new("constant answer", isWatched ? own.Chance : own.TrainingChance),
                .. references?.All.Select(one => new CourseLevel(one.Name, one.Course.Best.Validation)) ?? [],
            ],
            MomentOf(own, isWatched));
    }

    /// <summary>The validation losses of a training and of the same with a change.</summary>
    internal static CoursePicture BeforeAndAfter(TrainingCourse own, TrainingCourse changed, CourseReferences? references) => new(
        [Curve("as it is", own, look => look.Validation), Curve("changed", changed, look => look.Validation)],
        Of(own, references).Levels, null);

    private static TrainingCurve Curve(string name, TrainingCourse course, Func<CourseLook, double> loss) =>
        new(name, [.. course.Looks.Select(look => look.Epoch)], [.. course.Looks.Select(loss)]);

    private static CourseMoment? MomentOf(TrainingCourse own, bool isWatched)
    {
        if (own.Diverged) return new(own.Final.Epoch, $"no finite number in epoch {own.Final.Epoch + 1}");
        CourseLook best = own.Best;
        return isWatched && double.IsFinite(best.Validation)
            ? new(best.Epoch, $"lowest validation loss {NumberText.Brief(best.Validation)} in epoch {best.Epoch}")
            : null;
    }
}

/// <summary>A loss that a course is held against.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Loss">Mean loss of a validation row.</param>
public sealed record CourseLevel(string Name, double Loss);

/// <summary>An epoch to look at.</summary>
/// <param name="Epoch">Which.</param>
/// <param name="Words">What happened there.</param>
public sealed record CourseMoment(int Epoch, string Words);
