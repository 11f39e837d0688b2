using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Lessons;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>How far a learner is, from their own files and runs.</summary>
/// <param name="Work">Their files.</param>
/// <param name="Progress">With the exercises.</param>
/// <param name="Runs">That are finished, latest first.</param>
internal sealed record PlanState(WorkFolder Work, Progress Progress, IReadOnlyList<FinishedRun> Runs)
{
    public static PlanState Of(WorkFolder work, string runs) => new(work, Progress.In(work), FinishedRuns.In(runs).Runs);

    /// <summary>The latest run of each of a week's commands.</summary>
    public IReadOnlyList<FinishedRun> RunsOf(PlanWeek week) =>
        [.. week.Runs.Select(one => Runs.FirstOrDefault(one.IsOf)).OfType<FinishedRun>()];

    /// <summary>Whether both parts of an exercise are right.</summary>
    public bool IsDone(Exercise exercise) => Progress[exercise].PartsRight >= exercise.Parts.Count;

    /// <summary>Whether a short lesson was opened: its page is among the learner's files.</summary>
    public bool IsOpened(string lesson) => File.Exists(Work.PathOf(LessonFiles.PlaceOf(lesson)));

    /// <summary>Whether a week's paragraph could be published.</summary>
    public bool IsWritten(PlanWeek week) => WeekParagraph.Of(this, week).IsReady;

    /// <summary>Whether all of a week is there.</summary>
    public bool IsDone(PlanWeek week) => week.Exercises.All(IsDone) && week.Runs.All(IsDone) && IsWritten(week);

    /// <summary>Done, in progress, or neither.</summary>
    public string Word(PlanWeek week) => IsDone(week) ? "done" : IsBegun(week) ? "in progress" : week == Now ? "next" : "";

    /// <summary>The first week that is not done; null where all are.</summary>
    public PlanWeek? Now => PlanCatalogue.Weeks.FirstOrDefault(week => !IsDone(week));

    /// <summary>What to do now, in one sentence.</summary>
    /// <param name="asked">In this week; null for the first that is not done.</param>
    public string Sentence(PlanWeek? asked = null)
    {
        if ((asked ?? Now) is not { } week) return "All six weeks are done: publish them, and say so in your CV.";
        if (IsDone(week)) return FormattableString.Invariant($"Week {week.Number} is done: publish it with {WeekExport.Typed(week)}");
        string start = FormattableString.Invariant($"Week {week.Number} of {PlanCatalogue.Weeks.Count}, {week.Title.ToLowerInvariant()}");
        if (week.Exercises.FirstOrDefault(exercise => !IsDone(exercise)) is { } next) return $"{start}: {Step(next)}";
        if (week.Runs.FirstOrDefault(one => !IsDone(one)) is { } run)
            return $"{start}: run {CommandSet.Typed(run.Command)} and read its report";
        return week.Lessons.FirstOrDefault(one => !IsOpened(one)) is { } lesson
            ? $"{start}: read {CommandSet.Typed("learn")} lesson {lesson}"
            : $"{start}: write your paragraph into {Work.PathOf(WeekParagraph.PlaceOf(week))}, and publish the week with "
                + WeekExport.Typed(week);
    }

    private string Step(Exercise exercise)
    {
        string number = FormattableString.Invariant($"{exercise.Number}");
        string step = Progress[exercise] switch
        {
            { PartsRight: > 0 } => "write part 2 of",
            { Checks: > 0 } => "go on with",
            _ => "write",
        };
        return $"{step} exercise {number} ({exercise.TitleInSentence}) with {CommandSet.Typed("learn")} {number}";
    }

    // A run that an earlier week asks for as well begins that one alone.
    private bool IsBegun(PlanWeek week) =>
        week.Exercises.Any(exercise => Progress[exercise] is { Checks: > 0 } or { PartsRight: > 0 })
        || week.Runs.Any(one => IsDone(one) && !PlanCatalogue.Weeks.TakeWhile(earlier => earlier != week)
            .Any(earlier => earlier.Runs.Any(other => other.Command == one.Command)));

    private bool IsDone(PlanRun one) => Runs.Any(one.IsOf);
}
