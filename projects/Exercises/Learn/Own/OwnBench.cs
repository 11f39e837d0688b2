using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn.Own;

/// <summary><c>learn check N --data FILE</c>: what a learner's right answer makes of their own rows.</summary>
internal static class OwnBench
{
    /// <summary>Shows it; false where the answer is not right yet.</summary>
    /// <param name="context">Where it is said.</param>
    /// <param name="exercise">Which.</param>
    /// <param name="answer">The learner's file of code.</param>
    /// <param name="seed">Of the grader.</param>
    /// <param name="file">Their rows.</param>
    public static bool Show(ToolContext context, Exercise exercise, string answer, int seed, OwnFile file)
    {
        if (exercise.OnOwnRows is not { } use)
        {
            string some = string.Join(", ", ExerciseCatalogue.All.Where(one => one.OnOwnRows is not null).Select(one => one.Number));
            throw new UserMistakeException($"--data goes with the exercises {some}: {exercise.Number} has no use for a file of rows.");
        }

        OwnRows rows = use.Read(exercise, file);
        using var bench = new Bench();
        BenchReply reply = bench.Ask(
            new(BenchJobs.OwnRows, exercise.Word, WorkFolder.Read(answer), seed, rows), context.Cancellation);
        if (reply.Grade?.Deserialize<OwnReply>(BenchWire.Json) is not { } seen)
        {
            foreach (string line in reply.Says.Split('\n')) context.Say(line);
            return false;
        }

        if (!seen.IsRight)
        {
            context.Say(FormattableString.Invariant(
                $"Your own rows come once both parts are right: {CommandSet.Typed("learn")} check {exercise.Number}"));
            return false;
        }

        context.Head($"Your code, on {Counted.Rows(rows.Rows.Length)} of {Quoted.Path(file.Path)}");
        foreach (string line in seen.Lines) context.Say($"  {line}");
        return true;
    }
}
