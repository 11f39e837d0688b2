using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>What is compared with structureless rows.</summary>
public enum StructureMeasure
{
    /// <summary>The mean silhouette: larger with clusters.</summary>
    Silhouette,

    /// <summary>The share of rows between two centres that lie near their border: smaller with clusters.</summary>
    BorderShare,
}

/// <summary>
/// Whether k clusters are tighter, or their borders emptier, than k-means makes them in rows without any. (The idea of
/// Y. Liu, D. N. Hayes, A. Nobel, J. S. Marron, 2008, Journal of the American Statistical Association 103:1281–1293, with
/// more than the normal distribution as reference.)
///
/// <code>
/// t = (observed − mean) / (s √(1 + 1/B))        mean and s (÷ B − 1) of B references; one more value of theirs has
/// p = P(T ≥ t), T with B − 1 degrees            such a t, if they scatter about normally
/// </code>
/// </summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Reference">With what kind of rows.</param>
/// <param name="Observed">The measure of the data.</param>
/// <param name="ReferenceMean">Its mean over the references.</param>
/// <param name="ReferenceDeviation">Its deviation over the references.</param>
/// <param name="PValue">How often rows without clusters would look at least as clustered.</param>
public sealed record StructureTest(
    StructureMeasure Measure, StructurelessReference Reference, double Observed, double ReferenceMean,
    double ReferenceDeviation, double PValue)
{
    internal static StructureTest Of(
        StructureMeasure measure, StructurelessReference reference, double observed, ReadOnlySpan<double> drawn)
    {
        Moments moments = Moments.Of(drawn);
        double deviation = moments.SampleDeviation!.Value, excess = observed - moments.Mean;
        if (measure == StructureMeasure.BorderShare) excess = -excess;
        double error = deviation * Math.Sqrt(1 + 1.0 / drawn.Length);
        double p = error > 0 ? StudentT.Cumulative(-excess / error, drawn.Length - 1) : excess > 0 ? 0 : 1;
        return new StructureTest(measure, reference, observed, moments.Mean, deviation, p);
    }
}
