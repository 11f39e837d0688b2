using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Learn.Lessons;
using MlMaths.Torch.Exercises.Learn.Own;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary><c>learn</c>: the exercises, in a loop of save and verdict.</summary>
internal sealed class LearnTool : ITool
{
    private static readonly ProjectOption<string?> FileOption = ProjectOption.Text(
        "--file", "ANSWER.cs", "the one in your own folder", "The file to check, wherever it stands.");

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch("--json", "Print the verdict as JSON, and nothing else.");

    private static readonly ProjectOption<string?> DataOption = ProjectOption.Text(
        "--data", "FILE.csv", "inputs are drawn",
        FormattableString.Invariant(
            $"Run your right answer on rows of your own: exercises 2, 4 and 6. Designed for up to {OwnFile.MostRows:N0} rows."));

    private static readonly ProjectOption<string?> TargetOption = ProjectOption.Text(
        "--target", "COLUMN", "none", "With --data: the column of the classes.");

    private static readonly ProjectOption<string?> ScoreOption = ProjectOption.Text(
        "--score", "COLUMN", "none", "With --data and exercise 4: the column of the scores.");

    private static readonly ProjectOption<double> ThresholdOption = ProjectOption.Number(
        "--threshold", 0.5, "With --data and exercise 4: from which score on a row is predicted positive.");

    public string Verb => "learn";

    public string Title => "Exercises that you write yourself, graded at every save";

    public string Description =>
        "Opens an exercise: a file of your own in my-work, graded at every save. Every right answer passes, however it is written; a "
        + "wrong one is told the property that it breaks, an input at which it does, and the mistake that gives its very numbers. Keys: "
        + "h a hint, p predict, f the figure, t the task again, l the list, c check all, x begin anew, s other approaches (once it is "
        + "right), n the next exercise, q end.";

    public string Words => "[N | list | lesson N | check N|all | hint N | predict N GUESS | approaches N | reset N]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the first exercise that is not right yet"),
        new("1", "exercise 1, graded at every save"),
        new("list", "all exercises, by week, and how far you are"),
        new("lesson 1", "why, the formula, the job it is for"),
        new("lesson vectors", "a short lesson; others: projection, conditional-probability, correlation"),
        new("hint 1", "a question, then the idea, then nearly the line"),
        new("check 4 --data mine.csv --target label --score p", "your own code on your own rows, once it is right"),
        new("check 1 --json", "graded once, for the CI of your own repository"),
    ];

    public IReadOnlyList<ProjectOption> Options =>
        [FileOption, JsonOption, DataOption, TargetOption, ScoreOption, ThresholdOption, WorkFolder.Option];

    public bool Answer(ToolContext context)
    {
        var work = new WorkFolder(context.Of(WorkFolder.Option));
        if (context.Words is ["lesson", var word] && ShortLesson.All.FirstOrDefault(one => one.Word == word) is { } lesson)
        {
            context.Say(lesson.Text);
            context.Say($"With its figure, for a browser: {LessonFiles.Write(work, lesson)}");
            work.BeginText(lesson.Place, lesson.Program);
            context.Say($"Its program, for you to change: {work.PathOf(lesson.Place)}");
            return true;
        }

        if (context.Words is ["check", "all"])
            return new LearnDesk(context, work, ExerciseCatalogue.All[0], null, isQuiet: false).Every();
        (string action, Exercise? asked, string more) = Read(context.Words);
        if (action == "list") return LearnList.Show(context, work, Progress.In(work));

        Exercise exercise = asked ?? Next(Progress.In(work));
        var desk = new LearnDesk(context, work, exercise, context.Of(FileOption), context.Of(JsonOption));
        if (context.Of(JsonOption) && action != "check")
            throw new UserMistakeException($"--json goes with a check: {CommandSet.Typed(Verb)} check {exercise.Number} --json.");
        if (context.Of(DataOption) is { } data)
        {
            if (context.Of(FileOption) is null) work.Begin(exercise.Stub, exercise.Place);
            return OwnBench.Show(
                context, exercise, context.Of(FileOption) ?? work.PathOf(exercise.Place), Progress.In(work).SeedOf(exercise),
                new OwnFile(data, context.Of(TargetOption), context.Of(ScoreOption), context.Of(ThresholdOption)));
        }

        return action switch
        {
            "lesson" => desk.Lesson(),
            "hint" => desk.Hint(),
            "predict" => desk.Predict(more),
            "approaches" => desk.Approaches(),
            "reset" => desk.Reset(),
            "check" => desk.CheckOnce(),
            _ => desk.Watch(),
        };
    }

    /// <summary>The first exercise that is not right yet; the last where all are.</summary>
    public static Exercise Next(Progress progress) =>
        ExerciseCatalogue.All.FirstOrDefault(exercise => progress[exercise].PartsRight < exercise.Parts.Count) ?? ExerciseCatalogue.All[^1];

    private static (string Action, Exercise? Asked, string More) Read(IReadOnlyList<string> words)
    {
        string[] actions = ["list", "lesson", "hint", "predict", "approaches", "reset", "check"];
        if (words.Count == 0) return ("watch", null, "");
        bool acts = actions.Contains(words[0]);
        string? name = acts ? words.ElementAtOrDefault(1) : words[0];
        string rest = string.Join(' ', words.Skip(acts ? 2 : 1));
        if (rest.Length > 0 && words[0] != "predict")
            throw new UserMistakeException($"{Quoted.Value(rest)} is not understood here: give one exercise, for instance 1.");
        if (acts || name is null || name.All(char.IsAsciiDigit) || ExerciseCatalogue.All.Any(exercise => exercise.Word == name))
            return (acts ? words[0] : "watch", name is null ? null : ExerciseCatalogue.Known(name), rest);
        string meant = NearestName.Of(name, actions.Concat(ExerciseCatalogue.All.Select(exercise => exercise.Word))) is { } near
            ? $" (did you mean {near}?)" : "";
        throw new UserMistakeException(
            $"{Quoted.Value(name)} is neither an exercise nor one of {string.Join(", ", actions)}{meant}.");
    }
}
