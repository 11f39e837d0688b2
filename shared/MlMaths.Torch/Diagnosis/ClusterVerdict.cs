using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What clusters in a table are worth.</summary>
public enum ClusterFinding
{
    /// <summary>Groups that lie apart, each pair of them.</summary>
    Clusters,

    /// <summary>A gap along a straight line that is none along the rows: a bend; or a few rows that lie far out.</summary>
    WeakStructure,

    /// <summary>Two halves that are the values of one column, and not apart in the others.</summary>
    OneColumn,

    /// <summary>No gap.</summary>
    None,

    /// <summary>Groups that are a known batch, and vanish without it.</summary>
    BatchArtefact,
}

/// <summary>
/// Says whether there are clusters, and how many, from evidence alone.
///
/// <code>
/// Clusters       groups every pair of which lies apart (see <see cref="Separation"/>)
/// OneColumn      the pair that came nearest does, but for one column of few values, which tells it
/// WeakStructure  it has a gap along a straight line, and fails by a rule that comes after: a bend, or few rows
/// None           it has no gap
///
/// where batches are known, groups that tell the batch (purity ≥ ½) count for nothing until the batches are centred:
/// Clusters       as measured, of mixed batches; else once each batch is centred
/// BatchArtefact  Clusters that tell the batch, and no Clusters once they are centred
/// </code>
/// How often it is right where the truth is known: <see cref="ClusterVerdictRates"/>.
/// </summary>
/// <param name="Finding">What it comes to.</param>
/// <param name="K">How many clusters; null unless there are some.</param>
/// <param name="Confidence">
/// Share of the rules that say the same, 0 to 1. Of clusters: those that ask for k of them; of none: those that could have
/// seen some and do not; of what lies between: 1 where those are evenly split, 0 where they are at one; of a batch: the
/// purity of its groups. A count of votes, not a probability.
/// </param>
/// <param name="Sentence">One sentence for a reader, made of the rules that held or failed.</param>
/// <param name="Rules">What each rule says.</param>
public sealed record ClusterVerdict(
    ClusterFinding Finding, int? K, double Confidence, string Sentence, IReadOnlyList<ClusterRule> Rules)
{
    private const double TellsBatch = 0.5;

    /// <summary>Whether K and the rules are those of rows that had each batch centred: clusters are to be drawn from these too.</summary>
    public bool IsWithinBatches { get; init; }

    /// <summary>Weighs the evidence.</summary>
    /// <param name="evidence">What was measured.</param>
    /// <param name="columns">Names, for a sentence that has to name one; numbers from 1 where null.</param>
    public static ClusterVerdict From(ClusterEvidence evidence, IReadOnlyList<string>? columns = null)
    {
        ClusterFinding found = AsMeasured(evidence.Groups);
        bool tellsBatch = evidence.BatchAgreement >= TellsBatch;
        if (evidence.BatchesCentred is { } centred && (found != ClusterFinding.Clusters || tellsBatch))
        {
            if (centred.Groups.K > 1)
                return Of(ClusterFinding.Clusters, centred, ClusterSentence.WithinBatches(centred)) with { IsWithinBatches = true };
            if (tellsBatch) found = ClusterFinding.BatchArtefact;
        }
        return Of(found, evidence, ClusterSentence.Of(found, evidence, columns));
    }

    private static ClusterVerdict Of(ClusterFinding finding, ClusterEvidence evidence, string sentence)
    {
        IReadOnlyList<ClusterRule> rules = ClusterRule.Table(evidence);
        int? k = finding == ClusterFinding.Clusters ? evidence.Groups.K : null;
        return new(finding, k, ConfidenceIn(finding, rules, evidence), sentence, rules);
    }

    private static ClusterFinding AsMeasured(SeparatedGroups groups) => groups switch
    {
        { K: > 1 } => ClusterFinding.Clusters,
        { Refused.OneColumn: not null } => ClusterFinding.OneColumn,
        { Refused: { } refused } when refused.StraightP <= refused.LevelHere => ClusterFinding.WeakStructure,
        _ => ClusterFinding.None,
    };

    private static double ConfidenceIn(ClusterFinding finding, IReadOnlyList<ClusterRule> rules, ClusterEvidence evidence)
    {
        ClusterRule[] asked = [.. rules.Where(rule => rule.K is not null)], free = [.. rules.Where(rule => rule.SeesClusters is not null)];
        double seeing = (double)free.Count(rule => rule.SeesClusters == true) / free.Length;
        return finding switch
        {
            ClusterFinding.Clusters => (double)asked.Count(rule => rule.K == evidence.Groups.K) / asked.Length,
            ClusterFinding.None => 1 - seeing,
            ClusterFinding.WeakStructure or ClusterFinding.OneColumn => 1 - Math.Abs(2 * seeing - 1),
            ClusterFinding.BatchArtefact => evidence.BatchAgreement!.Value,
        };
    }
}
