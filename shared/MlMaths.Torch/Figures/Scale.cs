namespace MlMaths.Torch.Figures;

/// <summary>An axis: what it measures, in which unit, from where to where, and how values are placed along it.</summary>
/// <param name="Label">What it measures, with the unit.</param>
/// <param name="Low">The smallest value.</param>
/// <param name="High">The largest value.</param>
/// <param name="Logarithmic">Equal factors are equal distances.</param>
/// <param name="Reversed">The largest value stands left.</param>
/// <param name="Mirrored">Values count away from 0 to both sides, and are marked without a sign.</param>
/// <param name="MarkedFrom">Below this value there are no marks.</param>
/// <param name="SmallestStep">Marks stand no closer: 1 for what is counted.</param>
internal sealed record Scale(
    string Label, double Low, double High, bool Logarithmic = false, bool Reversed = false, bool Mirrored = false,
    double MarkedFrom = double.NegativeInfinity, double SmallestStep = 0)
{
    private const double Margin = 0.04;

    /// <summary>From 0 to 1, with room for half a line's width.</summary>
    public static Scale Share(string label) => new(label, -0.012, 1.012);

    /// <summary>Holds all finite values, with a margin.</summary>
    public static Scale Linear(string label, IEnumerable<double> values)
    {
        (double low, double high) = Range(values.Where(double.IsFinite), whenEmpty: (0, 1));
        double room = high > low ? Margin * (high - low) : Math.Max(Math.Abs(high) * Margin, 1e-3);
        return new Scale(label, low - room, high + room);
    }

    /// <summary>From 0 upwards.</summary>
    public static Scale FromZero(string label, IEnumerable<double> values, double headroom = 1.08)
    {
        (_, double high) = Range(values.Where(double.IsFinite), whenEmpty: (0, 1));
        return new Scale(label, 0, high > 0 ? high * headroom : 1);
    }

    /// <summary>Holds all positive finite values; others have no place on it.</summary>
    public static Scale Logarithm(string label, IEnumerable<double> values)
    {
        (double low, double high) = Range(values.Where(value => value > 0 && double.IsFinite(value)), whenEmpty: (0.1, 1));
        double decades = Math.Log10(high) - Math.Log10(low);
        double room = Math.Pow(10, Math.Max(Margin * decades, 0.04));
        return new Scale(label, low / room, high * room, Logarithmic: true);
    }

    /// <summary>Where a value lies, in the units that are drawn in.</summary>
    public double Place(double value)
    {
        double place = Logarithmic ? Math.Log10(value) : value;
        return Reversed ? -place : place;
    }

    /// <summary>Whether a value has a place at all: a logarithm has none for 0.</summary>
    public bool Takes(double value) => double.IsFinite(value) && (!Logarithmic || value > 0);

    private static (double Low, double High) Range(IEnumerable<double> values, (double Low, double High) whenEmpty)
    {
        double[] kept = [.. values];
        return kept.Length == 0 ? whenEmpty : (kept.Min(), kept.Max());
    }
}
