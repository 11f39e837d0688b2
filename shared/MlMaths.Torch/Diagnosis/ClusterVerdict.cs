using System.Globalization;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What clusters in a table are worth.</summary>
public enum ClusterFinding
{
    /// <summary>Groups that are tighter, and lie further apart, than any single cloud would make them.</summary>
    Clusters,

    /// <summary>Something that no single cloud explains, but no groups to rely on.</summary>
    WeakStructure,

    /// <summary>Nothing that k-means would not find in one cloud.</summary>
    None,

    /// <summary>Groups that are a known batch, and vanish without it.</summary>
    BatchArtefact,
}

/// <summary>
/// Says whether there are clusters, and how many, from evidence alone.
///
/// <code>
/// candidates     every k that gap (box, principal box, widest), silhouette or elbow proposes
/// p(measure)     the largest p-value of the silhouette, or of the border share, over box, principal box and round cloud
/// a k stands if  joint p of both ≤ 0.0001, neither above ½ (none points the other way), stability ≥ 0.8, and the smallest
///                cluster has 2 % of the rows and 3 at least (else it is a few outlying rows)
/// Clusters       some k stands; of several, the most stable, and of those within 0.05 of it the one with the widest gap
/// WeakStructure  none does, and some joint p ≤ 0.01
///
/// where batches are known, groups that tell the batch (purity ≥ ½) count for nothing until the batches are centred:
/// Clusters       as measured, of mixed batches; else once each batch is centred
/// BatchArtefact  Clusters or WeakStructure that tell the batch, and no Clusters once they are centred
/// </code>
/// To be called clusters, rows must differ from every kind of structureless rows, in two ways that are measured on the
/// groups and one that is measured on new samples. A high silhouette alone takes a ring for clusters, and stability alone
/// the halves of any oblong cloud. Asking for so much errs to one side: of 60 rows, or 120 in 30 columns, it often calls weak
/// structure what are clusters, and still hardly ever calls clusters what are none (<see cref="ClusterVerdictRates"/>).
/// </summary>
/// <param name="Finding">What it comes to.</param>
/// <param name="K">How many clusters; null unless there are some.</param>
/// <param name="Confidence">
/// Share of the rules that say the same, 0 to 1. Of clusters: those that ask for k of them; of none: those that could have
/// seen some and do not; of weak structure: 1 where those are evenly split, 0 where they are at one; of a batch: the
/// purity of its groups. A count of votes, not a probability.
/// </param>
/// <param name="Sentence">One sentence for a reader.</param>
/// <param name="Rules">What each rule says.</param>
public sealed record ClusterVerdict(
    ClusterFinding Finding, int? K, double Confidence, string Sentence, IReadOnlyList<ClusterRule> Rules)
{
    private const double Clear = 1e-4, Weak = 0.01, Against = 0.5, TellsBatch = 0.5, AsStable = 0.05;

    /// <summary>Whether K and the rules are those of rows that had each batch centred: clusters are to be drawn from these too.</summary>
    public bool IsWithinBatches { get; init; }

    /// <summary>Weighs the evidence.</summary>
    public static ClusterVerdict From(ClusterEvidence evidence)
    {
        (ClusterFinding found, ClusterCandidate candidate) = AsMeasured(evidence);
        bool tellsBatch = found != ClusterFinding.None && candidate.BatchAgreement >= TellsBatch;
        if (evidence.BatchesCentred is ClusterEvidence centred && (found != ClusterFinding.Clusters || tellsBatch))
        {
            (ClusterFinding within, ClusterCandidate remaining) = AsMeasured(centred);
            if (within == ClusterFinding.Clusters)
                return Of(within, centred, remaining, WithinBatches(remaining, centred)) with { IsWithinBatches = true };
            if (tellsBatch)
            {
                return Of(ClusterFinding.BatchArtefact, evidence, candidate,
                    SentenceFor(ClusterFinding.BatchArtefact, evidence, candidate));
            }
        }
        return Of(found, evidence, candidate, SentenceFor(found, evidence, candidate));
    }

    private static ClusterVerdict Of(ClusterFinding finding, ClusterEvidence evidence, ClusterCandidate candidate, string sentence)
    {
        IReadOnlyList<ClusterRule> rules = ClusterRule.Table(evidence, candidate);
        return new(
            finding, finding == ClusterFinding.Clusters ? candidate.K : null, ConfidenceIn(finding, rules, candidate),
            sentence, rules);
    }

    /// <summary>The finding, and the candidate that it was read from: the least like structureless rows, where none stands.</summary>
    private static (ClusterFinding Finding, ClusterCandidate Candidate) AsMeasured(ClusterEvidence evidence)
    {
        ClusterCandidate[] standing = [.. evidence.Candidates.Where(candidate => Stands(candidate, evidence.Rows))];
        if (standing.Length > 0)
            return (ClusterFinding.Clusters, Chosen(standing));
        ClusterCandidate best = evidence.Candidates.MinBy(candidate => candidate.JointPValue)!;
        return (best.JointPValue <= Weak ? ClusterFinding.WeakStructure : ClusterFinding.None, best);
    }

    /// <summary>
    /// A gap alone would cut oblong groups in two, as it keeps widening; stability alone would join groups in pairs, which come
    /// back as well.
    /// </summary>
    private static ClusterCandidate Chosen(ClusterCandidate[] standing)
    {
        double? most = standing.Max(candidate => candidate.Stability.Agreement.Value);
        return standing.Where(candidate => candidate.Stability.Agreement.Value >= most - AsStable).MaxBy(candidate => candidate.Gap)!;
    }

    private static bool Stands(ClusterCandidate candidate, int rows) =>
        candidate.JointPValue <= Clear
        && Enum.GetValues<StructureMeasure>().All(measure => candidate.PValue(measure) <= Against)
        && ClusterRule.IsStable(candidate)
        && ClusterRule.IsLargeEnough(candidate, rows);

    private static double ConfidenceIn(ClusterFinding finding, IReadOnlyList<ClusterRule> rules, ClusterCandidate candidate)
    {
        ClusterRule[] asked = [.. rules.Where(rule => rule.K is not null)], free = [.. rules.Where(rule => rule.SeesClusters is not null)];
        double seeing = (double)free.Count(rule => rule.SeesClusters == true) / free.Length;
        return finding switch
        {
            ClusterFinding.Clusters => (double)asked.Count(rule => rule.K == candidate.K) / asked.Length,
            ClusterFinding.None => 1 - seeing,
            ClusterFinding.WeakStructure => 1 - Math.Abs(2 * seeing - 1),
            ClusterFinding.BatchArtefact => candidate.BatchAgreement!.Value,
        };
    }

    private static string WithinBatches(ClusterCandidate candidate, ClusterEvidence evidence) =>
        $"There are {candidate.K} clusters, visible once each batch is centred: "
        + $"before that, the offsets between the batches split or hide them{Sampled(evidence)}.";

    private static string Sampled(ClusterEvidence evidence) => evidence.Note is null ? "" : $" ({evidence.Note})";

    private static string SentenceFor(ClusterFinding finding, ClusterEvidence evidence, ClusterCandidate candidate)
    {
        string rows = Sampled(evidence);
        return finding switch
        {
            ClusterFinding.Clusters =>
                $"There are {candidate.K} clusters: they are tighter, and the space between them emptier, "
                + $"than what k-means finds in rows without any, and they come back in other samples{rows}.",
            ClusterFinding.WeakStructure when !ClusterRule.IsLargeEnough(candidate, evidence.Rows) =>
                $"There is some structure, but what stands out is {candidate.SmallestCluster} of {evidence.Rows} rows: "
                + $"a few outlying rows, not a group{rows}.",
            ClusterFinding.WeakStructure =>
                $"There is more structure than in a single cloud, "
                + $"but no clusters that stand apart and come back in other samples{rows}.",
            ClusterFinding.None => $"There are no clusters here: k-means finds groups just as good in rows drawn "
                + $"without any{rows}.",
            ClusterFinding.BatchArtefact => string.Create(CultureInfo.InvariantCulture,
                $"The groups are the batches (purity {candidate.BatchAgreement:0.00}), "
                + $"and disappear when each batch is centred: a batch effect, not groups in the data{rows}."),
        };
    }
}
