using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Two estimates of each of a few things, one line each, with a tick where the truth is.</summary>
public static class PairedIntervalsFigure
{
    private const int RowHeight = 44, Width = 480;
    private const double Apart = 0.13;

    /// <summary>Draws one line per thing, the largest difference on top.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="valueLabel">What is estimated, with its unit.</param>
    /// <param name="first">What the first estimate is: <c>with the leak</c>.</param>
    /// <param name="second">What the second is: <c>without</c>.</param>
    /// <param name="rows">At least one, each with two values.</param>
    public static Figure Draw(
        string name, string valueLabel, string first, string second, IReadOnlyList<PairedIntervals> rows) => Paper.Both(() =>
    {
        PairedIntervals[] sorted = [.. rows.OrderByDescending(Difference)];
        double[] ends = [.. rows.SelectMany(row => new[]
        {
            row.First.Low, row.First.High, row.First.Value, row.Second.Low, row.Second.High, row.Second.Value,
            row.Truth,
        })
            .OfType<double>()];
        var sheet = new Sheet(
            Scale.Linear(valueLabel, ends), new Scale("", -0.6, rows.Count - 0.1), Width, (rows.Count + 1) * RowHeight + 66,
            rows: [.. sorted.Reverse().Select(row => row.Name)]);
        for (int i = 0; i < sorted.Length; i++) DrawRow(sheet, sorted[i], up: sorted.Length - 1 - i);
        if (sorted.Length > 0) Label(sheet, sorted[0], sorted.Length - 1, first, second);
        return sheet.Finish(name, AltText(valueLabel, first, second, sorted));
    });

    private static void DrawRow(Sheet sheet, PairedIntervals row, int up)
    {
        if (row.Truth is double truth) sheet.Line([truth, truth], [up - 0.34, up + 0.1], Palette.Text, width: 2.5f);
        One(row.First, up + Apart, Palette.Positive, MarkerShape.FilledDiamond);
        One(row.Second, up - Apart, Palette.Negative, MarkerShape.FilledCircle);

        void One(Probability.Interval estimate, double at, Ink ink, MarkerShape shape)
        {
            if (estimate is { Low: double low, High: double high }) sheet.Line([low, high], [at, at], ink, width: 2.5f);
            if (estimate.Value is double value) sheet.Point(value, at, ink, shape, size: 11);
        }
    }

    private static void Label(Sheet sheet, PairedIntervals row, int up, string first, string second)
    {
        if (row is not { First.Value: double one, Second.Value: double other }) return;
        (float at, float otherAt) = (sheet.Across(one), sheet.Across(other));
        float apart = (FigureFont.Width(first, Sheet.TextSize) + FigureFont.Width(second, Sheet.TextSize)) / 2 + 12;
        if (Math.Abs(at - otherAt) >= apart)
        {
            sheet.Text(first, one, up + Apart, Palette.Positive, Alignment.LowerCenter, dy: -8);
            sheet.Text(second, other, up + Apart, Palette.Negative, Alignment.LowerCenter, dy: -8);
        }
        else
        {
            // Too near for both: each goes its own way from the middle between them.
            bool isRight = one >= other;
            double middle = (one + other) / 2;
            sheet.Text(
                first, middle, up + Apart, Palette.Positive, isRight ? Alignment.LowerLeft : Alignment.LowerRight,
                dx: isRight ? 6 : -6, dy: -8);
            sheet.Text(
                second, middle, up + Apart, Palette.Negative, isRight ? Alignment.LowerRight : Alignment.LowerLeft,
                dx: isRight ? -6 : 6, dy: -8);
        }

        if (row.Truth is double truth) sheet.Text("truth", truth, up - 0.36, Palette.Text, Alignment.UpperCenter, dy: 1);
    }

    private static double Difference(PairedIntervals row) => row.First.Value - row.Second.Value ?? double.NegativeInfinity;

    private static string AltText(string valueLabel, string first, string second, PairedIntervals[] rows) =>
        $"{valueLabel}, {first} and {second}: "
        + string.Join("; ", rows.Select(row =>
            $"{row.Name} {IntervalWords.With(row.First)} and "
            + $"{IntervalWords.With(row.Second)}{(row.Truth is double truth ? $", truth {NumberText.Fixed(truth)}" : "")}"))
        + ".";
}
