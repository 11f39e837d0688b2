using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The rate of <see cref="BaseRateEstimate"/> by another road, for where it is wanted a thousand times: EM crawls where the classes
/// overlap, Newton's method does not. With uᵢ = P(xᵢ|1)/P(xᵢ|0) − 1, written so that no probability of 1 divides by zero:
/// <code>
/// Lᵢ(q)      ∝ 1 + q uᵢ
/// d/dq ln L  = Σ uᵢ / (1 + q uᵢ)                 falls in q: one root, or the maximum is at an end
/// d²/dq²     = −Σ (uᵢ / (1 + q uᵢ))²
/// </code>
/// A step that leaves the bracket around the root is replaced by its middle.
/// </summary>
internal static class BaseRateLikelihood
{
    private const int MaxSteps = 60;
    private const double SmallestStep = 1e-10;

    /// <summary>q̂ in 0 … 1.</summary>
    /// <param name="probabilities">Calibrated at the old rate; at least one.</param>
    /// <param name="before">b, above 0 and below 1.</param>
    public static double Maximum(ReadOnlySpan<double> probabilities, double before)
    {
        if (Slope(probabilities, before, 0).First <= 0) return 0;
        if (Slope(probabilities, before, 1).First >= 0) return 1;
        double low = 0, high = 1, q = before;
        for (int step = 0; step < MaxSteps; step++)
        {
            (double first, double second) = Slope(probabilities, before, q);
            if (first > 0) low = q;
            else high = q;
            double next = q - first / second;
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - q) < SmallestStep) return next;
            q = next;
        }

        return q;
    }

    /// <summary>
    /// Where q̂ is 0 or 1, how far away the rate may still be: ln L has fallen there by half the 95 % point of χ² with one degree of
    /// freedom. Resampled rows that all put q̂ at the same end would say that the rate is known exactly.
    /// </summary>
    /// <param name="probabilities">Calibrated at the old rate; at least one.</param>
    /// <param name="before">b, above 0 and below 1.</param>
    /// <param name="end">q̂, 0 or 1.</param>
    public static double FarLimit(ReadOnlySpan<double> probabilities, double before, double end)
    {
        double least = LogLikelihood(probabilities, before, end) - 0.5 * Normal.TwoSidedQuantile(0.95) * Normal.TwoSidedQuantile(0.95);
        double near = end, far = 1 - end;
        if (LogLikelihood(probabilities, before, far) >= least) return far;
        for (int step = 0; step < MaxSteps; step++)
        {
            double middle = (near + far) / 2;
            if (LogLikelihood(probabilities, before, middle) >= least) near = middle;
            else far = middle;
        }

        return near;
    }

    private static double LogLikelihood(ReadOnlySpan<double> probabilities, double b, double q)
    {
        double sum = 0;
        foreach (double p in probabilities)
            sum += Math.Log(q * p / b + (1 - q) * (1 - p) / (1 - b));
        return sum;
    }

    // uᵢ/(1 + q uᵢ) = (p/b − (1 − p)/(1 − b)) / (q p/b + (1 − q)(1 − p)/(1 − b)), both multiplied by (1 − p)/(1 − b).
    private static (double First, double Second) Slope(ReadOnlySpan<double> probabilities, double b, double q)
    {
        double first = 0, second = 0;
        foreach (double p in probabilities)
        {
            double one = p / b, none = (1 - p) / (1 - b);
            double part = (one - none) / (q * one + (1 - q) * none);
            first += part;
            second -= part * part;
        }

        return (first, second);
    }
}
