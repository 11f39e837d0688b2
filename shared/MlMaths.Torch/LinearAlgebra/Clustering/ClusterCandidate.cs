namespace MlMaths.Torch.LinearAlgebra;

/// <summary>One number of clusters that a rule proposes, and what speaks for it.</summary>
/// <param name="K">Clusters.</param>
/// <param name="Gap">The narrower of the gaps over box and principal box.</param>
/// <param name="Tests">Silhouette and border share, each against every kind of structureless rows.</param>
/// <param name="Stability">Whether the clusters come back in other samples.</param>
/// <param name="SmallestCluster">Its rows.</param>
/// <param name="BatchAgreement">
/// How well the cluster of a row tells its batch: 1 where every cluster is of one batch, about 0 where they are unrelated
/// (<see cref="ClusterPurity"/>); null where no batches are known.
/// </param>
public sealed record ClusterCandidate(
    int K, double Gap, IReadOnlyList<StructureTest> Tests, PartitionStability Stability, int SmallestCluster, double? BatchAgreement)
{
    internal const int PairsOfSamples = 10;

    /// <summary>
    /// The largest p-value of a measure over all kinds of structureless rows: the kind that explains the data best counts.
    /// </summary>
    public double PValue(StructureMeasure measure) => Tests.Where(test => test.Measure == measure).Max(test => test.PValue);

    /// <summary>
    /// Both measures in one (R. A. Fisher, 1932): P(p₁p₂ ≤ x) = x (1 − ln x) for independent measures. These two are not
    /// quite, hence it is a scale to set a limit on and no exact probability.
    /// </summary>
    public double JointPValue
    {
        get
        {
            double product = PValue(StructureMeasure.Silhouette) * PValue(StructureMeasure.BorderShare);
            return product == 0 ? 0 : product * (1 - Math.Log(product));
        }
    }
}
