using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>The weight whose interval held the truth least often, and whether the least of so many falls as short by chance.</summary>
/// <param name="Weight">From 0, without b.</param>
/// <param name="Share">Of the worlds.</param>
/// <param name="PValue">
/// An upper bound of the chance that some weight is held as rarely where all are held in 95 of 100 worlds:
/// d P(X ≤ x), X ~ Binomial(worlds, 0.95), which holds however the weights go together.
/// </param>
internal sealed record LeastCovered(int Weight, Interval Share, double PValue)
{
    private const double Promised = Interval.DefaultConfidence;

    /// <summary>Whether it is held more rarely than the least of so many would be by chance.</summary>
    public bool FallsShort => PValue < HolmValues.Level;

    public static LeastCovered Of(CoefficientCoverage coverage)
    {
        int worlds = coverage.ByWorld.Length, held = (int)Math.Round(coverage.ByWeight[coverage.Worst] * worlds);
        return new LeastCovered(
            coverage.Worst, WilsonInterval.Of(held, worlds),
            Math.Min(1, coverage.ByWeight.Length * CountLaw.OfBinomial(worlds, Promised).Cumulative(held)));
    }
}
