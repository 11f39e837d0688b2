using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>How much of one component the batches explain.</summary>
/// <param name="Component">Its number, from 0.</param>
/// <param name="Ratio">Its share of the variance.</param>
/// <param name="R2">The share of its variance that lies between batches.</param>
/// <param name="PValue">p-value of the F test that the batches have one mean.</param>
/// <param name="AdjustedPValue">After Benjamini–Hochberg over all components.</param>
public sealed record BatchComponent(int Component, double Ratio, double R2, double PValue, double AdjustedPValue);

/// <summary>
/// Principal component regression: how much of the variance lies between batches, along each component and in all.
///
/// <code>
/// R²ₖ = Σ_b n_b z̄_bk² / Σᵢ zᵢₖ²                     z̄_bk: mean score of batch b; the mean of all scores is 0
/// F   = (R²ₖ/(g − 1)) / ((1 − R²ₖ)/(n − g))          g batches; F(g − 1, n − g) where they do not differ
/// R²  = Σ λₖ R²ₖ / Σ λₖ
/// p   = (1 + #{shuffles of the labels with R²* ≥ R²}) / (1 + B)
/// </code>
/// Batches that do not differ still explain (g − 1)/(n − 1) of the variance; hence the shuffles. Sees batches that differ
/// in their mean, and no others.
/// Source: M. Büttner, Z. Miao, F. A. Wolf, S. A. Teichmann, F. J. Theis, 2019, Nature Methods 16:43–49.
/// </summary>
/// <param name="R2">The share of the whole variance that lies between batches.</param>
/// <param name="ExpectedR2">Its mean over the shuffles: what batches without an effect explain.</param>
/// <param name="PValue">p, of all components at once; makes no assumption on the distribution.</param>
/// <param name="Components">Each component that has any variance.</param>
public sealed record BatchRegression(double R2, double ExpectedR2, double PValue, IReadOnlyList<BatchComponent> Components)
{
    /// <summary>The level of a finding.</summary>
    public const double Level = 0.05;

    private const long NumbersInChunk = 4_000_000;

    /// <summary>Components along which the batches differ, at an adjusted p below <see cref="Level"/>.</summary>
    public int Affected => Components.Count(component => component.AdjustedPValue < Level);

    internal static BatchRegression Fit(Tensor rows, BatchLabels batches, IReadOnlyList<int[]> shuffles)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var fit = PrincipalComponents.Fit(rows);
        int rank = fit.Rank, n = fit.Rows, g = batches.Names.Count;
        Tensor Z = fit.Project(rows).narrow(1, 0, rank), squares = Z.square().sum([0]);

        double whole = squares.sum().ToDouble();
        double[] r2 = [.. (Between(Z, batches, [batches.OfRow])[0] / squares).clamp(0, 1).cpu().data<double>()];
        double[] p = [.. r2.Select(share => FisherF.UpperTail(share / (g - 1) / ((1 - share) / (n - g)), g - 1, n - g))];
        double[] adjusted = BenjaminiHochberg.Adjust(p);
        double all = Between(Z, batches, [batches.OfRow]).sum().ToDouble() / whole;

        double[] shuffled = [.. shuffles.Chunk((int)Math.Max(1, NumbersInChunk / n / g))
            .SelectMany(some => Shares(Z, batches, some, whole))];
        return new(
            all, shuffled.Average(), BatchEffect.PValueOf(all, shuffled),
            [.. Enumerable.Range(0, rank).Select(k => new BatchComponent(k, fit.Ratio[k], r2[k], p[k], adjusted[k]))]);
    }

    private static double[] Shares(Tensor Z, BatchLabels batches, int[][] labels, double whole)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return [.. (Between(Z, batches, labels).sum(1) / whole).cpu().data<double>()];
    }

    /// <summary>Σ_b n_b z̄_bk², [labellings, k]: all labellings in one product.</summary>
    private static Tensor Between(Tensor Z, BatchLabels batches, int[][] labels)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int g = batches.Names.Count;
        Tensor sizes = TensorCopy.Of([.. batches.Sizes.Select(size => (double)size)], device: Z.device).unsqueeze(1);
        Tensor members = torch.cat([.. labels.Select(one => batches.Members(one, Z.device))]);
        return (members.mm(Z).view(labels.Length, g, -1).square() / sizes).sum(1).MoveToOuterDisposeScope();
    }
}
