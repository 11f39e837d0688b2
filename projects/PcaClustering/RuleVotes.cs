using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering;

/// <summary>How many rules say what the verdict says: a count, which nobody takes for a probability.</summary>
internal static class RuleVotes
{
    public static MarkdownText Of(ClusterVerdict verdict)
    {
        ClusterRule[] naming = [.. verdict.Rules.Where(rule => rule.K is not null)],
            free = [.. verdict.Rules.Where(rule => rule.SeesClusters is not null)];
        int seeing = free.Count(rule => rule.SeesClusters == true);
        return verdict.Finding switch
        {
            ClusterFinding.Clusters =>
                $"Of {Counted.Of(naming.Length, "rule that names", "rules that name")} a number, "
                + $"{naming.Count(rule => rule.K == verdict.K)} "
                + $"name {verdict.K}; {naming.Count(rule => rule.Decides)} of them decide, and "
                + $"{naming.Count(rule => rule.SeesClusters is null)} "
                + $"could not have said that there are none.",
            ClusterFinding.BatchArtefact => MarkdownText.Empty,
            _ => $"Of {Counted.Of(free.Length, "rule", "rules")} that could see clusters, {seeing} {(seeing == 1 ? "sees" : "see")} some.",
        };
    }

    /// <summary>What the number behind the verdict is, for the table of measurements.</summary>
    public static string How(ClusterFinding finding) => finding switch
    {
        ClusterFinding.Clusters => "of the rules that name a number, those that name this one: a count of votes, not a probability",
        ClusterFinding.None => "of the rules that could see clusters, those that see none: a count of votes, not a probability",
        ClusterFinding.BatchArtefact => "purity of the groups in the known batches; not a probability",
        _ => "1 where the rules that could see clusters are evenly split, 0 where they agree: no probability",
    };
}
