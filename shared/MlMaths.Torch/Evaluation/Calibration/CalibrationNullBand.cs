using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The expected calibration error that true probabilities would show on so many rows, by chance alone: labels are drawn as
/// yᵢ ~ Bernoulli(pᵢ), over and over, and the error of each draw is taken. An observed error inside the band is no
/// evidence against the probabilities; above it, it is (J. Bröcker and L. A. Smith, 2007, Weather and Forecasting
/// 22:651–661, do this for the whole diagram).
/// </summary>
/// <param name="Observed">The error of the labels that came; null without rows.</param>
/// <param name="Low">Lower end of the central band of the simulated errors; null without rows.</param>
/// <param name="High">Upper end.</param>
/// <param name="Confidence">Share of simulated errors inside the band.</param>
/// <param name="PValue">Share of errors at least as large as the observed one, it included.</param>
public sealed record CalibrationNullBand(double? Observed, double? Low, double? High, double Confidence, double? PValue)
{
    /// <summary>Draws of all labels.</summary>
    public const int DefaultSimulations = 1000;

    /// <summary>Over bins of equal width, seeded.</summary>
    public static CalibrationNullBand Of(
        ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int seed,
        int bins = ReliabilityDiagram.DefaultErrorBins, int simulations = DefaultSimulations,
        double confidence = Interval.DefaultConfidence)
    {
        double tail = (1 - Interval.Checked(confidence)) / 2;
        if (ReliabilityDiagram.EqualWidth(labels, probabilities, bins).ExpectedCalibrationError is not double observed)
            return new CalibrationNullBand(null, null, null, confidence, null);

        var error = new CalibrationError(probabilities, bins);
        var random = new SplitMix64(seed, DrawnFor.Worlds);
        double[] simulated = new double[simulations];
        for (int s = 0; s < simulations; s++) simulated[s] = error.OfSimulated(ref random);

        var quantiles = Quantiles.Of(simulated);
        // The observed draw is one of the draws: a p-value is never 0.
        double atLeast = simulated.Count(value => value >= observed) + 1;
        return new CalibrationNullBand(
            observed, quantiles.At(tail), quantiles.At(1 - tail), confidence, atLeast / (simulations + 1));
    }
}
