using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The ROC area and its variance without resampling (E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, 1988, Biometrics
/// 44:837–845), by midranks in O(n log n) (X. Sun and W. Xu, 2014, IEEE Signal Processing Letters 21:1389–1393). With m
/// positives, n₀ negatives, and midranks T among all rows, T⁺ among the positives, T⁻ among the negatives:
/// <code>
/// V10ᵢ = (Tᵢ − T⁺ᵢ) / n₀        share of negatives that positive i outranks, ties counting half
/// V01ⱼ = 1 − (Tⱼ − T⁻ⱼ) / m     share of positives that outrank negative j
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

    /// <summary>Ranks the rows three times.</summary>
    public static DeLong Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Scores.RequireOnePerLabel(labels, scores);
        Scores.RequireFinite(scores);
        int positives = labels.Count(true), negatives = labels.Length - positives;
        double[] positiveScores = new double[positives], negativeScores = new double[negatives];
        for (int row = 0, i = 0, j = 0; row < labels.Length; row++)
        {
            if (labels[row]) positiveScores[i++] = scores[row];
            else negativeScores[j++] = scores[row];
        }
        if (positives == 0 || negatives == 0) return new DeLong(positiveScores, negativeScores); // only their numbers count

        double[] amongAll = Midranks.Of([.. positiveScores, .. negativeScores]);
        double[] amongPositives = Midranks.Of(positiveScores);
        double[] amongNegatives = Midranks.Of(negativeScores);
        double[] ofPositives = new double[positives], ofNegatives = new double[negatives];
        for (int i = 0; i < positives; i++)
            ofPositives[i] = (amongAll[i] - amongPositives[i]) / negatives;
        for (int j = 0; j < negatives; j++)
            ofNegatives[j] = 1 - (amongAll[positives + j] - amongNegatives[j]) / positives;
        return new DeLong(ofPositives, ofNegatives);
    }

    /// <summary>The reason that there is no area; null where there is one.</summary>
    public string? WhyUndefined => Scores.MissingClass(_ofPositives.Length, _ofNegatives.Length);

    /// <summary>The area under the ROC curve; null where a class is missing.</summary>
    public double? Area => WhyUndefined is null ? Moments.Of(_ofPositives).Mean : null;

    /// <summary>S; null unless each class has at least two rows.</summary>
    public double? Variance => Covariance(this, this);

    /// <summary>As <see cref="RocAreaInterval"/> has it; without ends where a class has only one row.</summary>
    public Interval AreaInterval(double confidence = Interval.UsualConfidence)
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
