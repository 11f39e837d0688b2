using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>Both parts of an exercise, graded; the second only once the first is right.</summary>
/// <param name="First">Of part 1.</param>
/// <param name="Second">Of part 2; null where the first is not right.</param>
internal sealed record ExerciseGrade(PartGrade First, PartGrade? Second)
{
    /// <summary>Whether both are right.</summary>
    public bool IsRight => First.Verdict == PartVerdict.Right && Second?.Verdict == PartVerdict.Right;

    /// <summary>What there is to say now: of the first part until that is right.</summary>
    public PartGrade Now => Second ?? First;

    /// <summary>1 or 2: the part that <see cref="Now"/> is of.</summary>
    public int Part => Second is null ? 1 : 2;

    /// <summary>Grades a compiled file.</summary>
    public static ExerciseGrade Of(Exercise exercise, LearnerAssembly answer, string text, int seed)
    {
        PartGrade first = exercise.Parts[0].Grade(answer, text, seed);
        return new(first, first.Verdict == PartVerdict.Right ? exercise.Parts[1].Grade(answer, text, seed) : null);
    }
}
