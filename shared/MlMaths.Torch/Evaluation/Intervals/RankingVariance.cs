namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How much the two areas under curves vary with the sample, read from cumulative counts in one pass: a sort has been paid for
/// already, and ten million rows cost no resampling. Each row has an influence U, what the area gains per unit of weight on
/// that row; the variance of an area is the sum of their squares about the mean of each class.
/// <code>
/// thresholds b descend;  t_b, f_b positives and negatives at b,  T_b, F_b down to b,  N_b = T_b + F_b,  m and n₀ in all
///
/// ROC area A   V10 of a positive at b = ( n₀ − F_b + f_b/2 ) / n₀        V01 of a negative at b = ( T_b − t_b/2 ) / m
///              Var A = s²(V10)/m + s²(V01)/n₀                            (DeLong's, ÷ m − 1 and n₀ − 1)
///
/// AP = 1/m Σ_b t_b T_b/N_b
///              U of a row y at b = [ y (T_b/N_b − AP) + Σ_{c ≤ b} t_c (y N_c − T_c)/N_c² ] / m
///              Var AP = Σ (U − mean U of the row's class)²               (infinitesimal jackknife, classes kept)
/// </code>
/// The sum over c ≤ b is over thresholds no higher than b: a row counts in every precision taken at or below its own score
/// (L. Jaeckel, 1972; B. Efron, 1982, The Jackknife, the Bootstrap and Other Resampling Plans, chapter 6).
/// </summary>
internal static class RankingVariance
{
    /// <summary>
    /// Of the ROC area, what the positives and what the negatives add to it; null unless each class has at least two rows.
    /// </summary>
    public static (double OfPositives, double OfNegatives)? OfRocArea(ThresholdCounts counts)
    {
        double m = counts.Positives, n0 = counts.Negatives;
        if (m < 2 || n0 < 2) return null;
        var ofPositives = new WeightedSpread();
        var ofNegatives = new WeightedSpread();
        ReadOnlySpan<long> T = counts.CumulativePositives, F = counts.CumulativeNegatives;
        for (int b = 0; b < T.Length; b++)
        {
            double t = T[b] - Before(T, b), f = F[b] - Before(F, b);
            ofPositives.Add((n0 - F[b] + f / 2) / n0, t);
            ofNegatives.Add((T[b] - t / 2) / m, f);
        }

        return (ofPositives.SumOfSquares / (m - 1) / m, ofNegatives.SumOfSquares / (n0 - 1) / n0);
    }

    /// <summary>Of the average precision, what the positives and what the negatives add to it; null without a positive row.</summary>
    public static (double OfPositives, double OfNegatives)? OfAveragePrecision(ThresholdCounts counts)
    {
        if (counts.Positives == 0) return null;
        (double[] positive, double[] negative) = Influences(counts);
        var ofPositives = new WeightedSpread();
        var ofNegatives = new WeightedSpread();
        ReadOnlySpan<long> T = counts.CumulativePositives, F = counts.CumulativeNegatives;
        for (int b = 0; b < T.Length; b++)
        {
            ofPositives.Add(positive[b], T[b] - Before(T, b));
            ofNegatives.Add(negative[b], F[b] - Before(F, b));
        }

        return (ofPositives.SumOfSquares, ofNegatives.SumOfSquares);
    }

    /// <summary>U of a positive and of a negative row at each threshold.</summary>
    public static (double[] Positive, double[] Negative) Influences(ThresholdCounts counts)
    {
        ReadOnlySpan<long> T = counts.CumulativePositives, F = counts.CumulativeNegatives;
        double m = counts.Positives, area = PrecisionRecallCurve.AreaInSteps(T, F)!.Value;
        double[] positive = new double[T.Length], negative = new double[T.Length];
        double gained = 0, lost = 0; // Σ t/N and Σ tT/N² over thresholds no higher than b
        for (int b = T.Length - 1; b >= 0; b--)
        {
            double t = T[b] - Before(T, b), N = T[b] + F[b];
            gained += t / N;
            lost += t * T[b] / (N * N);
            positive[b] = (T[b] / N - area + gained - lost) / m;
            negative[b] = -lost / m;
        }

        return (positive, negative);
    }

    private static long Before(ReadOnlySpan<long> cumulative, int b) => b == 0 ? 0 : cumulative[b - 1];

    /// <summary>Σ w (x − mean)², updated value by value (D. H. D. West, 1979, Communications of the ACM 22:532–535).</summary>
    private struct WeightedSpread
    {
        private double _weight, _mean;

        public double SumOfSquares { get; private set; }

        public void Add(double value, double weight)
        {
            if (weight == 0) return;
            _weight += weight;
            double distance = value - _mean;
            _mean += distance * weight / _weight;
            SumOfSquares += weight * distance * (value - _mean);
        }
    }
}
