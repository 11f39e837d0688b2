namespace MlMaths.Torch.Probability;

/// <summary>
/// Whether values differ, or only their last digits do: then no standard error is made of what rounding left.
/// </summary>
internal static class Spread
{
    /// <summary>Share of a value that adding up in another order may change.</summary>
    public const double Rounding = 1e-13;

    /// <summary>
    /// The same for a difference of two measures: where it is a thousandth of them, it has lost three digits already.
    /// Measures that truly differ do not do so by the same amount to ten digits, again and again.
    /// </summary>
    public const double RoundingOfDifferences = 1e-10;

    /// <summary>Whether all values are equal but for rounding, beside the largest of them.</summary>
    public static bool IsRounding(ReadOnlySpan<double> values, double rounding = Rounding)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (double value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return IsRounding(least, most, rounding);
    }

    /// <summary>Whether the ends of a range are equal but for rounding.</summary>
    public static bool IsRounding(double least, double most, double rounding = Rounding) =>
        most - least <= rounding * Math.Max(Math.Abs(least), Math.Abs(most));
}
