using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How often the t intervals of least squares hold the truth, tried: with the rows and weights of a fit as a world, targets are
/// drawn again and again, y = Aθ + σᵢε with ε ~ N(0, 1), and each time all weights are fitted and their intervals asked.
/// <code>
/// σᵢ = σ̂                                  one spread: what the intervals assume
/// σᵢ = σ̂ (1 + c (ŷᵢ − mean ŷ)/sd ŷ)        a spread that grows with the prediction, at least a tenth of σ̂
/// </code>
/// </summary>
/// <param name="ByWorld">Share of the intervals, of all weights but b, that held the truth in each world.</param>
/// <param name="ByWeight">Share of the worlds in which the interval of each weight but b held the truth.</param>
public sealed record CoefficientCoverage(double[] ByWorld, double[] ByWeight)
{
    /// <summary>
    /// The share that held the truth, over worlds and weights; weights of one world hold and miss together, worlds are
    /// independent.
    /// </summary>
    public Interval Share => MeanInterval.Of(ByWorld, seed: 1);

    /// <summary>The weight, from 0, whose interval held the truth least often.</summary>
    public int Worst => Array.IndexOf(ByWeight, ByWeight.Min());

    /// <summary>Draws and asks.</summary>
    /// <param name="fit">Its rows and weights are the world.</param>
    /// <param name="worlds">How often targets are drawn.</param>
    /// <param name="seed">Decides the draws.</param>
    /// <param name="growth">c; below 0 where the spread falls as the prediction rises.</param>
    /// <param name="cancellation">Asked before each world.</param>
    public static CoefficientCoverage Fit(
        LeastSquares fit, int worlds, int seed, double growth = 0, CancellationToken cancellation = default)
    {
        Finite.Checked(growth);
        double[] fitted = fit.Fitted, roots = fit.Qr.InverseGramRoots();
        var moments = Moments.Of(fitted);
        double[] spreads = [.. fitted.Select(
            ŷ => fit.ResidualDeviation * Math.Max(0.1, 1 + growth * (ŷ - moments.Mean) / moments.PopulationDeviation))];
        double t = StudentT.Quantile(0.975, fit.DegreesOfFreedom);
        var random = Seeds.Generator(seed, DrawnFor.Errors, 1);
        int p = fit.Qr.Columns;
        double[] byWorld = new double[worlds], byWeight = new double[p - 1];
        for (int world = 0; world < worlds; world++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] y = [.. fitted.Zip(spreads, (ŷ, σ) => ŷ + σ * Normal.Draw(random))];
            double[] z = fit.Qr.Reflected(y), θ = fit.Qr.BackSubstituted(z);
            double σ̂ = Magnitude.Norm(z.AsSpan(p)) / Math.Sqrt(fit.DegreesOfFreedom);
            for (int k = 1; k < p; k++)
            {
                if (Math.Abs(θ[k] - fit.Weights[k]) > t * σ̂ * roots[k]) continue;
                byWorld[world] += 1.0 / (p - 1);
                byWeight[k - 1] += 1.0 / worlds;
            }
        }

        return new CoefficientCoverage(byWorld, byWeight);
    }
}
