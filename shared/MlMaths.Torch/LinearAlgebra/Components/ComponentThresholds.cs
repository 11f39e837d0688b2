using System.Runtime.InteropServices;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How many components are more than chance. Of p components, structureless rows too have a first that explains more than
/// 1/p: the largest of p is large.
///
/// <code>
/// broken stick    bₖ = 1/p Σ_{i=k..p} 1/i     mean length of the k-th longest piece of a stick broken at p − 1 points
/// permutation     each column is shuffled by itself, which keeps its values and breaks every tie to the others;
///                 τₖ = 95 % quantile, over B shuffles, of the k-th share
/// kept            the components before the first with ratioₖ ≤ threshold
/// </code>
/// The broken stick is a rule of thumb that looks at no data and keeps too few where one component is huge. The permutation
/// test is the one to follow: it knows the rows, and takes columns of unequal variance as they are.
/// Sources: S. Frontier, 1976, Journal of Experimental Marine Biology and Ecology 25:67–75; J. L. Horn, 1965, Psychometrika
/// 30:179–185; A. Buja, N. Eyuboglu, 1992, Multivariate Behavioral Research 27:509–540.
/// </summary>
/// <param name="Ratio">Share of each component.</param>
/// <param name="BrokenStick">bₖ.</param>
/// <param name="Permutation">τₖ.</param>
/// <param name="KeptByBrokenStick">Components above the stick.</param>
/// <param name="KeptByPermutation">Components above the shuffled columns; 0 where no column goes with another.</param>
/// <param name="Permutations">B.</param>
/// <param name="Note">That the shuffles took a sample of the rows; null where they took all.</param>
public sealed record ComponentThresholds(
    IReadOnlyList<double> Ratio, IReadOnlyList<double> BrokenStick, IReadOnlyList<double> Permutation,
    int KeptByBrokenStick, int KeptByPermutation, int Permutations, string? Note)
{
    /// <summary>Shuffles of the columns: ten lie above each threshold.</summary>
    public const int DefaultPermutations = 200;

    private const double Quantile = 0.95;

    private const int MaxNumbers = 500_000;

    /// <summary>The number to keep: what permutation finds, and 1 at least where a plane or an axis is to be drawn.</summary>
    public int Recommended => Math.Max(1, KeptByPermutation);

    /// <summary>Looks at X [n, d], scaled as the components will be.</summary>
    /// <param name="X">Training rows on any device.</param>
    /// <param name="seed">Decides the shuffles.</param>
    /// <param name="permutations">B; the cost is B spectra of d columns.</param>
    public static ComponentThresholds Of(Tensor X, int seed, int permutations = DefaultPermutations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 20);
        using DisposeScope scope = torch.NewDisposeScope();
        IReadOnlyList<double> ratio = PrincipalComponents.Fit(X).Ratio;
        (int n, int d) = ((int)X.size(0), (int)X.size(1));
        // Fewer rows scatter more: from a sample, the thresholds err upwards.
        int[] sample = RowSample.Of(n, Math.Max(500, MaxNumbers / d), seed);
        Tensor byColumn = X.detach().index_select(0, TensorCopy.Of(sample, torch.ScalarType.Int64,
            X.device)).to(torch.ScalarType.Float64, torch.CPU).t().contiguous().clone();

        double[] permuted = Thresholds(byColumn, ratio.Count, seed, permutations);
        double[] stick = Stick(ratio.Count);
        return new(
            ratio, stick, permuted, Kept(ratio, stick), Kept(ratio, permuted), permutations,
            sample.Length < n ? $"the shuffles took a sample of {sample.Length:N0} of the {n:N0} rows" : null);
    }

    /// <summary>b₁ … bₚ.</summary>
    internal static double[] Stick(int p)
    {
        double[] stick = new double[p];
        double sum = 0;
        for (int k = p; k >= 1; k--)
            stick[k - 1] = (sum += 1.0 / k) / p;
        return stick;
    }

    /// <summary>Shuffles the columns [d, n] in place: copies of so many numbers would keep the garbage collector busy.</summary>
    private static double[] Thresholds(Tensor byColumn, int components, int seed, int permutations)
    {
        (int d, int n) = ((int)byColumn.size(0), (int)byColumn.size(1));
        SplitMix64 chance = new(seed, DrawnFor.Sample);
        double[][] shares = [.. Enumerable.Range(0, components).Select(_ => new double[permutations])];
        for (int b = 0; b < permutations; b++)
        {
            Span<double> values = MemoryMarshal.Cast<byte, double>(byColumn.bytes);
            for (int j = 0; j < d; j++)
                Shuffle.InPlace(values.Slice(j * n, n), ref chance);
            using DisposeScope scope = torch.NewDisposeScope();
            double[] λ = Spectrum.VariancesOf(SymmetricCovariance.Of(byColumn.t()).Covariance);
            double whole = λ.Sum();
            for (int k = 0; k < components; k++)
                shares[k][b] = λ[k] / whole;
        }
        return [.. shares.Select(share => Quantiles.Of(share).At(Quantile))];
    }

    private static int Kept(IReadOnlyList<double> ratio, double[] threshold) =>
        ratio.Zip(threshold, (share, least) => share > least).TakeWhile(above => above).Count();
}
