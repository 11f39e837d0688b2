using MlMaths.Torch.Calculus;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Paths on one surface, each in a panel of its own so that none hides another, two panels side by side; on narrow
/// paper one below the other.</summary>
/// <param name="surface">Surface of one dimension, drawn as its curve, or of two, drawn with lines of equal height.</param>
internal sealed class PathPanels(ISurface surface)
{
    private const int Samples = 120;
    private const float Margin = 10, Between = 18, Title = 3 * Panel.Line + 8, OnCurve = 150, OnMap = 170;

    private static int Width => Paper.Fit(500);

    private static int Across => Paper.Either(2, 1);

    private readonly List<(IReadOnlyList<string> Words, Ink Ink, IReadOnlyList<IReadOnlyList<double>> Path)> _walks = [];

    /// <summary>Width of a panel over its height.</summary>
    public double Aspect => Wide / Tall;

    private static float Wide => (Width - 2 * Margin - (Across - 1) * Between) / Across;

    private float Tall => surface.Dimensions == 1 ? OnCurve : OnMap;

    /// <param name="words">Three lines that stand above the panel.</param>
    /// <param name="ink">Ink of the path and the first line.</param>
    /// <param name="path">Places, the start first.</param>
    public void Add(IReadOnlyList<string> words, Ink ink, IReadOnlyList<IReadOnlyList<double>> path) => _walks.Add((words, ink, path));

    /// <param name="x">Of every panel.</param>
    /// <param name="y">Of every panel.</param>
    public Sheet Draw(Scale x, Scale y)
    {
        float row = Title + Tall + Between;
        Sheet sheet = Panel.Paper(Width, (int)(2 * Margin + row * ((_walks.Count + Across - 1) / Across) - Between));
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> ground = Ground(x, y);
        for (int i = 0; i < _walks.Count; i++)
        {
            float left = Margin + i % Across * (Wide + Between), top = Margin + i / Across * row + Title;
            var panel = new Panel(sheet, new PixelRect(left, left + Wide, top + Tall, top), x, y);
            (IReadOnlyList<string> words, Ink ink, IReadOnlyList<IReadOnlyList<double>> path) = _walks[i];
            (double X, double Y)[] places = [.. path.Select(θ => surface.Dimensions == 1 ? (θ[0], surface.Value(θ)) : (θ[0], θ[1]))];
            if (surface.Dimensions == 1) panel.Lines(ground, Palette.Frame, width: 2);
            else panel.Lines(ground, Palette.Frame, width: 1, opacity: 0.6);
            panel.Lines([places], ink, width: 1.5f);
            panel.Points(places.Skip(1), ink, size: 5);
            panel.Points(places.Take(1), Palette.Text, size: 10);
            panel.Frame();
            panel.Title(words, ink);
        }
        return sheet;
    }

    private IReadOnlyList<IReadOnlyList<(double X, double Y)>> Ground(Scale x, Scale y)
    {
        if (surface.Dimensions > 1) return LevelLines.Of((a, b) => surface.Value([a, b]), x, y);
        double[] xs = [.. Enumerable.Range(0, Samples + 1).Select(k => x.Low + (x.High - x.Low) * k / Samples)];
        return [[.. xs.Select(at => (at, surface.Value([at])))]];
    }
}
