using MlMaths.Torch.Data;
using MlMaths.Torch.EvaluationPack.Regression;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>A command that fits a file, ready to copy.</summary>
/// <param name="Line">As it is typed.</param>
/// <param name="Shows">What one gets.</param>
internal sealed record ReadyCommand(string Line, string Shows)
{
    /// <summary>Of more classes no net is offered.</summary>
    public const int MostClasses = 100;

    private const int FewestNumbers = 2, FewestGrades = 5;
    // A day number, six of seven weekdays, eleven of twelve months.
    private const int FeaturesOfDate = 18;
    private const double Rare = 0.2;

    public static IReadOnlyList<ReadyCommand> For(
        string file, TableOverview overview, TargetOverview? target, LeakingColumns leaking,
        Func<string, IReadOnlyList<(string Option, string? Value)>, string> command)
    {
        List<ReadyCommand> commands = [];
        (string, string?)[] about = target is null ? [] : [("--data", file), ("--target", target.Rows.TargetName)];
        // What leaks is asked of all columns; a model gets those from which the target does not follow.
        (string, string?)[] learnt = leaking.AreLeftOut
            ? [.. about, ("--leave-out", LeakingColumns.Listed(leaking.Columns))]
            : about;
        (string, string?)[] turn = overview.Groups.FirstOrDefault(one => one.IsWhole) is { } group
            ? [("--group", group.Plan.Column.Name)]
            : TimeOf(overview) is { } time ? [("--time", time)] : [];
        bool canLearn = target is { Rows.Columns: > 0, Classes.Count: > 1 };
        if (canLearn && target!.IsNumber)
        {
            if (CanFit(target, leaking)) Add("regression", learnt, "least squares: what moves the number, and how sure that is");
        }
        else if (canLearn && target!.Classes.Count == 2)
        {
            Add("logistic", learnt, "a model from scratch, its threshold, and a verdict on test rows");
            if (target.RarestShare <= Rare) Add("decision", learnt, "one class is rare: a decision note, with costs");
            Add("evaluate", [.. learnt, .. turn], "is the score real: leaks, luck, intervals, two models");
            Add("leakage", [.. about, .. turn], "what leaks in these rows");
        }
        else if (canLearn && target!.Classes.Count <= MostClasses)
        {
            if (target.CanBeSplit) Add("net", learnt, "a neural net for several classes, with diagnostics");
            if (target.Rows.TargetNumbers is not null && target.Classes.Count >= FewestGrades && CanFit(target, leaking))
                Add("regression", learnt, "the same as a number, in which 3 lies between 2 and 4");
            Add("leakage", [.. about, .. turn], "what leaks in these rows");
        }

        if (IsOfDatesAlone(overview, target))
            Add("regression", [.. about, ("--date-parts", null)], "least squares: how the number moves with the date");

        if (overview.Columns.Count(column => column.Plan is { Column.IsNumeric: true, Action: ColumnAction.Kept }
            && !ReferenceEquals(column.Plan, overview.Target?.Plan)) >= FewestNumbers)
        {
            Add("pca", [("--data", file)], "components and clusters of the numbers; no target needed");
        }

        return commands;

        void Add(string verb, (string, string?)[] options, string shows) => commands.Add(new(command(verb, options), shows));
    }

    /// <summary>Whether the rows are enough for a regression that is tested.</summary>
    public static bool CanFit(TargetOverview target, LeakingColumns leaking) => RegressionData.FitAsUsual(
        target.Rows.Rows, leaking.AreLeftOut ? leaking.FeaturesLeft : target.Rows.Columns);

    // All that there is to learn from is a date: of the day, the weekday and the month a line can be drawn.
    private static bool IsOfDatesAlone(TableOverview overview, TargetOverview? target) =>
        target is { Rows.Columns: 0, IsNumber: true } && overview.Columns.Any(column => column.IsDated)
            && RegressionData.FitAsUsual(target.Rows.Rows, FeaturesOfDate);

    // A time that some row lacks orders no rows.
    private static string? TimeOf(TableOverview overview) =>
        overview.Columns.FirstOrDefault(column => column is { IsDated: true, Plan.Column.Missing: 0 })?.Name;
}
