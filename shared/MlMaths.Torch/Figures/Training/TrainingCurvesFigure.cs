using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Loss, gradient norm or another quantity of several runs against the step; one that diverged ends in a cross.</summary>
public static class TrainingCurvesFigure
{
    private const int AllColumns = 1500;

    /// <summary>Draws the curves.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="valueLabel">What is read, with its unit: <c>training loss (nats per row)</c>.</param>
    /// <param name="curves">One per run.</param>
    /// <param name="logarithmic">Equal factors as equal heights: right for losses that fall by decades.</param>
    public static Figure Draw(
        string name, string valueLabel, IReadOnlyList<TrainingCurve> curves, bool logarithmic = true) => Paper.Both(() =>
    {
        Scale y = Heights(valueLabel, curves, logarithmic);
        double last = curves.SelectMany(curve => curve.Steps.Take(curve.FiniteLength)).DefaultIfEmpty(1).Max();
        var x = new Scale("step", -0.01 * last, Math.Max(last, 1) * 1.01, SmallestStep: 1);
        var sheet = new Sheet(x, y, right: EndLabels.RoomFor(curves.Where(curve => curve.DivergedAt is null).Select(curve => curve.Run)))
        {
            Columns = Math.Clamp(AllColumns / Math.Max(curves.Count, 1), 30, 400),
        };
        var labels = new EndLabels();
        for (int i = 0, diverged = 0; i < curves.Count; i++)
            DrawCurve(sheet, labels, curves[i], i, row: curves[i].DivergedAt is null ? 0 : diverged++);
        labels.Draw(sheet);
        if (curves.All(curve => curve.FiniteLength == 0)) sheet.Note("no finite value was recorded");
        return sheet.Finish(name, AltText(valueLabel, curves));
    });

    private static void DrawCurve(Sheet sheet, EndLabels labels, TrainingCurve curve, int index, int row)
    {
        int length = curve.FiniteLength;
        if (length == 0) return;

        Ink ink = Palette.Line(index);
        double[] steps = [.. curve.Steps.Take(length).Select(step => (double)step)];
        double[] values = [.. curve.Values.Take(length)];
        sheet.Line(steps, values, ink);
        double end = Math.Clamp(values[^1], sheet.Y.Low, sheet.Y.High);
        if (length == 1) sheet.Point(steps[0], end, ink, size: 8);
        if (curve.DivergedAt is null) labels.Add(curve.Run, ink, steps[^1], end);
        else DrawCross(sheet, curve, steps[^1], end, ink, row);
    }

    // Curves that left through the top have their crosses one below the other, each with its name beside it.
    private static void DrawCross(Sheet sheet, TrainingCurve curve, double step, double value, Ink ink, int row)
    {
        double top = sheet.Y.Place(sheet.Y.High), bottom = sheet.Y.Place(sheet.Y.Low);
        double place = Math.Min(sheet.Y.Place(value), top - (0.03 + 0.06 * row) * (top - bottom));
        double at = sheet.Y.Logarithmic ? Math.Pow(10, place) : place;
        sheet.Text($"{curve.Run}: diverged at step {curve.DivergedAt}", step, at, ink, Alignment.MiddleLeft, dx: 12);
        sheet.Point(step, at, ink, MarkerShape.Eks, size: 12);
    }

    /// <summary>
    /// A run that diverges passes through numbers of any size before it ends. It gets ten times the room above where the
    /// others are, or its own where there are no others, so that it does not flatten them.
    /// </summary>
    private static Scale Heights(string label, IReadOnlyList<TrainingCurve> curves, bool logarithmic)
    {
        double[] all = [.. curves.SelectMany(curve => curve.Values.Take(curve.FiniteLength))];
        double[] starts = [.. curves.Where(curve => curve.FiniteLength > 0).Select(curve => curve.Values[0])];
        double[] calm = [.. curves.Where(curve => curve.DivergedAt is null).SelectMany(curve => curve.Values), .. starts];
        bool someDiverged = curves.Any(curve => curve.DivergedAt is not null);
        double ceiling = someDiverged && calm.Length > 0 ? calm.Max() * (logarithmic ? 10 : 1.5) : double.PositiveInfinity;
        double[] shown = [.. all.Select(value => Math.Min(value, ceiling))];
        return logarithmic && shown.Any(value => value > 0) ? Scale.Logarithm(label, shown) : Scale.Linear(label, shown);
    }

    private static string AltText(string valueLabel, IReadOnlyList<TrainingCurve> curves)
    {
        IEnumerable<string> runs = curves.Select(curve => curve.FiniteLength == 0
            ? $"{curve.Run} has no finite value"
            : $"{curve.Run} from {NumberText.Brief(curve.Values[0])} to {NumberText.Brief(curve.Values[curve.FiniteLength - 1])}"
                + (curve.DivergedAt is int step ? $", diverged at step {step}" : $" at step {curve.Steps[^1]}"));
        return $"{valueLabel} against the step: {string.Join("; ", runs)}.";
    }
}
