namespace MlMaths.Torch.Probability;

/// <summary>
/// Mean, variance, skewness and kurtosis of a sample, from two passes: the mean first, then sums of powers about it.
/// (The one-pass Σx² − n x̄² loses all digits where the mean is large beside the spread.)
/// <code>
/// x̄  = 1/n Σ xᵢ        m_k = 1/n Σ (xᵢ − x̄)^k
/// σ² = m₂  (÷ n)       s²  = n/(n − 1) m₂  (÷ n − 1)
/// skewness = m₃ / m₂^(3/2)      excess kurtosis = m₄ / m₂² − 3      (both 0 for a normal distribution)
/// </code>
/// </summary>
public sealed record Moments
{
    private readonly double _unit, _second, _third, _fourth; // powers of d/unit

    private Moments(ReadOnlySpan<double> values)
    {
        Count = values.Length;
        _unit = Magnitude.Of(values);
        double mean = MeanOf(values, _unit);
        Mean = mean * _unit;
        if (IsConstant(values)) return; // exactly no spread, whatever the rounding of the mean says

        foreach (double value in values)
        {
            double d = value / _unit - mean, d2 = d * d;
            _second += d2 / Count;
            _third += d2 * d / Count;
            _fourth += d2 * d2 / Count;
        }
    }

    /// <summary>
    /// Moments of at least one value. Beyond sizes of 1e154 a variance may be infinite, below 1e-154 it may be 0;
    /// nothing else is.
    /// </summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There are no values: a mean needs at least one.",
                nameof(values));
        }

        Finite.Check(values);
        return new Moments(values);
    }

    /// <summary>n.</summary>
    public int Count { get; }

    /// <summary>x̄.</summary>
    public double Mean { get; }

    /// <summary>σ², divided by n: the spread of these very values.</summary>
    public double PopulationVariance => _second * _unit * _unit;

    /// <summary>√σ², divided by n.</summary>
    public double PopulationDeviation => Math.Sqrt(_second) * _unit;

    /// <summary>s², divided by n − 1: an unbiased estimate of the spread they were drawn from; null for one value.</summary>
    public double? SampleVariance => Count < 2 ? null : PopulationVariance * Count / (Count - 1);

    /// <summary>√s², divided by n − 1; null for one value.</summary>
    public double? SampleDeviation => Count < 2 ? null : Math.Sqrt(_second * Count / (Count - 1)) * _unit;

    /// <summary>s/√n: the standard error of the mean; null for one value.</summary>
    public double? StandardError => SampleDeviation / Math.Sqrt(Count);

    /// <summary>Positive where the long tail is to the right; null without spread.</summary>
    public double? Skewness => _second == 0 ? null : _third / Math.Pow(_second, 1.5);

    /// <summary>Above 0 where the tails are heavier than a normal distribution's; null without spread.</summary>
    public double? ExcessKurtosis => _second == 0 ? null : _fourth / (_second * _second) - 3;

    private static double MeanOf(ReadOnlySpan<double> values, double unit)
    {
        double rough = 0, rest = 0;
        foreach (double value in values) rough += value / unit / values.Length;
        // The residuals of an exact mean add up to 0; what they add up to is what rounding took.
        foreach (double value in values) rest += value / unit - rough;
        return rough + rest / values.Length;
    }

    private static bool IsConstant(ReadOnlySpan<double> values) => !values.ContainsAnyExcept(values[0]);
}
