using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A model's score where it learns from more and more rows.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="HeldOut">Mean score on held-out rows, for each number of training rows.</param>
/// <param name="Low">Lower end of the band.</param>
/// <param name="High">Upper end of the band.</param>
/// <param name="OnTraining">Mean score on the training rows themselves.</param>
public sealed record LearningBand(
    string Name, IReadOnlyList<double?> HeldOut, IReadOnlyList<double?> Low, IReadOnlyList<double?> High,
    IReadOnlyList<double?> OnTraining);

/// <summary>
/// Learning curves with bands: held-out scores as lines, scores on the training rows dashed; the gap between them is
/// what more rows can close.
/// </summary>
public static class LearningCurveFigure
{
    private const int Width = 520, Height = 400;

    /// <summary>Draws one curve per model.</summary>
    /// <param name="rows">Training rows of each curve's points, ascending.</param>
    /// <param name="curves">One per model, each as long as its rows.</param>
    /// <param name="valueLabel">The metric, with its unit.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<int> rows, IReadOnlyList<LearningBand> curves, string valueLabel, string name = "learning-curve") => Paper.Both(() =>
    {
        double[] across = [.. rows.Select(n => (double)n)];
        double[] ends = [.. curves.SelectMany(curve => new[] { curve.HeldOut, curve.Low, curve.High, curve.OnTraining })
            .SelectMany(values => values.OfType<double>())];
        var sheet = new Sheet(
            Scale.Logarithm("training rows", across), Scale.Linear(FigureFont.Printable(valueLabel), ends), Width, Height,
            right: EndLabels.RoomFor(curves.SelectMany(curve => new[] { curve.Name, OnTraining(curve) })));
        var labels = new EndLabels();
        foreach ((int i, LearningBand curve) in curves.Index())
        {
            int[] known = [.. Enumerable.Range(0, across.Length).Where(at => curve.Low[at] is not null && curve.High[at] is not null)];
            if (known.Length > 1)
            {
                sheet.Fill(
                    [
                        .. known.Select(at => new Coordinates(across[at], curve.High[at]!.Value)),
                        .. known.Reverse().Select(at => new Coordinates(across[at], curve.Low[at]!.Value)),
                    ],
                    Palette.Line(i), opacity: 0.15);
            }
            DrawLine(sheet, labels, across, curve.HeldOut, Palette.Line(i), curve.Name, pattern: null);
            DrawLine(sheet, labels, across, curve.OnTraining, Palette.Line(i), OnTraining(curve), LinePattern.DenselyDashed);
        }

        labels.Draw(sheet);
        return sheet.Finish(name, AltText(rows, curves, valueLabel));
    });

    private static string OnTraining(LearningBand curve) => $"{curve.Name}, training";

    private static void DrawLine(
        Sheet sheet, EndLabels labels, double[] across, IReadOnlyList<double?> values, Ink ink, string words,
        LinePattern? pattern)
    {
        int[] known = [.. Enumerable.Range(0, across.Length).Where(at => values[at] is not null)];
        if (known.Length == 0) return;
        double[] xs = [.. known.Select(at => across[at])], ys = [.. known.Select(at => values[at]!.Value)];
        sheet.Line(xs, ys, ink, width: pattern is null ? 2 : 1.5f, pattern);
        if (pattern is null) sheet.Points(xs, ys, ink, size: 8);
        labels.Add(words, ink, xs[^1], ys[^1]);
    }

    private static string AltText(IReadOnlyList<int> rows, IReadOnlyList<LearningBand> curves, string valueLabel)
    {
        IEnumerable<string> each = curves.Select(curve => curve.HeldOut is [double few, .., double all]
            ? $"{curve.Name} from {NumberText.Brief(few)} to {NumberText.Brief(all)} on held-out rows"
                + (curve.OnTraining[^1] is double own
                    ? $", {NumberText.Brief(own)} on its own training rows at the end"
                    : "")
            : $"{curve.Name} not defined throughout");
        return $"{valueLabel} when trained on {NumberText.Count(rows[0])} to {NumberText.Count(rows[^1])} rows: "
            + $"{string.Join("; ", each)}.";
    }
}
