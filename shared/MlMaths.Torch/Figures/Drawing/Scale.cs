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
/// <param name="Marks">Where it is marked and with which words, in place of round numbers.</param>
internal sealed record Scale(
    string Label, double Low, double High, bool Logarithmic = false, bool Reversed = false, bool Mirrored = false,
    double MarkedFrom = double.NegativeInfinity, double SmallestStep = 0, IReadOnlyList<(double At, string Words)>? Marks = null)
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

    /// <summary>What is counted from 1 on, such as epochs, or from 0 on, such as steps.</summary>
    public static Scale Counted(string label, double first, double last)
    {
        last = Math.Max(last, first + 1);
        return new Scale(label, first - 0.01 * (last - first), last + 0.01 * (last - first), MarkedFrom: first, SmallestStep: 1);
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

    /// <summary>The same axis, going further up: a share of its length is kept free above what it held.</summary>
    public Scale WithRoomAbove(double share)
    {
        double low = Place(Low), high = low + (Place(High) - low) / (1 - share);
        return this with { High = Logarithmic ? Math.Pow(10, high) : high };
    }

    /// <summary>Where a value lies, as a share of the axis' length from its lower end.</summary>
    public double Part(double value)
    {
        double low = Place(Low), high = Place(High);
        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        return (Place(value) - low) / (high - low);
    }

    /// <summary>Whether a value has a place at all: a logarithm has none for 0.</summary>
    public bool Takes(double value) => double.IsFinite(value) && (!Logarithmic || value > 0);

    private static (double Low, double High) Range(IEnumerable<double> values, (double Low, double High) whenEmpty)
    {
        double[] kept = [.. values];
        return kept.Length == 0 ? whenEmpty : (kept.Min(), kept.Max());
    }
}
