using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>What a component is made of: its strongest loadings to both sides, and how surely each has its sign.</summary>
public static class LoadingsFigure
{
    // A sign that changes in more resamples than this says nothing about its column.
    private const double SureFrom = 0.95;

    private const int EachWay = 8, RowHeight = 26;

    /// <summary>Draws the strongest loadings, the largest on top.</summary>
    /// <param name="component">Name of the component: <c>PC1</c>.</param>
    /// <param name="loadings">All its loadings, in any order; of more than sixteen, the eight strongest of each sign are drawn.</param>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="outOf">How many loadings the component has; as many as are given where null.</param>
    public static Figure Draw(
        string component, IReadOnlyList<NamedLoading> loadings, string name = "loadings", int? outOf = null) => Paper.Both(() =>
    {
        NamedLoading[] falling = [.. loadings.Where(row => row.Loading.Value is not null).OrderByDescending(row => row.Value)];
        NamedLoading[] rows = falling.Length <= 2 * EachWay ? falling :
        [
            .. falling.Where(row => row.Value > 0).Take(EachWay),
            .. falling.Where(row => row.Value <= 0).TakeLast(EachWay),
        ];
        double[] ends = [0, .. rows.SelectMany(row => new[] { row.Value, row.Loading.Low ?? 0, row.Loading.High ?? 0 })];
        double room = Paper.Either(0.16, 0.34) * Math.Max(ends.Max() - ends.Min(), 1e-6);
        bool measured = rows.Any(row => row.SignKept is not null);
        string label = $"loading on {component}" + (measured ? "; % of resamples that keep its sign" : "");
        var sheet = new Sheet(
            new Scale(FigureFont.Printable(label), ends.Min() - room, ends.Max() + room),
            new Scale("", -0.6, Math.Max(rows.Length, 1) - 0.4),
            height: Math.Max(rows.Length, 3) * RowHeight + 72, rows: [.. rows.Reverse().Select(row => row.Name)]);
        for (int i = 0; i < rows.Length; i++) DrawRow(sheet, rows[i], up: rows.Length - 1 - i);
        sheet.Upright(0, Palette.Frame, LinePattern.Solid);
        if (rows.Length == 0) sheet.Note("no loading is defined");
        return sheet.Finish(name, AltText(component, outOf ?? loadings.Count, rows));
    });

    private static void DrawRow(Sheet sheet, NamedLoading row, int up)
    {
        bool unsure = row.SignKept < SureFrom, right = row.Value > 0;
        Ink ink = unsure ? Palette.Frame : right ? Palette.Positive : Palette.Negative;
        sheet.Box(Math.Min(row.Value, 0), Math.Max(row.Value, 0), up - 0.32, up + 0.32, ink, opacity: unsure ? 0.45 : 0.75);
        double end = row.Value;
        if (row.Loading is { Low: double low, High: double high })
        {
            sheet.Line([low, high], [up, up], Palette.Text, width: 1.5f);
            end = right ? Math.Max(high, end) : Math.Min(low, end);
        }
        if (row.SignKept is not double kept) return;
        sheet.Text(
            Percent(kept), end, up, unsure ? Palette.Muted : Palette.Text,
            right ? Alignment.MiddleLeft : Alignment.MiddleRight, dx: right ? 7 : -7);
    }

    // 99.6 % is not all of them: rounded down, so that 100 % means every resample.
    private static string Percent(double share) => $"{Math.Floor(100 * share + 1e-9):0} %";

    private static string AltText(string component, int all, NamedLoading[] rows)
    {
        string strongest = string.Join(", ", rows.OrderByDescending(row => Math.Abs(row.Value)).Take(4)
            .Select(row => $"{row.Name} {NumberText.Brief(row.Value)}"));
        int unsure = rows.Count(row => row.SignKept < SureFrom);
        bool measured = rows.Any(row => row.SignKept is not null);
        string signs = unsure switch
        {
            0 => "All of them keep their sign",
            1 => "1 of them does not keep its sign",
            _ => $"{unsure} of them do not keep their sign",
        };
        return $"{(rows.Length == all ? $"All {all}" : $"The strongest {rows.Length} of {all}")} loadings on {component}; furthest from "
            + $"zero: {strongest}."
            + (measured ? $" {signs} in at least {NumberText.Percent(SureFrom)} of the resamples." : "");
    }
}
