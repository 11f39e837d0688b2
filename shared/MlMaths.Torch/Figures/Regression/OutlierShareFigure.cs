namespace MlMaths.Torch.Figures;

/// <summary>What wild targets among the training rows do to two fits, judged on rows that are as they were.</summary>
public static class OutlierShareFigure
{
    private const int Width = 500, Height = 340;

    /// <summary>Draws the curves.</summary>
    /// <param name="shares">Shares of wild training rows, ascending, from 0.</param>
    /// <param name="curves">One per fit.</param>
    /// <param name="errorLabel">What is read, with its unit.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> shares, IReadOnlyList<NamedCurve> curves, string errorLabel, string name = "wild-rows") => Paper.Both(() =>
    {
        double[] percent = [.. shares.Select(share => 100 * share)];
        var sheet = new Sheet(
            Scale.Linear("training rows with outliers (%)", percent), Scale.FromZero(
                FigureFont.Printable(errorLabel), [.. curves.SelectMany(curve => curve.Values.OfType<double>())]),
            Width, Height, EndLabels.RoomFor(curves.Select(curve => curve.Name)));
        var labels = new EndLabels();
        for (int i = 0; i < curves.Count; i++)
        {
            double[] values = [.. curves[i].Values.Select(value => value ?? double.NaN)];
            sheet.Line(percent, values, Palette.Line(i));
            sheet.Points(percent, values, Palette.Line(i), GroupedPointShape(i), size: 8);
            labels.Add(curves[i].Name, Palette.Line(i), percent[^1], values[^1]);
        }

        labels.Draw(sheet);
        IEnumerable<string> each = curves.Select(curve =>
            $"{curve.Name} goes from {NumberText.Brief(curve.Values[0] ?? double.NaN)} to "
            + $"{NumberText.Brief(curve.Values[^1] ?? double.NaN)}");
        return sheet.Finish(name,
            $"{errorLabel} against the share of training rows with outliers, "
            + $"from {NumberText.Brief(percent[0])} to {NumberText.Brief(percent[^1])} %: {string.Join("; ", each)}.");
    });

    private static ScottPlot.MarkerShape GroupedPointShape(int index) =>
        index == 0 ? ScottPlot.MarkerShape.FilledCircle : ScottPlot.MarkerShape.FilledSquare;
}
