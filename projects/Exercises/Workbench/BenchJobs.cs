using System.Text.Json;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Own;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>The graders that the child knows.</summary>
internal static class BenchJobs
{
    /// <summary>A gradient of one of the derivations; the task is its name.</summary>
    public const string Derivation = "derivation";

    /// <summary>A loss of the learner's own; there is no task.</summary>
    public const string Loss = "loss";

    /// <summary>An exercise; the task is its word.</summary>
    public const string Exercise = "exercise";

    /// <summary>An exercise on the learner's own rows.</summary>
    public const string OwnRows = "own_rows";

    /// <summary>Grades a compiled file; the answer is the grader's own, as JSON.</summary>
    /// <exception cref="UserMistakeException">The file has not what is asked for.</exception>
    public static JsonElement Grade(BenchRequest request, LearnerAssembly answer) => request.Job switch
    {
        Derivation => JsonSerializer.SerializeToElement(
            Checking.DerivationGrader.Of(request.Task, answer, request.Seed), BenchWire.Json),
        Loss => JsonSerializer.SerializeToElement(OwnLosses.LossGrader.Of(answer, request.Text, request.Seed), BenchWire.Json),
        Exercise => JsonSerializer.SerializeToElement(
            ExerciseGrade.Of(ExerciseCatalogue.Known(request.Task), answer, request.Text, request.Seed), BenchWire.Json),
        OwnRows => JsonSerializer.SerializeToElement(
            OwnReply.Of(ExerciseCatalogue.Known(request.Task), answer, request.Text, request.Seed, request.Own!), BenchWire.Json),
        _ => throw new InvalidOperationException($"There is no job {request.Job}."),
    };
}
