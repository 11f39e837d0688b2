using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>How far a learner is, from their own files and runs.</summary>
/// <param name="Progress">With the exercises.</param>
/// <param name="Runs">That are finished, latest first.</param>
internal sealed record PlanState(Progress Progress, IReadOnlyList<FinishedRun> Runs)
{
    public static PlanState Of(WorkFolder work, string runs) => new(Progress.In(work), FinishedRuns.In(runs).Runs);

    /// <summary>The latest run of each of a week's commands.</summary>
    public IReadOnlyList<FinishedRun> RunsOf(PlanWeek week) =>
        [.. week.Runs.Select(one => Runs.FirstOrDefault(one.IsOf)).OfType<FinishedRun>()];

    /// <summary>Whether both parts of an exercise are right.</summary>
    public bool IsDone(Exercise exercise) => Progress[exercise].PartsRight >= exercise.Parts.Count;

    /// <summary>Whether all of a week is there.</summary>
    public bool IsDone(PlanWeek week) => week.Exercises.All(IsDone) && week.Runs.All(IsDone);

    /// <summary>Done, in progress, or neither.</summary>
    public string Word(PlanWeek week) => IsDone(week) ? "done"
        : week.Exercises.Any(exercise => Progress[exercise] is { Checks: > 0 } or { PartsRight: > 0 }) || RunsOf(week).Count > 0
            ? "in progress" : week == Now ? "next" : "";

    /// <summary>The first week that is not done; null where all are.</summary>
    public PlanWeek? Now => PlanCatalogue.Weeks.FirstOrDefault(week => !IsDone(week));

    /// <summary>What to do now, in one sentence.</summary>
    /// <param name="asked">In this week; null for the first that is not done.</param>
    public string Sentence(PlanWeek? asked = null)
    {
        if ((asked ?? Now) is not { } week) return "All six weeks are done: publish them, and say so in your CV.";
        if (IsDone(week)) return FormattableString.Invariant($"Week {week.Number} is done: publish it with {WeekExport.Typed(week)}");
        string start = FormattableString.Invariant($"Week {week.Number} of {PlanCatalogue.Weeks.Count}, {week.Title.ToLowerInvariant()}");
        if (week.Exercises.FirstOrDefault(exercise => !IsDone(exercise)) is not { } exercise)
            return $"{start}: run {CommandSet.Typed(week.Runs.First(one => !IsDone(one)).Command)} and read its report";
        string number = FormattableString.Invariant($"{exercise.Number}");
        return $"{start}: write exercise {number} ({exercise.ShortTitle.ToLowerInvariant()}) with {CommandSet.Typed("learn")} {number}";
    }

    private bool IsDone(PlanRun one) => Runs.Any(one.IsOf);
}
