using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// What a mixture of normal clouds makes of a drawn table when it is told everything: the true number of groups, and the true
/// group of each row to start from. Where even this loses the groups, nobody is asked to find them.
/// </summary>
public static class OracleMixture
{
    /// <summary>The adjusted Rand index from which a table counts as one whose groups can be found.</summary>
    public const double Able = 0.9;

    private const int MaxSteps = 500;

    /// <summary>How far the mixture agrees with the truth (adjusted Rand), columns standardised.</summary>
    public static double Agreement(ClusterWorld world, int k)
    {
        int d = world.Rows[0].Length;
        Moments[] columns = [.. Enumerable.Range(0, d).Select(j => Moments.Of([.. world.Rows.Select(row => row[j])]))];
        double[][] rows = [.. world.Rows.Select(row => (double[])[.. row.Select(
            (x, j) => columns[j].PopulationDeviation > 0 ? (x - columns[j].Mean) / columns[j].PopulationDeviation : 0)])];
        return PartitionAgreement.Of<int, int>(GaussianMixture.Fit(rows, world.Groups, k, MaxSteps).Labels, world.Groups).AdjustedRand;
    }
}
