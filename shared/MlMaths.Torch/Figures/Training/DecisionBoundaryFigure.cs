using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Points of two classes over the probability that a model gives every place, with the line where it is even.</summary>
public static class DecisionBoundaryFigure
{
    // Each level adds a layer, so that surer is deeper.
    private static readonly double[] Levels = [0.5, 0.75, 0.95];

    /// <summary>Draws field, boundary and points.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="field">Probability of the positive class over the rectangle that is drawn.</param>
    /// <param name="xs">First feature of each row.</param>
    /// <param name="ys">Second feature of each row.</param>
    /// <param name="labels">True where a row is positive.</param>
    /// <param name="wrong">How many rows lie on the wrong side: the model knows it better than a grid of its values.</param>
    /// <param name="xLabel">Name of the first feature.</param>
    /// <param name="yLabel">Name of the second feature.</param>
    public static Figure Draw(
        string name, ProbabilityField field, IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<bool> labels,
        int wrong, string xLabel = "x₁", string yLabel = "x₂") => Paper.Both(() =>
    {
        var sheet = new Sheet(
            new Scale(FigureFont.Printable(xLabel), field.LowX, field.HighX),
            new Scale(FigureFont.Printable(yLabel), field.LowY, field.HighY), width: 600, height: 480);
        sheet.HideGrid();
        foreach (double level in Levels)
        {
            sheet.FillLoops(ContourLoops.Above(field, level), Palette.Positive, opacity: 0.13);
            sheet.FillLoops(ContourLoops.Above(Complement(field), level), Palette.Negative, opacity: 0.13);
        }
        foreach (Coordinates[] loop in ContourLoops.Above(field, 0.5)) DrawInside(sheet, field, loop);
        DrawClass(sheet, xs, ys, [.. labels.Select(label => !label)], Palette.Negative, MarkerShape.FilledCircle);
        DrawClass(sheet, xs, ys, labels, Palette.Positive, MarkerShape.FilledTriangleUp);

        return sheet.Finish(name,
            $"{labels.Count} points of two classes in the plane of {xLabel} and {yLabel}; {wrong} of them lie on the wrong side of "
            + "the line where the model's probability is 0.5.");
    });

    private static void DrawClass(
        Sheet sheet, IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<bool> wanted, Ink ink, MarkerShape shape)
    {
        int[] rows = [.. Enumerable.Range(0, wanted.Count).Where(row => wanted[row])];
        sheet.Points([.. rows.Select(row => xs[row])], [.. rows.Select(row => ys[row])], ink, shape, size: 8);
    }

    // The boundary is the part of the outline that does not run along the rectangle's own border.
    private static void DrawInside(Sheet sheet, ProbabilityField field, Coordinates[] loop)
    {
        List<Coordinates> piece = [];
        int start = Math.Max(Array.FindIndex(loop, OnBorder), 0);
        for (int i = 0; i <= loop.Length; i++)
        {
            Coordinates corner = loop[(start + i) % loop.Length];
            piece.Add(corner);
            if (!OnBorder(corner)) continue;
            if (piece.Count > 2) Draw();
            piece = [corner];
        }
        if (piece.Count > 2) Draw();

        bool OnBorder(Coordinates at) => at.X == field.LowX || at.X == field.HighX || at.Y == field.LowY || at.Y == field.HighY;

        void Draw() => sheet.Line([.. piece.Select(at => at.X)], [.. piece.Select(at => at.Y)], Palette.Text);
    }

    private static ProbabilityField Complement(ProbabilityField field)
    {
        double[,] values = new double[field.Rows, field.Columns];
        for (int row = 0; row < field.Rows; row++)
        {
            for (int column = 0; column < field.Columns; column++) values[row, column] = 1 - field.Values[row, column];
        }
        return field with { Values = values };
    }
}
