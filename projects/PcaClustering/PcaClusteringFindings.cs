using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.PcaClustering;

/// <summary>Everything that was found, station by station.</summary>
/// <param name="Data">The rows and their split.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Scaling">Raw against standardised.</param>
/// <param name="Components">How many components, and how sure.</param>
/// <param name="Ends">What rows at the ends of PC1 and PC2 look like.</param>
/// <param name="Clusters">Whether there are clusters.</param>
/// <param name="Leakage">What a leak flatters.</param>
/// <param name="Batches">What a batch does.</param>
/// <param name="Noise">What k-means finds in nothing.</param>
/// <param name="Distances">How much distances differ in many dimensions.</param>
/// <param name="Outliers">Which rows own PC1.</param>
/// <param name="Neighbours">Distance against angle.</param>
internal sealed record PcaClusteringFindings(
    VaryingRows Data, PcaClusteringOptions Options, ScalingFindings Scaling, ComponentFindings Components, IReadOnlyList<AxisEnds> Ends,
    ClusterFindings Clusters, LeakageFindings Leakage, BatchFindings Batches, NoiseFindings Noise, DistanceConcentration Distances,
    OutlierFindings Outliers, NeighbourFindings Neighbours);
