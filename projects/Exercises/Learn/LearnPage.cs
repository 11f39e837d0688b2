using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>What <c>learn</c> says of one exercise; as JSON where a program asks.</summary>
internal sealed class LearnPage(ToolContext context, bool isJson)
{
    /// <summary>Which exercise, its task, and where to write it.</summary>
    public void Open(Exercise exercise, ExerciseProgress progress, string file, bool isNew)
    {
        context.Say();
        context.Head(string.Create(CultureInfo.InvariantCulture, $"Exercise {exercise.Number} · {exercise.Title}"));
        Task(exercise, progress);
        context.Say($"{(isNew ? "A new file for your answer" : "Your answer")}: {file}");
        context.Say($"The lesson: {CommandSet.Typed("learn")} lesson {exercise.Number}");
        if (progress.Prediction is null)
            context.Say($"Predict first: {exercise.Prediction.Question} ({CommandSet.Typed("learn")} predict {exercise.Number} GUESS)");
        context.Say("Graded at every save.  h hint · p predict · f figure · t task · l list · c check all · x begin anew · "
            + "s approaches · n next · q end");
    }

    /// <summary>What is asked now.</summary>
    public void Task(Exercise exercise, ExerciseProgress progress)
    {
        int part = Math.Min(progress.PartsRight, exercise.Parts.Count - 1);
        context.Say(string.Create(CultureInfo.InvariantCulture, $"Part {part + 1}: {exercise.Parts[part].Task}"));
    }

    /// <summary>The verdict.</summary>
    /// <param name="exercise">Which.</param>
    /// <param name="now">With this check.</param>
    /// <param name="before">Without.</param>
    /// <param name="reply">What came of the file.</param>
    /// <param name="grade">What the grader says; null where nothing was graded.</param>
    /// <param name="took">From the save to the verdict; null where nobody waits for it.</param>
    public void Show(
        Exercise exercise, ExerciseProgress now, ExerciseProgress before, BenchReply reply, ExerciseGrade? grade, TimeSpan? took)
    {
        if (isJson)
        {
            context.Say(JsonSerializer.Serialize(AsJson(exercise, now, reply, grade), BenchWire.Json));
            return;
        }

        context.Say();
        if (took is { } time)
            context.Say(string.Create(CultureInfo.InvariantCulture, $"── graded in {time.TotalSeconds:0.00} s"));
        if (reply.Printed.Length > 0)
            context.Say($"your code printed:\n{reply.Printed.TrimEnd()}\n");
        if (grade is null)
        {
            context.Head(reply.Ending == BenchEnding.DoesNotCompile ? "It does not compile yet." : "It was stopped.");
            foreach (string line in reply.Says.Split('\n')) context.Say($"  {line}");
            return;
        }

        if (grade.IsRight || grade.Part == 2) Praise(exercise, now, before, grade);
        if (!grade.IsRight) Correct(exercise, grade, isNew: grade.Part > 1 && before.PartsRight == 0);
    }

    private void Praise(Exercise exercise, ExerciseProgress now, ExerciseProgress before, ExerciseGrade grade)
    {
        context.Head(grade.IsRight ? "Both parts are right." : "Part 1 is right.");
        if (grade.First.Remark is { } remark && (before.PartsRight == 0 || grade.IsRight)) context.Say(remark);
        if (grade is { IsRight: true, Second.Remark: { } last } && last != grade.First.Remark) context.Say(last);
        if (before.PartsRight == 0)
        {
            context.Say($"You were asked: {exercise.Prediction.Question}");
            string guess = now.Prediction is { } kept ? $"your guess: {kept}; " : "";
            context.Say($"  {guess}what happens: {exercise.Prediction.Happens()}");
        }

        if (!grade.IsRight) return;
        context.Say();
        context.Say($"An interviewer may ask: {exercise.InterviewQuestion}");
        context.Say($"Other approaches: {CommandSet.Typed("learn")} approaches {exercise.Number}");
    }

    private void Correct(Exercise exercise, ExerciseGrade grade, bool isNew)
    {
        PartGrade part = grade.Now;
        string title = string.Create(CultureInfo.InvariantCulture, $"Part {grade.Part}");
        if (part.Verdict == PartVerdict.Unwritten)
        {
            context.Head($"{title}: {exercise.Parts[grade.Part - 1].Task}");
            context.Say($"  {part.Property}");
            return;
        }

        if (isNew) context.Say($"{title}: {exercise.Parts[grade.Part - 1].Task} ({CommandSet.Typed("learn")} lesson {exercise.Number})");
        context.Head($"{title} is not right yet. This must hold: {part.Property}.");
        context.Say($"  at      {part.Input}");
        string thrownAt = part.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "";
        context.Say($"  yours   {part.Gave}{thrownAt}");
        foreach ((int k, NamedMistake mistake) in part.Mistakes.Index())
        {
            context.Say(string.Create(CultureInfo.InvariantCulture,
                $"  {(k == 0 ? "It looks as if" : "or          ")} {mistake.Says}: look at {mistake.Where()}."));
        }

        if (part.Mistakes.Count > 1)
            context.Say("  These give the same numbers at every input that was tried: which of them did you mean to write?");
    }

    private static object AsJson(Exercise exercise, ExerciseProgress now, BenchReply reply, ExerciseGrade? grade) => new
    {
        Exercise = exercise.Number,
        grade?.Part,
        Verdict = reply.Ending switch
        {
            BenchEnding.DoesNotCompile => "does_not_compile",
            BenchEnding.Stopped => "stopped",
            _ => grade!.Now.Verdict.ToString().ToLowerInvariant(),
        },
        Property = grade?.Now.Property ?? (grade is null ? reply.Says : null),
        grade?.Now.Input,
        Mistake = grade?.Now.Mistakes is [{ } first, ..] ? first : null,
        Line = grade?.Now.Line ?? reply.Line,
        now.HintsUsed,
    };
}
