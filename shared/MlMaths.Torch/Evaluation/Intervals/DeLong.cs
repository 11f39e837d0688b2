using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The ROC area and its variance without resampling (E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, 1988, Biometrics
/// 44:837–845), in O(n log n): what midranks are taken for (X. Sun and W. Xu, 2014, IEEE Signal Processing Letters 21:1389–1393)
/// stands in the cumulative counts. With m positives, n₀ negatives, and a class's rows above a score, those at it
/// counting half, N⁻ of the negatives and N⁺ of the positives:
/// <code>
/// V10ᵢ = (n₀ − N⁻ᵢ) / n₀        share of negatives that positive i outranks, ties counting half
/// V01ⱼ = 1 − (m − N⁺ⱼ) / m      share of positives that outrank negative j
/// AUC  = mean V10 = mean V01
/// S    = var(V10)/m + var(V01)/n₀          (÷ m − 1 and ÷ n₀ − 1)
/// </code>
/// </summary>
public sealed class DeLong
{
    private readonly double[] _ofPositives;
    private readonly double[] _ofNegatives;

    private DeLong(double[] ofPositives, double[] ofNegatives)
    {
        _ofPositives = ofPositives;
        _ofNegatives = ofNegatives;
    }

    /// <summary>Sorts the rows once.</summary>
    public static DeLong Of(bool[] labels, double[] scores) =>
        labels.Length == 0 ? new DeLong([], []) : Of(RankedScores.Of(labels, scores));

    /// <summary>The same of rows that are sorted already.</summary>
    public static DeLong Of(RankedScores rows)
    {
        double[] ofPositives = new double[rows.Counts.Positives], ofNegatives = new double[rows.Counts.Negatives];
        if (ofPositives.Length == 0 || ofNegatives.Length == 0)
            return new DeLong(ofPositives, ofNegatives); // only their numbers count
        double[] shares = Shares(rows);
        for (int row = 0, i = 0, j = 0; row < rows.Rows; row++)
        {
            if (rows.Labels[row])
                ofPositives[i++] = shares[row];
            else
                ofNegatives[j++] = shares[row];
        }
        return new DeLong(ofPositives, ofNegatives);
    }

    /// <summary>V10 of a positive row, V01 of a negative one, in the order of the rows; both classes must be there.</summary>
    internal static double[] Shares(RankedScores rows)
    {
        ThresholdCounts counts = rows.Counts;
        ReadOnlySpan<long> positives = counts.CumulativePositives, negatives = counts.CumulativeNegatives;
        double[] shares = new double[rows.Rows];
        for (int row = 0; row < shares.Length; row++)
        {
            int place = counts.PlaceOf(rows.Scores[row]);
            shares[row] = rows.Labels[row]
                ? (counts.Negatives - Above(negatives, place)) / counts.Negatives
                : 1 - (counts.Positives - Above(positives, place)) / counts.Positives;
        }
        return shares;
    }

    // Rows of a class above a score, those at the score counting half.
    private static double Above(ReadOnlySpan<long> cumulative, int place) =>
        (cumulative[place] + (place == 0 ? 0 : cumulative[place - 1])) / 2.0;

    /// <summary>The reason that there is no area; null where there is one.</summary>
    public string? WhyUndefined => Scores.MissingClass(_ofPositives.Length, _ofNegatives.Length);

    /// <summary>The area under the ROC curve; null where a class is missing.</summary>
    public double? Area => WhyUndefined is null ? Moments.Of(_ofPositives).Mean : null;

    /// <summary>S; null unless each class has at least two rows.</summary>
    public double? Variance => Covariance(this, this);

    /// <summary>As <see cref="RocAreaInterval"/> has it; without ends where a class has only one row.</summary>
    public Interval AreaInterval(double confidence = Interval.DefaultConfidence)
    {
        if (Area is not double area) return Interval.Undefined(WhyUndefined!, confidence);
        int m = _ofPositives.Length, n0 = _ofNegatives.Length;
        return Covariance(_ofPositives, _ofPositives) / m is double s1 && Covariance(_ofNegatives, _ofNegatives) / n0 is double s0
            ? RocAreaInterval.Of(area, s1, s0, m, n0, confidence)
            : Interval.WithoutEnds(area, "DeLong", "a class has only one row", confidence);
    }

    /// <summary>S₁₂ of two models scored on the same rows; null unless each class has at least two rows.</summary>
    internal static double? Covariance(DeLong first, DeLong second)
    {
        if (first._ofPositives.Length != second._ofPositives.Length || first._ofNegatives.Length != second._ofNegatives.Length)
            throw new ArgumentException("The two models were scored on different rows: a paired comparison needs the same ones.");
        return Covariance(first._ofPositives, second._ofPositives) / first._ofPositives.Length
             + Covariance(first._ofNegatives, second._ofNegatives) / first._ofNegatives.Length;
    }

    /// <summary>Shares of rows, rounded to 1e-16, leave a variance of that size squared where there is none.</summary>
    internal static bool IsZero(double variance) => variance < 1e-28;

    private static double? Covariance(double[] x, double[] y)
    {
        if (x.Length < 2) return null;
        double meanX = Moments.Of(x).Mean, meanY = Moments.Of(y).Mean, sum = 0;
        for (int i = 0; i < x.Length; i++) sum += (x[i] - meanX) * (y[i] - meanY);
        return sum / (x.Length - 1);
    }
}
