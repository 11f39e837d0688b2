using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>What labelled rows say about the probabilities and calls of a model.</summary>
/// <param name="Tuning">From a logit to the logit that their labels ask for: slope 1 and intercept 0 where the
/// probabilities are right.</param>
/// <param name="BaseRate">b: their share of positives.</param>
/// <param name="TruePositiveRate">Share of positives that the threshold calls.</param>
/// <param name="FalsePositiveRate">Share of negatives that the threshold calls.</param>
public sealed record TunedProbabilities(PlattCalibration Tuning, double BaseRate, double TruePositiveRate, double FalsePositiveRate)
{
    /// <summary>A probability as tuned, at the base rate b.</summary>
    public double Of(double probability) => Tuning.Probability(Logit.Of(Finite.Share(probability)));

    /// <summary>All of them.</summary>
    public double[] Of(ReadOnlySpan<double> probabilities)
    {
        double[] tuned = new double[probabilities.Length];
        for (int row = 0; row < tuned.Length; row++)
            tuned[row] = Of(probabilities[row]);
        return tuned;
    }

    /// <summary>
    /// The threshold for probabilities as the model gives them, from which on a row is worth calling at another base rate; null where
    /// the labels turn the order of the rows round, so that no such threshold exists.
    /// Null for an infinite one too, which calls all rows or none at any base rate.
    /// </summary>
    /// <param name="threshold">On right probabilities, above 0 and below 1.</param>
    /// <param name="now">The base rate of now, above 0 and below 1.</param>
    public double? ThresholdAt(double threshold, double now)
    {
        Finite.Share(now);
        if (double.IsInfinity(Scores.RequireThreshold(threshold))) return null;
        if (!(Tuning.Slope > 0)) return null;
        double z = (Logit.Of(new BaseRateShift(BaseRate, now).OldThresholdFor(threshold)) - Tuning.Intercept) / Tuning.Slope;
        return Logit.Probability(z);
    }
}
