using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn.Own;

/// <summary>An exercise whose methods, once they are right, work on rows of one's own.</summary>
/// <param name="Read">Takes from a file what the methods need, or refuses it in a sentence.</param>
/// <param name="Lines">What the learner's methods make of it.</param>
internal sealed record OwnUse(Func<Exercise, OwnFile, OwnRows> Read, Func<LearnerAssembly, OwnRows, IReadOnlyList<string>> Lines)
{
    /// <summary>A learner's method as a function.</summary>
    /// <exception cref="InvalidOperationException">It is not there; a right answer has it.</exception>
    public static Func<OwnRows, T> Method<T>(
        LearnerAssembly answer, string name, IReadOnlyList<Type> parameters, Func<OwnRows, object?[]> arguments, Func<object?, T> read) =>
        Grading.Binding.Of(answer.Method(name) ?? throw new InvalidOperationException($"{name} is missing."), parameters, arguments, read)
        ?? throw new InvalidOperationException($"{name} takes something else.");
}

/// <summary>What came of a learner's methods on their own rows.</summary>
/// <param name="IsRight">Whether both parts of the exercise are right: nothing is worked out before.</param>
/// <param name="Lines">To be read; where a method threw, what and at which line.</param>
internal sealed record OwnReply(bool IsRight, IReadOnlyList<string> Lines)
{
    /// <summary>Runs it in the child.</summary>
    public static OwnReply Of(Exercise exercise, LearnerAssembly answer, string text, int seed, OwnRows rows)
    {
        if (!ExerciseGrade.Of(exercise, answer, text, seed).IsRight) return new(false, []);
        try
        {
            return new(true, exercise.OnOwnRows!.Lines(answer, rows));
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException) // whatever a learner's code throws is told, with its line
        {
            string at = answer.LineOf(thrown) is { } line ? FormattableString.Invariant($" at line {line}") : "";
            return new(true, [$"Your code threw a {thrown.GetType().Name}{at}: {thrown.Message}"]);
        }
    }
}
