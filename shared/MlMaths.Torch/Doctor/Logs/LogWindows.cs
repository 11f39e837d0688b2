using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// A curve in windows of neighbouring readings, and what its own noise allows to be said of their means. Losses above 0 are read as
/// logarithms, so that noise which grows with the loss is one number.
///
/// <code>
/// σ²     mean square about a straight line in each window but the first      a curve that bends is taken for noisier, never for calmer
/// ρ      correlation of neighbours about these lines, + 2/w for the lines     neighbours that are alike tell less
/// s.e.   of a difference of two means of w readings = σ √(2/w · (1 + ρ)/(1 − ρ))
/// p      of (difference − margin) / s.e., one-sided, Student's t              times the windows, where the lowest was chosen
/// </code>
/// </summary>
internal sealed class LogWindows
{
    private const int FewestInWindow = 3, Windows = 6;
    private const double MostAlike = 0.9, Calmest = 1e-9;

    private readonly double[] _values;
    private readonly bool _isLogarithm;

    /// <param name="losses">Finite readings, enough for two windows.</param>
    public LogWindows(IReadOnlyList<double> losses)
    {
        _isLogarithm = losses.All(loss => loss > 0);
        _values = [.. losses.Select(Transformed)];
        Width = Math.Max(FewestInWindow, losses.Count / Windows);
        (Spread, Inflation, Freedom) = Noise();
        Best = Enumerable.Range(0, losses.Count - Width + 1).MinBy(Mean);
    }

    /// <summary>Readings in a window.</summary>
    public int Width { get; }

    /// <summary>Start of the window with the least mean.</summary>
    public int Best { get; }

    /// <summary>Start of the last window.</summary>
    public int Last => _values.Length - Width;

    /// <summary>Start of the window before the last.</summary>
    public int Earlier => Last - Width;

    private double Spread { get; }

    private double Inflation { get; }

    private double Freedom { get; }

    // The lowest of windows that overlap was chosen among about as many as stand side by side.
    private double Choices => Math.Max(1, _values.Length / Width);

    /// <summary>The loss that a window is about.</summary>
    public double Level(int start) => Back(Mean(start));

    /// <summary>p of a window being more than a margin above another.</summary>
    /// <param name="low">Start of the one.</param>
    /// <param name="high">Start of the other.</param>
    /// <param name="margin">In the unit of the loss.</param>
    /// <param name="isChosen">Whether one of them was chosen for being the lowest.</param>
    public double PAbove(int low, int high, double margin, bool isChosen)
    {
        double distance = Mean(high) - Transformed(Level(low) + Math.Max(0, margin));
        double p = P(distance, Spread * Math.Sqrt(2 * Inflation / Width));
        return isChosen ? Math.Min(1, p * Choices) : p;
    }

    /// <summary>p of a window being above a level.</summary>
    public double PAbove(int start, double level) =>
        P(Mean(start) - Transformed(level), Spread * Math.Sqrt(Inflation / Width));

    /// <summary>p of the first reading, and the first window, being less than a share above a window.</summary>
    /// <param name="start">Of the window.</param>
    /// <param name="share">Of its loss.</param>
    public double PNotFallen(int start, double share)
    {
        double enough = Transformed(Level(start) * (1 + share));
        return Math.Max(
            P(enough - _values[0], Spread * Math.Sqrt(1 + Inflation / Width)),
            P(enough - Mean(0), Spread * Math.Sqrt(2 * Inflation / Width)));
    }

    private double P(double distance, double error) => StudentT.Cumulative(-distance / error, Freedom);

    private double Mean(int start) => _values.AsSpan(start, Width).ToArray().Average();

    private double Transformed(double loss) => _isLogarithm ? Math.Log(Math.Max(loss, double.Epsilon)) : loss;

    private double Back(double value) => _isLogarithm ? Math.Exp(value) : value;

    private (double Spread, double Inflation, double Freedom) Noise()
    {
        int count = _values.Length / Width, first = _values.Length - count * Width;
        double squares = 0, products = 0;
        int freedom = 0;
        for (int window = count > 2 ? 1 : 0; window < count; window++)
        {
            double[] off = OffTheLine(_values.AsSpan(first + window * Width, Width));
            for (int at = 0; at < Width; at++)
            {
                squares += off[at] * off[at];
                if (at > 0) products += off[at] * off[at - 1];
            }

            freedom += Width - 2;
        }

        double alike = squares > 0 ? Math.Clamp(products / squares + 2.0 / Width, 0, MostAlike) : 0;
        double inflation = (1 + alike) / (1 - alike);
        double scale = _values.Max(Math.Abs);
        return (Math.Max(Math.Sqrt(squares / freedom), Calmest * Math.Max(scale, Calmest)), inflation, Math.Max(1, freedom / inflation));
    }

    /// <summary>What is left of neighbours when the line of least squares is taken off.</summary>
    private static double[] OffTheLine(ReadOnlySpan<double> values)
    {
        double middle = (values.Length - 1) / 2.0, mean = values.ToArray().Average(), above = 0, below = 0;
        for (int at = 0; at < values.Length; at++)
        {
            above += (at - middle) * (values[at] - mean);
            below += (at - middle) * (at - middle);
        }

        double slope = above / below;
        double[] off = new double[values.Length];
        for (int at = 0; at < values.Length; at++)
            off[at] = values[at] - mean - slope * (at - middle);
        return off;
    }
}
