using MlMaths.Torch.Diagnosis;

namespace MlMaths.Torch.PcaClustering;

/// <summary>A verdict as a reader reads it.</summary>
internal static class WrittenVerdict
{
    public static string InWords(this ClusterFinding finding) => finding switch
    {
        ClusterFinding.Clusters => "clusters",
        ClusterFinding.WeakStructure => "weak structure",
        ClusterFinding.OneColumn => "the values of one column",
        ClusterFinding.None => "no clusters",
        ClusterFinding.BatchArtefact => "a batch artefact",
    };
}
