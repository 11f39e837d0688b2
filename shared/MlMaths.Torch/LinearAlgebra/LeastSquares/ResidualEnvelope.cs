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
/// by how often a world of normal errors has as many. A world lies inside the envelope that it helped to make more often than a
/// stranger does; so each, these residuals too, is judged by the envelope of all the others, and if errors are normal, all
/// of them are strangers alike: p is at most α with a chance of at most α, however few the worlds.
/// Source: Atkinson, Plots, Transformations and Regression (1985), section 4.2.
/// </summary>
/// <param name="Places">Where normal residuals would lie, ascending.</param>
/// <param name="Residuals">The standardised residuals, ascending.</param>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge.</param>
/// <param name="Outside">Residuals outside the envelope.</param>
/// <param name="PValue">Share of the worlds (and this one) with as many outside the envelope of the others.</param>
/// <param name="Worlds">How many were simulated.</param>
public sealed record ResidualEnvelope(
    double[] Places, double[] Residuals, double[] Low, double[] High, int Outside, double PValue, int Worlds)
{
    private const double Affordable = 1e8, Tail = 0.025;

    /// <summary>Simulates; null where some residual cannot be standardised.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="influence">Influence of the same fit.</param>
    /// <param name="seed">Decides the worlds.</param>
    /// <param name="worlds">How many, fewer where there are very many rows.</param>
    /// <param name="cancellation">Asked before each world.</param>
    public static ResidualEnvelope? Of(
        LeastSquares fit, FitInfluence influence, int seed, int worlds = 500, CancellationToken cancellation = default)
    {
        if (influence.StandardisedResiduals.Any(r => r is null)) return null;
        int n = fit.Qr.Rows;
        worlds = (int)Math.Clamp(Affordable / ((double)n * fit.Qr.Columns * 4), Math.Min(60, worlds), worlds);
        double[] residuals = [.. influence.StandardisedResiduals.Select(r => r!.Value).Order()];
        var random = Seeds.Generator(seed, DrawnFor.Errors);
        double[][] simulated = [.. Enumerable.Range(0, worlds).Select(_ => World(fit, influence, random, cancellation))];

        double[][] all = [residuals, .. simulated];
        double[] low = new double[n], high = new double[n], across = new double[all.Length];
        int[] outside = new int[all.Length];
        for (int k = 0; k < n; k++)
        {
            for (int world = 0; world < all.Length; world++) across[world] = all[world][k];
            Array.Sort(across);
            for (int world = 0; world < all.Length; world++)
                if (IsOutside(across, all[world][k])) outside[world]++;
            (low[k], high[k]) = Without(across, residuals[k]);
        }

        double[] places = [.. Enumerable.Range(0, n).Select(k => Normal.Quantile((k + 0.5) / n))];
        double share = (double)outside.Count(count => count >= outside[0]) / outside.Length;
        return new ResidualEnvelope(places, residuals, low, high, outside[0], share, worlds);
    }

    private static bool IsOutside(double[] sorted, double one)
    {
        int near = (int)(Tail * sorted.Length) + 2; // whoever is not among the first or last has no edge to look at
        if (near < sorted.Length - near && one > sorted[near] && one < sorted[^(near + 1)]) return false;
        (double low, double high) = Without(sorted, one);
        return one < low || one > high;
    }

    // The edges of the sorted values but for one of them.
    private static (double Low, double High) Without(double[] sorted, double one)
    {
        int skipped = Array.BinarySearch(sorted, one);
        return (At(Tail), At(1 - Tail));

        double At(double share)
        {
            double h = (sorted.Length - 2) * share;
            int below = (int)h, above = Math.Min(below + 1, sorted.Length - 2);
            return Kept(below) + (h - below) * (Kept(above) - Kept(below));
        }

        double Kept(int place) => sorted[place < skipped ? place : place + 1];
    }

    private static double[] World(LeastSquares fit, FitInfluence influence, Random random, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        double[] ε = [.. Enumerable.Range(0, fit.Qr.Rows).Select(_ => Normal.Draw(random))];
        double[] r = fit.Qr.Residuals(ε);
        double σ = Math.Sqrt(r.Sum(one => one * one) / fit.DegreesOfFreedom);
        double[] standardised = [.. r.Zip(influence.Leverages, (one, h) => one / (σ * Math.Sqrt(1 - h)))];
        Array.Sort(standardised);
        return standardised;
    }
}
