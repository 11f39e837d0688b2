using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The base rate of rows whose labels nobody knows yet, from their calibrated probabilities alone: the rate under which these
/// probabilities are likeliest.
///
/// <para>A row with probability pᵢ at the old rate b has a likelihood ratio P(xᵢ|1)/P(xᵢ|0) = pᵢ/(1 − pᵢ) · (1 − b)/b. Up to
/// a factor that knows nothing of the new rate q, its likelihood is</para>
/// <code>
/// Lᵢ(q)  = q/b · pᵢ + (1 − q)/(1 − b) · (1 − pᵢ)
/// ln L(q) = Σᵢ ln Lᵢ(q)                          concave in q: one maximum
///
/// E:  pᵢ′ = q/b · pᵢ / Lᵢ(q)                     the probability of the row at the rate q
/// M:  q ← 1/n Σᵢ pᵢ′                             the mean of those
/// </code>
/// <para>2 (ln L(q̂) − ln L(b)) tells whether the rate has changed at all: near χ² with one degree of freedom, where the probabilities
/// are right and q̂ is not at an end.</para>
/// Source: Saerens, Latinne, Decaestecker, Adjusting the Outputs of a Classifier to New a Priori Probabilities (2002), Neural
/// Computation 14:21–41.
/// </summary>
/// <param name="BaseRate">q̂: 0 and 1 are possible.</param>
/// <param name="Steps">Steps of expectation and maximisation.</param>
/// <param name="LikelihoodRatio">2 (ln L(q̂) − ln L(b)), 0 or more.</param>
/// <param name="PValue">p-value of “nothing has changed”, by χ² with one degree of freedom.</param>
public sealed record BaseRateEstimate(double BaseRate, int Steps, double LikelihoodRatio, double PValue)
{
    private const double SmallestStep = 1e-9;
    private const int MaxSteps = 10_000;

    /// <summary>Begins at the old rate, as the paper does, and ends where a step changes nothing any more.</summary>
    /// <param name="probabilities">Calibrated at the old rate; at least one.</param>
    /// <param name="before">b, above 0 and below 1.</param>
    public static BaseRateEstimate Fit(ReadOnlySpan<double> probabilities, double before)
    {
        Scores.RequireProbabilities(probabilities);
        if (probabilities.IsEmpty)
            throw new ArgumentException("Without rows there is no base rate.", nameof(probabilities));
        double b = new BaseRateShift(before, before).Before, q = b;
        int steps = 0;
        for (double moved = 1; moved > SmallestStep && steps < MaxSteps; steps++)
        {
            double next = Expected(probabilities, b, q);
            moved = Math.Abs(next - q);
            q = next;
        }

        double ratio = Math.Max(0, 2 * (LogLikelihood(probabilities, b, q) - LogLikelihood(probabilities, b, b)));
        return new BaseRateEstimate(q, steps, ratio, ChiSquared.UpperTail(ratio, 1));
    }

    /// <summary>
    /// Adjusted counts, the older way: the calls of a classifier with known rates, solved for the share of positives.
    /// <code>
    /// called = q TPR + (1 − q) FPR   ⇒   q = (called − FPR) / (TPR − FPR), clipped to 0 … 1
    /// </code>
    /// Null where the classifier calls both classes alike. Source: G. Forman, Counting Positives Accurately Despite Inaccurate
    /// Classification (2005).
    /// </summary>
    /// <param name="calledShare">Share of rows that were called positive.</param>
    /// <param name="truePositiveRate">TPR, on rows with labels.</param>
    /// <param name="falsePositiveRate">FPR, on rows with labels.</param>
    public static double? ByAdjustedCounts(double calledShare, double truePositiveRate, double falsePositiveRate) =>
        Finite.Share(calledShare) >= 0 && Finite.Share(truePositiveRate) == Finite.Share(falsePositiveRate)
            ? null
            : Math.Clamp((calledShare - falsePositiveRate) / (truePositiveRate - falsePositiveRate), 0, 1);

    private static double Expected(ReadOnlySpan<double> probabilities, double b, double q)
    {
        double sum = 0;
        foreach (double p in probabilities)
            sum += q / b * p / Likelihood(p, b, q);
        return sum / probabilities.Length;
    }

    private static double LogLikelihood(ReadOnlySpan<double> probabilities, double b, double q)
    {
        double sum = 0;
        foreach (double p in probabilities)
            sum += Math.Log(Likelihood(p, b, q));
        return sum;
    }

    private static double Likelihood(double p, double b, double q) => q / b * p + (1 - q) / (1 - b) * (1 - p);
}
