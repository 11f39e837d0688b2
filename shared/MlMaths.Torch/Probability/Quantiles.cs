namespace MlMaths.Torch.Probability;

/// <summary>
/// Quantiles of a sample, sorted once: "type 7" of R. J. Hyndman and Y. Fan (1996, The American Statistician 50:361–365),
/// which R, NumPy and spreadsheets take. The p-quantile lies at position h = (n − 1)p of the sorted values, between two of
/// them by a straight line.
/// </summary>
public sealed class Quantiles
{
    private readonly double[] _sorted;

    private Quantiles(double[] sorted) => _sorted = sorted;

    /// <summary>
    /// Sorts a copy of at least one value. An infinite one is larger (or smaller) than all others, and so is a quantile
    /// that leans on it; NaN has no place in an order and is refused.
    /// </summary>
    public static Quantiles Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There are no values: a quantile needs at least one.", nameof(values));
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        if (double.IsNaN(sorted[0])) // NaN sorts first
            throw new ArgumentException("A value is NaN, which cannot be sorted.", nameof(values));
        if (double.IsNegativeInfinity(sorted[0]) && double.IsPositiveInfinity(sorted[^1]))
        {
            throw new ArgumentException("Values are infinite on both sides, and there is no straight line from one to "
                + "the other.", nameof(values));
        }

        return new Quantiles(sorted);
    }

    /// <summary>The values in ascending order.</summary>
    public IReadOnlyList<double> Sorted => _sorted;

    /// <summary>The median: half of the values lie on either side.</summary>
    public double Median => At(0.5);

    /// <summary>The value below which a share <paramref name="p"/> (0 to 1) of the sample lies.</summary>
    public double At(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile is asked for at a share from 0 to 1.");
        double h = (_sorted.Length - 1) * p;
        int below = (int)h;
        int above = Math.Min(below + 1, _sorted.Length - 1);
        double step = _sorted[above] - _sorted[below], share = h - below;
        if (share == 0 || step == 0 || _sorted[below] == _sorted[above]) return _sorted[below];
        if (double.IsFinite(step) || double.IsInfinity(_sorted[below])
            || double.IsInfinity(_sorted[above]))
        {
            return _sorted[below] + share * step;
        }

        return (1 - share) * _sorted[below] + share * _sorted[above]; // their distance is beyond 1.8e308; they are not
    }
}
