using MlMaths.Torch.Data;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Who is in which fold: a line per fold, held-out rows dark, training rows light, rows in neither blank; the classes
/// below.
/// </summary>
public static class FoldMapFigure
{
    // Columns that stay apart on the area, in files under 100 kB.
    private const int MaxColumns = 300, MaxClasses = 6, LineHeight = 26;

    private const double Tall = 0.38;

    /// <summary>Draws the folds of one repeat.</summary>
    /// <param name="folds">From top to bottom.</param>
    /// <param name="order">Rows from left to right: those of one class, of one group, or from past to future side by side.</param>
    /// <param name="orderLabel">What that order is: <c>rows, by class</c>.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<Fold> folds, IReadOnlyList<int> order, string orderLabel, string name = "folds") => Paper.Both(() =>
    {
        Dataset dataset = folds[0].Training.Whole;
        int stride = Math.Max(1, (order.Count + MaxColumns - 1) / MaxColumns);
        int[] drawn = [.. order.Where((_, place) => place % stride == 0)];
        (string Name, HashSet<int> Rows)[] classes = Classes(dataset);
        int lines = folds.Count + (classes.Length > 0 ? classes.Length + 1 : 0);
        string[] held = [.. folds.Select(fold => $"{NumberText.Count(fold.HeldOut.Count)} held out")];
        string[] names =
        [
            .. folds.Select(fold => $"fold {fold.Number + 1}"), .. classes.Length > 0 ? [""] : Array.Empty<string>(),
            .. classes.Select(one => one.Name),
        ];
        var sheet = new Sheet(
            new Scale(FigureFont.Printable(orderLabel), 0, order.Count, SmallestStep: 1), new Scale("", -0.6, lines - 0.4),
            height: lines * LineHeight + 76, right: held.Max(words => FigureFont.Width(words, Sheet.TextSize)) + 18,
            rows: [.. names.Reverse()]);
        sheet.HideGrid();
        for (int i = 0; i < folds.Count; i++)
        {
            int up = lines - 1 - i;
            DrawRuns(sheet, drawn, folds[i].Training.Rows.ToHashSet(), up, stride, Palette.Line(0), opacity: 0.3);
            DrawRuns(sheet, drawn, folds[i].HeldOut.Rows.ToHashSet(), up, stride, Palette.Line(1), opacity: 1);
            sheet.TextAt(new Pixel(sheet.Area.Right + 8, sheet.Up(up)), held[i], Palette.Line(1), Alignment.MiddleLeft);
        }
        for (int i = 0; i < classes.Length; i++)
            DrawRuns(sheet, drawn, classes[i].Rows, classes.Length - 1 - i, stride, Palette.Line(2 + i), opacity: 0.9);
        return sheet.Finish(name, AltText(folds, classes, stride, dataset.TargetName));
    });

    // Neighbours on a line are one box.
    private static void DrawRuns(Sheet sheet, int[] drawn, HashSet<int> rows, int up, int stride, Ink ink, double opacity)
    {
        List<Coordinates[]> boxes = [];
        for (int from = 0; from < drawn.Length; from++)
        {
            if (!rows.Contains(drawn[from])) continue;
            int until = from + 1;
            while (until < drawn.Length && rows.Contains(drawn[until])) until++;
            double left = from * (double)stride, right = Math.Min(until * (double)stride, sheet.X.High);
            boxes.Add([new(left, up - Tall), new(right, up - Tall), new(right, up + Tall), new(left, up + Tall)]);
            from = until;
        }
        sheet.FillLoops(boxes, ink, opacity);
    }

    // Numbers that hardly repeat are no classes.
    private static (string Name, HashSet<int> Rows)[] Classes(Dataset dataset)
    {
        IGrouping<string, int>[] labels = [.. Enumerable.Range(0, dataset.Rows).GroupBy(row => dataset.Labels[row])];
        return dataset.TargetName is null || labels.Length > MaxClasses
            ? []
            : [.. labels.OrderByDescending(label => label.Count()).ThenBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => (label.Key, label.ToHashSet()))];
    }

    private static string AltText(
        IReadOnlyList<Fold> folds, (string Name, HashSet<int> Rows)[] classes, int stride, string? target)
    {
        IEnumerable<string> shares =
            classes.Select(one => $"{Range(folds, fold => fold.HeldOut.Rows.Count(one.Rows.Contains))} with {target} = {one.Name}");
        string thinned = stride > 1 ? $" One row in {stride} is drawn." : "";
        return $"Who is in which of {folds.Count} folds: each trains on {Range(folds, fold => fold.Training.Count)} rows and holds out "
            + $"{Range(folds, fold => fold.HeldOut.Count)}{(classes.Length > 0 ? ", among them " : "")}"
            + $"{string.Join(", ", shares)}.{thinned}";
    }

    private static string Range(IReadOnlyList<Fold> folds, Func<Fold, int> count)
    {
        int low = folds.Min(count), high = folds.Max(count);
        return low == high ? NumberText.Count(low) : $"{NumberText.Count(low)} to {NumberText.Count(high)}";
    }
}
