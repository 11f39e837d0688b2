using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The length of the gradient in each layer's weights, step by step.</summary>
public static class LayerNormsFigure
{
    private const int MostPoints = 120;

    /// <summary>Draws a line per layer; of a long training, the geometric means over windows of steps.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="title">Which net, for the alternative text.</param>
    /// <param name="history">With the records of <see cref="GradientNorm"/>.</param>
    /// <param name="layers">Names of the layers, the one nearest to the features first.</param>
    /// <param name="range">Least and largest norm to make room for, where several nets share an axis; null fits this one.</param>
    public static Figure Draw(string name, string title, TrainingHistory history, IReadOnlyList<string> layers, (double Low, double High)? range)
    {
        TrainingCurve[] curves = [.. layers.Select(layer => history.Curve($"gradient_norm.{layer}.weight"))];
        double[] drawn = [.. curves.SelectMany(curve => curve.Values.Take(curve.FiniteLength)).Where(norm => norm > 0)];
        double last = curves.SelectMany(curve => curve.Steps).DefaultIfEmpty(0).Max();
        var sheet = new Sheet(
            new Scale("step", -0.01 * Math.Max(last, 1), Math.Max(last, 1) * 1.01, SmallestStep: 1),
            Scale.Logarithm("‖∂L/∂W‖ of the layer", range is { } both ? [both.Low, both.High, .. drawn.Where(norm => norm < both.High)] : drawn),
            height: 340, right: EndLabels.RoomFor(layers))
        { Columns = Math.Clamp(900 / Math.Max(layers.Count, 1), 40, 200) };
        var labels = new EndLabels();
        for (int l = 0; l < curves.Length; l++)
            DrawLayer(sheet, labels, layers[l], curves[l], Palette.Line(l));
        labels.Draw(sheet);
        if (drawn.Length == 0) sheet.Note("no finite gradient was seen");
        else if (history.Status == TrainingStatus.Diverged)
            sheet.TextAt(new Pixel(sheet.Area.Right - 8, sheet.Area.Bottom - 14), $"diverged at step {history.Steps}", Palette.Text, Alignment.MiddleRight, patch: true);
        return sheet.Finish(name, AltText(title, history, layers, curves));
    }

    private static void DrawLayer(Sheet sheet, EndLabels labels, string layer, TrainingCurve curve, Ink ink)
    {
        (double Step, double Norm)[] points = [.. curve.Steps.Zip(curve.Values, (step, norm) => ((double)step, norm)).Where(point => point.norm > 0 && double.IsFinite(point.norm))];
        if (points.Length == 0) return;
        (double Step, double Norm)[][] windows = [.. points.Chunk(1 + points.Length / MostPoints)];
        double[] steps = [.. windows.Select(window => window.Average(point => point.Step))];
        double[] norms = [.. windows.Select(window => Math.Clamp(Middle(window), sheet.Y.Low, sheet.Y.High))];
        sheet.Line(steps, norms, ink);
        if (points.Length <= 8) sheet.Points(steps, norms, ink, size: 8);
        labels.Add(layer, ink, steps[^1], norms[^1]);
    }

    /// <summary>The geometric mean: of numbers that differ by factors, the middle on a logarithmic axis.</summary>
    private static double Middle((double Step, double Norm)[] window) => Math.Exp(window.Average(point => Math.Log(point.Norm)));

    private static string AltText(string title, TrainingHistory history, IReadOnlyList<string> layers, TrainingCurve[] curves)
    {
        IEnumerable<string> starts = layers.Zip(curves, (layer, curve) => curve.FiniteLength == 0
            ? $"{layer} not finite"
            : $"{layer} from {Numbers.Short(curve.Values[0])} to {Numbers.Short(curve.Values[curve.FiniteLength - 1])}");
        return $"Length of the gradient in each layer's weights of the {title} net, which {history.Ending}: {string.Join(", ", starts)}.";
    }
}
