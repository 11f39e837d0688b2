using MlMaths.Torch.Data;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>A command that fits a file, ready to copy.</summary>
/// <param name="Line">As it is typed.</param>
/// <param name="Shows">What one gets.</param>
internal sealed record ReadyCommand(string Line, string Shows)
{
    private const int MostClasses = 100, FewestNumbers = 2, FewestGrades = 5;
    private const double Rare = 0.2;

    public static IReadOnlyList<ReadyCommand> For(
        string file, TableOverview overview, TargetOverview? target, Func<string, IReadOnlyList<(string Option, string? Value)>,
            string> command)
    {
        List<ReadyCommand> commands = [];
        (string, string?)[] about = target is null ? [] : [("--data", file), ("--target", target.Rows.TargetName)];
        (string, string?)[] turn = overview.Groups.FirstOrDefault(one => one.IsWhole) is { } group
            ? [("--group", group.Plan.Column.Name)]
            : TimeOf(overview) is { } time ? [("--time", time)] : [];
        bool canLearn = target is { Rows.Columns: > 0, Classes.Count: > 1 };
        if (canLearn && target!.IsNumber)
        {
            Add("regression", about, "least squares: what moves the number, and how sure that is");
        }
        else if (canLearn && target!.Classes.Count == 2)
        {
            Add("logistic", about, "a model from scratch, its threshold, and a verdict on test rows");
            if (target.RarestShare <= Rare) Add("decision", about, "one class is rare: a decision note, with costs");
            Add("evaluate", [.. about, .. turn], "is the score real: leaks, luck, intervals, two models");
            Add("leakage", [.. about, .. turn], "what leaks in these rows");
        }
        else if (canLearn && target!.Classes.Count <= MostClasses)
        {
            if (target.CanBeSplit) Add("net", about, "a neural net for several classes, with diagnostics");
            if (target.Rows.TargetNumbers is not null && target.Classes.Count >= FewestGrades)
                Add("regression", about, "the same as a number, in which 3 lies between 2 and 4");
            Add("leakage", [.. about, .. turn], "what leaks in these rows");
        }

        if (overview.Columns.Count(column => column.Plan is { Column.IsNumeric: true, Action: ColumnAction.Kept }
            && !ReferenceEquals(column.Plan, overview.Target?.Plan)) >= FewestNumbers)
        {
            Add("pca", [("--data", file)], "components and clusters of the numbers; no target needed");
        }

        return commands;

        void Add(string verb, (string, string?)[] options, string shows) => commands.Add(new(command(verb, options), shows));
    }

    // A time that some row lacks orders no rows.
    private static string? TimeOf(TableOverview overview) =>
        overview.Columns.FirstOrDefault(column => column is { IsDated: true, Plan.Column.Missing: 0 })?.Name;
}
