using System.Globalization;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What one rule makes of the evidence for clusters.</summary>
/// <param name="Name">The rule, as a table prints it.</param>
/// <param name="Found">What it measured, in a few words.</param>
/// <param name="K">The number of clusters that it asks for; 1 where it sees none; null where it names no number.</param>
/// <param name="SeesClusters">Whether it sees more than one; null where it could not have said no.</param>
public sealed record ClusterRule(string Name, string Found, int? K, bool? SeesClusters)
{
    internal const double StableFrom = 0.8, SmallestShare = 0.02, DefaultLevel = 0.05;

    /// <summary>Every rule, in the order of a report's table; those that test a given k look at one candidate.</summary>
    public static IReadOnlyList<ClusterRule> Table(ClusterEvidence evidence, ClusterCandidate candidate) =>
    [
        .. evidence.Gaps.Select(OfGap),
        new("gap, widest", Text($"widest at k = {evidence.WidestGapK}"), evidence.WidestGapK, null),
        new(
            "silhouette, highest",
            Text($"{evidence.Silhouettes[evidence.SilhouetteK - 1]:0.00} at k = {evidence.SilhouetteK}"),
            evidence.SilhouetteK, null),
        new("elbow, by its knee", evidence.Elbow.K is int knee ? Text($"bends most at k = {knee}") : "no bend", evidence.Elbow.K, null),
        OfTest(candidate, StructureMeasure.Silhouette, "silhouette against structureless rows"),
        OfTest(candidate, StructureMeasure.BorderShare, "empty borders against structureless rows"),
        OfStability(candidate),
        OfSize(candidate, evidence.Rows),
    ];

    internal static bool IsStable(ClusterCandidate candidate) => candidate.Stability.Agreement.Value >= StableFrom;

    internal static bool IsLargeEnough(ClusterCandidate candidate, int rows) =>
        candidate.SmallestCluster >= Math.Max(3, SmallestShare * rows);

    private static ClusterRule OfGap(GapStatistic gap)
    {
        string name = gap.Reference == StructurelessReference.Box ? "gap, box" : "gap, principal box";
        return gap.K is int k
            ? new(name, Text($"first sufficient at k = {k}"), k, k > 1)
            : new(name, "every further cluster still helps", null, true);
    }

    private static ClusterRule OfTest(ClusterCandidate candidate, StructureMeasure measure, string name)
    {
        double p = candidate.PValue(measure);
        string shown = p < 0.001 ? "p below 0.001" : Text($"p = {p:0.000}");
        return new(name, Text($"{shown} at k = {candidate.K}"), p <= DefaultLevel ? candidate.K : 1, p <= DefaultLevel);
    }

    private static ClusterRule OfStability(ClusterCandidate candidate)
    {
        PartitionStability stability = candidate.Stability;
        bool stable = IsStable(candidate);
        string found = Text(
            $"ARI {stability.Agreement.Value:0.00}, structureless rows {stability.Reference.Value:0.00}, at k = {candidate.K}");
        return new("stability", found, stable ? candidate.K : 1, stable);
    }

    private static ClusterRule OfSize(ClusterCandidate candidate, int rows)
    {
        string found = Text($"{candidate.SmallestCluster} of {rows} rows at k = {candidate.K}");
        return IsLargeEnough(candidate, rows) ? new("smallest cluster", found, null, null) : new("smallest cluster", found, 1, false);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
