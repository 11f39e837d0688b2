using System.Globalization;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What one rule makes of the evidence for clusters.</summary>
/// <param name="Name">The rule, as a table prints it.</param>
/// <param name="Found">What it measured, in a few words.</param>
/// <param name="K">The number of clusters that it asks for; 1 where it sees none; null where it was not asked for a number.</param>
/// <param name="SeesClusters">Whether it sees more than one; null where it could not have said no.</param>
public sealed record ClusterRule(string Name, string Found, int? K, bool? SeesClusters)
{
    internal const double Significance = 0.01, SmallestShare = 0.02, StableFrom = 0.8;

    /// <summary>Every rule, in the order of a report's table.</summary>
    public static IReadOnlyList<ClusterRule> Table(ClusterEvidence evidence) =>
    [
        .. evidence.Gaps.Select(OfGap),
        new("silhouette, highest", Text($"{evidence.Silhouettes[evidence.SilhouetteK - 1]:0.00} at k = {evidence.SilhouetteK}"), evidence.SilhouetteK, null),
        new("elbow, by its knee", evidence.Elbow.K is int knee ? Text($"bends most at k = {knee}") : "no bend", evidence.Elbow.K, null),
        OfTest(evidence, StructureMeasure.Silhouette, "silhouette beyond structureless rows"),
        OfTest(evidence, StructureMeasure.BorderShare, "borders emptier than in structureless rows"),
        OfStability(evidence.Stability),
        OfSize(evidence),
    ];

    /// <summary>The largest p-value of a measure over all kinds of structureless rows: the kind that explains the data best counts.</summary>
    internal static double PValue(ClusterEvidence evidence, StructureMeasure measure) =>
        evidence.Tests.Where(test => test.Measure == measure).Max(test => test.PValue);

    internal static bool IsLargeEnough(ClusterEvidence evidence) =>
        evidence.SmallestCluster >= Math.Max(3, SmallestShare * evidence.Rows);

    private static ClusterRule OfGap(GapStatistic gap)
    {
        string name = gap.Reference == StructurelessReference.Box ? "gap, box" : "gap, principal box";
        return gap.K is int k
            ? new(name, Text($"first sufficient at k = {k}"), k, k > 1)
            : new(name, "every further cluster still helps", null, true);
    }

    private static ClusterRule OfTest(ClusterEvidence evidence, StructureMeasure measure, string name)
    {
        double p = PValue(evidence, measure);
        bool sees = p <= Significance;
        return new(name, Text($"p = {(p < 0.001 ? "below 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture))} at k = {evidence.K}"), sees ? evidence.K : 1, sees);
    }

    private static ClusterRule OfStability(PartitionStability stability)
    {
        double mean = stability.Agreement.Value!.Value, reference = stability.Reference.Value!.Value;
        bool sees = mean >= StableFrom && mean > reference;
        return new("stability", Text($"ARI {mean:0.00}, structureless rows {reference:0.00}, at k = {stability.K}"), sees ? stability.K : 1, sees);
    }

    private static ClusterRule OfSize(ClusterEvidence evidence)
    {
        bool sees = IsLargeEnough(evidence);
        return new("smallest cluster", Text($"{evidence.SmallestCluster} of {evidence.Rows} rows"), sees ? null : 1, sees ? null : false);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
