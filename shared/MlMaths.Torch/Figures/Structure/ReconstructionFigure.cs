using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>What is lost when rows are rebuilt from few components: on the rows that were fitted, and on rows held out.</summary>
public static class ReconstructionFigure
{
    /// <summary>Draws both errors.</summary>
    /// <param name="components">Numbers of components, ascending.</param>
    /// <param name="trainingError">Error on the fitted rows with that many.</param>
    /// <param name="heldOutError">Error on the rows held out.</param>
    /// <param name="kept">How many components are kept.</param>
    /// <param name="errorLabel">What the error is, with its unit.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<int> components, IReadOnlyList<double> trainingError, IReadOnlyList<double> heldOutError, int kept,
        string errorLabel = "squared error per value (standardised)", string name = "reconstruction") => Paper.Both(() =>
    {
        double[] numbers = [.. components.Select(number => (double)number)];
        double last = numbers.DefaultIfEmpty(1).Max(), first = Math.Min(numbers.DefaultIfEmpty(0).Min(), 1);
        var sheet = new Sheet(
            new Scale("components", first - 0.02 * last, last * 1.02, MarkedFrom: first, SmallestStep: 1),
            Scale.FromZero(FigureFont.Printable(errorLabel), [.. trainingError, .. heldOutError], headroom: 1.15),
            height: 380, right: EndLabels.RoomFor(["training rows"]));
        var labels = new EndLabels();
        Draw("training rows", trainingError, Palette.Line(0), pattern: null);
        Draw("held-out rows", heldOutError, Palette.Line(1), LinePattern.DenselyDashed);
        int there = numbers.ToList().IndexOf(kept);
        if (there >= 0) DrawKept(sheet, kept, heldOutError[there], toLeft: kept > (first + last) / 2);
        labels.Draw(sheet);
        string result = there >= 0
            ? $" With the {(kept == 1 ? "one" : kept)} kept it is {NumberText.Brief(trainingError[there])} on training rows and "
                + $"{NumberText.Brief(heldOutError[there])} on held-out rows."
            : "";
        return sheet.Finish(name, $"{errorLabel} when rows are rebuilt from {Span(components)} components.{result}");

        void Draw(string words, IReadOnlyList<double> errors, Ink ink, LinePattern? pattern)
        {
            sheet.Line(numbers, errors, ink, width: 2.2f, pattern);
            if (errors.Count > 0) labels.Add(words, ink, numbers[errors.Count - 1], errors[^1]);
        }
    });

    private static void DrawKept(Sheet sheet, int kept, double error, bool toLeft)
    {
        sheet.Upright(kept, Palette.Text);
        sheet.Point(kept, error, Palette.Text);
        sheet.Text($"{kept} kept, held out: {NumberText.Brief(error)}", kept, sheet.Y.High, Palette.Text,
            toLeft ? Alignment.UpperRight : Alignment.UpperLeft, dx: toLeft ? -7 : 7, dy: 2);
    }

    private static string Span(IReadOnlyList<int> components) => components.Count == 0 ? "no" : $"{components.Min()} to {components.Max()}";
}
