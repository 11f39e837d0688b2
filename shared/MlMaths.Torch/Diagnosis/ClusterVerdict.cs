using System.Globalization;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What clusters in a table are worth.</summary>
public enum ClusterFinding
{
    /// <summary>Groups with emptier space between them than any single cloud would leave.</summary>
    Clusters,

    /// <summary>Something that no single cloud explains, but no groups to rely on.</summary>
    WeakStructure,

    /// <summary>Nothing that k-means would not find in one cloud.</summary>
    None,

    /// <summary>Groups that are a known batch, and vanish without it.</summary>
    BatchArtefact,
}

/// <summary>
/// Says whether there are clusters, from evidence alone.
///
/// <code>
/// k              the widest gap over both boxes
/// p(measure)     the largest p-value of the silhouette, or of the border share, over box, principal box and round cloud
/// Clusters       both p ≤ 0.01, and the smallest cluster has 2 % of the rows (else it is a few outlying rows)
/// WeakStructure  one of them is ≤ 0.05
/// None           neither is
/// BatchArtefact  Clusters or WeakStructure, adjusted Rand with the batches ≥ ½, and no Clusters once they are centred
/// </code>
/// To be called clusters, rows must differ from every kind of structureless rows, in two ways: so a false call is rarer
/// than each p, whichever kind they truly are. A silhouette alone takes a ring for clusters.
/// </summary>
/// <param name="Finding">What it comes to.</param>
/// <param name="K">How many clusters; null unless there are some.</param>
/// <param name="Confidence">
/// Share of the rules that say the same, 0 to 1. Of clusters: those that ask for k of them; of none: those that could have
/// seen some and do not; of weak structure: 1 where those are evenly split, 0 where they are at one; of a batch: the
/// adjusted Rand index. A count of votes, not a probability.
/// </param>
/// <param name="Sentence">One sentence for a reader.</param>
/// <param name="Rules">What each rule says.</param>
public sealed record ClusterVerdict(
    ClusterFinding Finding, int? K, double Confidence, string Sentence, IReadOnlyList<ClusterRule> Rules)
{
    private const double WeakSignificance = 0.05, SameAsBatch = 0.5;

    /// <summary>Weighs the evidence.</summary>
    public static ClusterVerdict From(ClusterEvidence evidence)
    {
        IReadOnlyList<ClusterRule> rules = ClusterRule.Table(evidence);
        ClusterFinding alone = WithoutBatch(evidence);
        bool isBatch = alone != ClusterFinding.None
            && evidence.Batch is BatchEvidence batch && batch.AdjustedRand >= SameAsBatch
            && WithoutBatch(batch.Centred) != ClusterFinding.Clusters;

        ClusterFinding finding = isBatch ? ClusterFinding.BatchArtefact : alone;
        int? k = finding == ClusterFinding.Clusters ? evidence.K : null;
        double confidence = isBatch ? evidence.Batch!.AdjustedRand : ShareOf(rules, finding, evidence.K);
        return new ClusterVerdict(finding, k, confidence, SentenceFor(finding, evidence), rules);
    }

    private static ClusterFinding WithoutBatch(ClusterEvidence evidence)
    {
        double tight = ClusterRule.PValue(evidence, StructureMeasure.Silhouette);
        double apart = ClusterRule.PValue(evidence, StructureMeasure.BorderShare);
        return Math.Max(tight, apart) <= ClusterRule.Significance && ClusterRule.IsLargeEnough(evidence) ? ClusterFinding.Clusters
            : Math.Min(tight, apart) <= WeakSignificance ? ClusterFinding.WeakStructure
            : ClusterFinding.None;
    }

    private static double ShareOf(IReadOnlyList<ClusterRule> rules, ClusterFinding finding, int k)
    {
        ClusterRule[] asked = [.. rules.Where(rule => rule.K is not null)], free = [.. rules.Where(rule => rule.SeesClusters is not null)];
        double seeing = (double)free.Count(rule => rule.SeesClusters == true) / free.Length;
        return finding switch
        {
            ClusterFinding.Clusters => (double)asked.Count(rule => rule.K == k) / asked.Length,
            ClusterFinding.None => 1 - seeing,
            _ => 1 - Math.Abs(2 * seeing - 1),
        };
    }

    private static string SentenceFor(ClusterFinding finding, ClusterEvidence evidence)
    {
        string rows = evidence.Note is null ? "" : $" ({evidence.Note})";
        return finding switch
        {
            ClusterFinding.Clusters => $"There are {evidence.K} clusters: they are tighter, and the space between them emptier, than in rows drawn without any{rows}.",
            ClusterFinding.WeakStructure when !ClusterRule.IsLargeEnough(evidence) =>
                $"There is some structure, but a cluster of {evidence.SmallestCluster} of {evidence.Rows} rows is a few outlying rows and no group{rows}.",
            ClusterFinding.WeakStructure => $"There is more structure than in a single cloud, but no clusters that stand apart from one another{rows}.",
            ClusterFinding.None => $"There are no clusters here: k-means makes groups as good in rows drawn without any{rows}.",
            ClusterFinding.BatchArtefact => string.Create(CultureInfo.InvariantCulture,
                $"The clusters are the batches (adjusted Rand index {evidence.Batch!.AdjustedRand:0.00}), and vanish when each batch is centred: a batch effect, not groups in the data{rows}."),
        };
    }
}
