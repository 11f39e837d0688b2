using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>All that is known about a file before a model is trained.</summary>
/// <param name="Overview">Its columns.</param>
/// <param name="Target">What the likely target asks for; null where there is none.</param>
/// <param name="Leaks">Columns that give it away.</param>
/// <param name="Leaking">Those from which it follows exactly.</param>
/// <param name="Commands">What can be run next.</param>
internal sealed record InspectFindings(
    TableOverview Overview, TargetOverview? Target, IReadOnlyList<TargetLeak> Leaks, LeakingColumns Leaking,
    IReadOnlyList<ReadyCommand> Commands)
{
    // Of a longer file so many rows, evenly spread, are asked for what gives the target away.
    private const int RowsForLeaks = 10_000;

    public static InspectFindings Of(
        Dataset rows, InspectOptions options, Func<string, IReadOnlyList<(string Option, string? Value)>, string> command)
    {
        var overview = TableOverview.Of(rows, options.Target);
        TargetOverview? target = overview.WithTarget(RowsForLeaks);
        IReadOnlyList<TargetLeak> leaks = target is { Classes.Count: > 1, Rows.Columns: > 0 } ? TargetLeaks.In(target.Rows) : [];
        var leaking = LeakingColumns.In(overview, target, leaks);
        return new(overview, target, leaks, leaking, ReadyCommand.For(options.File, overview, target, leaking, command));
    }

    /// <summary>Why there is no command, as a clause.</summary>
    public string WhyNoCommand => Target switch
    {
        null => "a model needs a target (--target COLUMN)",
        { Rows.Columns: 0 } => $"a model needs a column to learn from ({HowToGetOne})",
        { Classes.Count: <= 1 } => "every row has the same target",
        { IsNumber: true } => "there are too few rows for so many columns (--leave-out COLUMN, or more rows)",
        { Classes.Count: var classes } => $"the target has {Counted.Of(classes, "class", "classes")}, and a net takes "
            + $"{ReadyCommand.MostClasses} at most",
    };

    // What is empty or constant, no option makes a feature of.
    private string HowToGetOne
    {
        get
        {
            ColumnOverview[] all = [.. Overview.Columns.Where(column => !ReferenceEquals(column.Plan, Overview.Target?.Plan))],
                others = [.. all.Where(column => !column.IsLeftOut)];
            return others.Any(column => column.IsDated) ? "--date-parts makes features of a date"
                : others.FirstOrDefault(column => column.Plan is { Kind: ColumnKind.Identifier or ColumnKind.Text, Column.Rows: > 1 })
                    is { } able ? $"--keep {Quoted.Typed(able.Listed)} takes one in"
                : all.Length == 0 ? "the file has no other column"
                : others.Length == 0 ? "every other column is left out"
                : $"no other column has two values{(others.Length < all.Length ? ", but for those that are left out" : "")}";
        }
    }

    /// <summary>
    /// The value of <c>--missing-value</c> that declares all that was asked about, for the commands; null where nothing was. Whether a
    /// value means "missing" nobody but the owner of the file can say, so no command has it by itself.
    /// </summary>
    public string? AskedMissing
    {
        get
        {
            string[] all =
            [
                .. Suspects.Select(one => one.Column.Declares(one.Suspect)),
                .. Overview.Columns.Where(column => column.WordsAmongNumbers.Count > 0).Select(column => column.DeclaresWords),
            ];
            return all.Length == 0 ? null : string.Join(',', all);
        }
    }

    /// <summary>Rows that were looked at for leaks.</summary>
    public int RowsLookedAt => Target?.Rows.Rows ?? 0;

    public IEnumerable<ColumnOverview> Dropped => Overview.Columns.Where(column => column.Plan.Action == ColumnAction.Dropped
        && column.Plan.Kind is not ColumnKind.Date);

    public IEnumerable<ColumnOverview> Dates => Overview.Columns.Where(column => column.Plan.Kind == ColumnKind.Date);

    public IEnumerable<(ColumnOverview Column, SuspectValue Suspect)> Suspects =>
        Overview.Columns.SelectMany(column => column.Plan.Suspects.Select(suspect => (column, suspect)));

    public int MissingCells => Overview.Columns.Sum(column => column.Plan.Column.Missing);
}
