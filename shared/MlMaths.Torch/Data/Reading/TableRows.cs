namespace MlMaths.Torch.Data;

/// <summary>Which rows of a file take part, and why others do not.</summary>
internal static class TableRows
{
    /// <summary>Rows with a target, and where it was asked for, with every value.</summary>
    public static (int[] Rows, IReadOnlyList<LeftOutRows> LeftOut) Of(
        ColumnPlan[] plans, TableCells cells, RolePlaces roles, CsvSource source, TableFaults faults)
    {
        List<LeftOutRows> leftOut = [];
        int[] rows = [.. Enumerable.Range(0, cells.Rows)];
        if (roles.Target is { } target)
            rows = Without(rows, plans[target].Column.IsMissing, "no target", leftOut);
        if (rows.Length == 0 && cells.Rows > 0)
        {
            faults.Add($"{source.Shown} has no row with a value of the target "
                + $"{Quoted.Value(cells.Columns[roles.Target!.Value].Name)}: choose another --target.");
        }

        foreach ((string role, int? place) in new[] { ("batch", roles.Batch), ("group", roles.Group), ("time", roles.Time) })
            RequireFilled(role, place, plans, cells, source, faults);
        ColumnPlan[] gaps = [.. plans.Where(plan => plan.Action is ColumnAction.Kept or ColumnAction.Encoded && plan.Column.Missing > 0)];
        if (source.Options.Missing == MissingPolicy.Drop)
            rows = Without(rows, row => gaps.Any(plan => plan.Column.IsMissing(row)), "a missing value (--missing drop)", leftOut);
        if (source.Options.Missing == MissingPolicy.Refuse)
        {
            foreach (ColumnPlan plan in gaps)
            {
                int first = Array.FindIndex(rows, plan.Column.IsMissing);
                if (first < 0) continue;
                faults.AddColumn(
                    $"{source.Shown}, column {Quoted.Value(plan.Column.Name)} has "
                        + $"{Counted.Cells(plan.Column.Missing)} without a value, the first in "
                    + $"line {cells.LineOf(rows[first])}, and --missing is refuse: fill them "
                    + $"in, or leave the column out.",
                    plan.Column.Name);
            }
        }

        return (rows, leftOut);
    }

    private static int[] Without(int[] rows, Func<int, bool> isGone, string reason, List<LeftOutRows> leftOut)
    {
        int[] gone = [.. rows.Where(isGone)];
        if (gone.Length == 0) return rows;
        leftOut.Add(new(reason, [.. gone.Select(row => row + 1)]));
        return [.. rows.Where(row => !isGone(row))];
    }

    private static void RequireFilled(
        string role, int? place, ColumnPlan[] plans, TableCells cells, CsvSource source, TableFaults faults)
    {
        if (place is not { } at || plans[at].Column.Missing == 0) return;
        int row = Enumerable.Range(0, cells.Rows).First(plans[at].Column.IsMissing);
        faults.Add(
            $"{source.Shown}, line {cells.LineOf(row)}, column "
                + $"{Quoted.Value(cells.Columns[at].Name)}, the {role}, is blank: "
            + "fill it in, or remove the row.");
    }
}
