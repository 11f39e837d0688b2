using MlMaths.Torch.Data;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Probabilities bin by bin, and what a bin's gap is where each true probability lies off by the same amount d:
/// <code>
/// qᵢ = pᵢ − d, within 0 to 1
/// Σ (pᵢ − qᵢ)                     = n d                              where no qᵢ is cut off
/// Σ (pᵢ − qᵢ)² + qᵢ(1 − qᵢ)       = Σ pᵢ(1 − pᵢ) + d (2 Σ pᵢ − n)     where no qᵢ is cut off
/// </code>
/// So bins away from 0 and 1 need no look at their rows.
/// </summary>
internal sealed class BinnedProbabilities
{
    private readonly double[] _byBin;
    private readonly int[] _starts;
    private readonly double[] _sums, _variances;
    private readonly (double Low, double High)[] _ends;

    /// <param name="probabilities">Of all rows.</param>
    /// <param name="bins">The bin of each.</param>
    /// <param name="count">How many bins there are.</param>
    public BinnedProbabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> bins, int count)
    {
        (_byBin, _starts) = (new double[probabilities.Length], new int[count + 1]);
        (_sums, _variances, _ends) = (new double[count], new double[count], new (double, double)[count]);
        foreach (int bin in bins) _starts[bin + 1]++;
        for (int bin = 0; bin < count; bin++) _starts[bin + 1] += _starts[bin];
        int[] next = _starts[..count];
        for (int row = 0; row < bins.Length; row++)
        {
            double p = probabilities[row];
            _byBin[next[bins[row]]++] = p;
            _sums[bins[row]] += p;
            _variances[bins[row]] += p * (1 - p);
        }

        for (int bin = 0; bin < count; bin++) _ends[bin] = NumberRange.Ends(Of(bin));
    }

    /// <summary>Σ (pᵢ − qᵢ) and Σ (pᵢ − qᵢ)² + qᵢ(1 − qᵢ) of a bin; 0 and 0 of an empty one.</summary>
    /// <param name="bin">Which.</param>
    /// <param name="off">d.</param>
    public (double Gap, double Variance) Gap(int bin, double off)
    {
        ReadOnlySpan<double> rows = Of(bin);
        if (rows.IsEmpty) return (0, 0);
        if (_ends[bin].Low - off >= 0 && _ends[bin].High - off <= 1)
            return (rows.Length * off, _variances[bin] + off * (2 * _sums[bin] - rows.Length));
        double gap = 0, variance = 0;
        foreach (double p in rows)
        {
            double q = Math.Clamp(p - off, 0, 1), d = p - q;
            gap += d;
            variance += d * d + q * (1 - q);
        }

        return (gap, variance);
    }

    private ReadOnlySpan<double> Of(int bin) => _byBin.AsSpan(_starts[bin].._starts[bin + 1]);
}
