using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The length of the gradient in each layer's weights, step by step.</summary>
public static class LayerNormsFigure
{
    private const int MaxPoints = 120, FewPoints = 20, Height = 360;
    private const float LineOfText = 20;

    /// <summary>Draws a line per layer; of a long training, the geometric means over windows of steps.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="title">Which net, in a word: <c>healthy</c>.</param>
    /// <param name="history">With the records of <see cref="GradientNormRecorder"/>.</param>
    /// <param name="layers">Names of the layers, the one nearest to the features first.</param>
    /// <param name="range">Least and largest norm to make room for, where several nets share an axis; null fits this one.</param>
    public static Figure Draw(
        string name, string title, TrainingHistory history, IReadOnlyList<string> layers,
        (double Low, double High)? range) => Paper.Both(() =>
    {
        TrainingCurve[] curves = [.. layers.Select(layer => history.Curve($"gradient_norm.{layer}.weight"))];
        double[] norms = [.. curves.SelectMany(curve => curve.Values).Where(norm => norm > 0 && double.IsFinite(norm))];
        bool diverged = history.Status == TrainingStatus.Diverged;
        double last = Math.Max(curves.SelectMany(curve => curve.Steps).DefaultIfEmpty(0).Max(), diverged ? history.Steps : 0);
        Scale y = Scale.Logarithm(
            $"‖∂L/∂W‖ of each layer of the {title} net (nats)", range is { } both ? [both.Low, both.High] : norms);
        var sheet = new Sheet(
            Scale.Counted("step", 0, last), diverged ? y.WithRoomAbove(LineOfText / (Height - Sheet.AboveAndBelow)) : y,
            height: Height, right: EndLabels.RoomFor(layers))
        { Columns = Math.Clamp(900 / Math.Max(layers.Count, 1), 40, 200) };
        var labels = new EndLabels { KeptFree = diverged ? LineOfText : 0 };
        for (int l = 0; l < curves.Length; l++)
            DrawLayer(sheet, labels, layers[l], curves[l], Palette.Ordered(l, curves.Length));
        labels.Draw(sheet);
        if (norms.Length == 0)
        {
            sheet.Note(
                curves.Any(curve => curve.FiniteLength > 0) ? "every gradient was 0" : "no finite gradient was seen");
        }
        if (diverged) DrawEnd(sheet, history.Steps, norms);
        return sheet.Finish(name, AltText(title, history, layers, curves));
    });

    private static void DrawLayer(Sheet sheet, EndLabels labels, string layer, TrainingCurve curve, Ink ink)
    {
        (double Step, double Norm)[] points = [.. curve.Steps.Zip(curve.Values, (step, norm) => ((double)step, norm))
            .Where(point => point.norm > 0 && double.IsFinite(point.norm))];
        if (points.Length == 0) return;
        (double Step, double Norm)[][] windows = [.. points.Chunk(1 + points.Length / MaxPoints)];
        double[] steps = [.. windows.Select(window => window.Average(point => point.Step))], norms = [.. windows.Select(Middle)];
        sheet.Line(steps, norms, ink);
        int[] seen = [.. Enumerable.Range(0, norms.Length).Where(i => norms[i] >= sheet.Y.Low && norms[i] <= sheet.Y.High)];
        if (points.Length <= FewPoints) sheet.Points([.. seen.Select(i => steps[i])], [.. seen.Select(i => norms[i])], ink, size: 8);

        // A line that leaves the picture has its name where it was last seen; one that never was in it, its first number in words.
        if (seen.Length > 0)
        {
            labels.Add(layer, ink, steps[seen[^1]], norms[seen[^1]]);
        }
        else
        {
            labels.Add(
                $"{layer} {(norms[0] > sheet.Y.High ? "above: " : "below: ")}{NumberText.Brief(norms[0])}", ink, steps[0],
                Math.Clamp(norms[0], sheet.Y.Low, sheet.Y.High));
        }
    }

    // All layers end at the same step: one cross at the top, where a norm that is no number would be.
    private static void DrawEnd(Sheet sheet, int step, double[] norms)
    {
        string largest = norms.Length == 0 ? "" : $", after norms of up to {NumberText.Brief(norms.Max())}";
        float across = sheet.Across(step), level = sheet.Area.Top + LineOfText / 2;
        bool toLeft = across > sheet.Area.HorizontalCenter;
        sheet.TextAt(new Pixel(across, level), "×", Palette.Text, Alignment.MiddleCenter, bold: true);
        sheet.TextAt(
            new Pixel(across + (toLeft ? -10 : 10), level), $"diverged at step {step}{largest}", Palette.Text,
            toLeft ? Alignment.MiddleRight : Alignment.MiddleLeft, patch: true);
    }

    /// <summary>The geometric mean: of numbers that differ by factors, the middle on a logarithmic axis.</summary>
    private static double Middle((double Step, double Norm)[] window) => Math.Exp(window.Average(point => Math.Log(point.Norm)));

    private static string AltText(string title, TrainingHistory history, IReadOnlyList<string> layers, TrainingCurve[] curves)
    {
        IEnumerable<string> starts = layers.Zip(curves, (layer, curve) => curve.FiniteLength == 0
            ? $"{layer} not finite"
            : $"{layer} from {NumberText.Brief(curve.Values[0])} to {NumberText.Brief(curve.Values[curve.FiniteLength - 1])}");
        return $"Length of the gradient in each layer's weights of the {title} net, which {history.Ending}: {string.Join(", ", starts)}.";
    }
}
