using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>Every answer in the learner's folder, graded once more: a line each.</summary>
internal static class CheckAll
{
    /// <summary>Grades what is there; true where all of it is right.</summary>
    public static bool Show(ToolContext context, WorkFolder work, Bench bench, Progress progress)
    {
        bool isRight = true;
        Exercise[] begun = [.. ExerciseCatalogue.All.Where(exercise => File.Exists(work.PathOf(exercise.Place)))];
        foreach (Exercise exercise in begun)
        {
            string text = WorkFolder.Read(work.PathOf(exercise.Place));
            BenchReply reply = bench.Ask(
                new(BenchJobs.Exercise, exercise.Word, text, progress.SeedOf(exercise)), context.Cancellation);
            ExerciseGrade? grade = reply.Grade?.Deserialize<ExerciseGrade>(BenchWire.Json);
            isRight &= grade is { IsRight: true };
            context.Say(string.Create(CultureInfo.InvariantCulture, $"  {exercise.Number,2} {exercise.ShortTitle}: {Says(reply, grade)}"));
        }

        if (begun.Length == 0) context.Say($"Nothing is begun yet: {CommandSet.Typed("learn")} 1");
        return isRight;
    }

    private static string Says(BenchReply reply, ExerciseGrade? grade) => grade switch
    {
        null => reply.Ending == BenchEnding.DoesNotCompile ? "does not compile" : "was stopped",
        { IsRight: true } => "both parts right",
        { Now.Verdict: Grading.PartVerdict.Unwritten, Part: 2 } => "part 1 right",
        { Now.Verdict: Grading.PartVerdict.Unwritten } => "not written yet",
        _ => string.Create(CultureInfo.InvariantCulture, $"part {grade.Part} is not right: {grade.Now.Property}"),
    };
}
