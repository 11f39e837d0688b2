using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Standardised residuals in order, against where normal ones would lie; and how far normal ones stray, by simulation with the
/// very same rows: the envelope knows of the leverages and of the weights that were fitted.
/// <code>
/// place of the k-th of n smallest   Φ⁻¹( (k − ½)/n )
/// a world of normal errors          ε ~ N(0, I),  r = (I − QQᵀ)ε,  standardised and sorted like the real ones
/// envelope                          from the 2.5 to the 97.5 % quantile of the k-th smallest, over worlds
/// </code>
/// The envelope holds each place by itself; of all n together some are outside in most worlds. So the number outside is judged
/// by how often a world of normal errors has as many.
/// Source: Atkinson, Plots, Transformations and Regression (1985), section 4.2.
/// </summary>
/// <param name="Places">Where normal residuals would lie, ascending.</param>
/// <param name="Residuals">The standardised residuals, ascending.</param>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge.</param>
/// <param name="Outside">Residuals outside the envelope.</param>
/// <param name="PValue">Share of the worlds (and this one) with as many outside.</param>
/// <param name="Worlds">How many were simulated.</param>
public sealed record ResidualEnvelope(
    double[] Places, double[] Residuals, double[] Low, double[] High, int Outside, double PValue, int Worlds)
{
    private const double Affordable = 1e8;

    /// <summary>Simulates; null where some residual cannot be standardised.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="influence">Influence of the same fit.</param>
    /// <param name="seed">Decides the worlds.</param>
    /// <param name="worlds">How many, fewer where there are very many rows.</param>
    public static ResidualEnvelope? Of(LeastSquares fit, FitInfluence influence, int seed, int worlds = 500)
    {
        if (influence.StandardisedResiduals.Any(r => r is null)) return null;
        int n = fit.Qr.Rows;
        worlds = (int)Math.Clamp(Affordable / ((double)n * fit.Qr.Columns * 4), 60, worlds);
        double[] residuals = [.. influence.StandardisedResiduals.Select(r => r!.Value).Order()];
        var random = new Random(seed);
        double[][] simulated = [.. Enumerable.Range(0, worlds).Select(_ => World(fit, influence, random))];

        double[] low = new double[n], high = new double[n];
        for (int k = 0; k < n; k++)
        {
            var across = Quantiles.Of([.. simulated.Select(world => world[k])]);
            (low[k], high[k]) = (across.At(0.025), across.At(0.975));
        }

        int outside = OutsideOf(residuals);
        double[] places = [.. Enumerable.Range(0, n).Select(k => Normal.Quantile((k + 0.5) / n))];
        double share = (1.0 + simulated.Count(world => OutsideOf(world) >= outside)) / (1 + worlds);
        return new ResidualEnvelope(places, residuals, low, high, outside, share, worlds);

        int OutsideOf(double[] ascending) => Enumerable.Range(0, n).Count(k => ascending[k] < low[k] || ascending[k] > high[k]);
    }

    private static double[] World(LeastSquares fit, FitInfluence influence, Random random)
    {
        double[] ε = [.. Enumerable.Range(0, fit.Qr.Rows).Select(_ => Normal.Draw(random))];
        double[] r = fit.Qr.Residuals(ε);
        double σ = Math.Sqrt(r.Sum(one => one * one) / fit.DegreesOfFreedom);
        double[] standardised = [.. r.Zip(influence.Leverages, (one, h) => one / (σ * Math.Sqrt(1 - h)))];
        Array.Sort(standardised);
        return standardised;
    }
}
