using System.Globalization;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What one rule makes of the evidence for clusters.</summary>
/// <param name="Name">The rule, as a table prints it.</param>
/// <param name="Found">What it measured, in a few words.</param>
/// <param name="K">The number of clusters that it asks for; 1 where it sees none; null where it names no number.</param>
/// <param name="SeesClusters">Whether it sees more than one; null where it could not have said no.</param>
/// <param name="Decides">Whether the verdict rests on it; the others are what is often asked, and are shown beside it.</param>
public sealed record ClusterRule(string Name, string Found, int? K, bool? SeesClusters, bool Decides)
{
    /// <summary>Every rule, in the order of a report's table.</summary>
    public static IReadOnlyList<ClusterRule> Table(ClusterEvidence evidence) =>
    [
        .. Deciding(evidence),
        .. evidence.Gaps.Select(OfGap),
        new("gap, widest", Text($"widest at k = {evidence.WidestGapK}"), evidence.WidestGapK, null, false),
        new(
            "silhouette, highest",
            Text($"{evidence.Silhouettes[evidence.SilhouetteK - 1]:0.00} at k = {evidence.SilhouetteK}"),
            evidence.SilhouetteK, null, false),
        new(
            "elbow, by its knee", evidence.Elbow.K is int knee ? Text($"bends most at k = {knee}") : "no bend", evidence.Elbow.K,
            null, false),
        OfStability(evidence),
    ];

    /// <summary>A p-value of the dip test, no smaller than its table of drawn worlds goes.</summary>
    internal static string Equation(double p) => PValueText.Equation(p, DipTest.Tails[^1]);

    /// <summary>The rules of a separation: of the pair of groups that keeps each of them least, or of the pair that was refused.</summary>
    private static IEnumerable<ClusterRule> Deciding(ClusterEvidence evidence)
    {
        SeparatedGroups groups = evidence.Groups;
        Separation[] pairs = groups.K > 1 ? [.. groups.Pairs] : groups.Refused is { } refused ? [refused] : [];
        if (pairs.Length == 0) yield break;
        int k = groups.K > 1 ? groups.K : 2;
        double straight = pairs.Max(pair => pair.StraightP);
        yield return Rule(
            "two modes along the line between groups (dip test)", Equation(straight), pairs.All(pair => pair.StraightP <= pair.LevelHere));
        int smallest = pairs.Min(pair => pair.SmallerSide);
        yield return Rule("enough rows on either side", Text($"{smallest} of {evidence.Rows} rows"), pairs.All(pair => pair.IsLargeEnough));
        if (pairs.Max(pair => pair.Fullness) is { } fullness)
        {
            yield return Rule(
                "an empty place on the fullest way", Text($"{fullness:0.00} of a typical one"), fullness <= Separation.MostFull);
        }
        if (pairs.Max(pair => pair.AlongP) is { } along)
        {
            yield return Rule(
                "two modes along the rows, round a bend (dip test)", Equation(along), pairs.All(pair => pair.AlongP <= pair.LevelHere));
        }
        if (pairs.Min(pair => pair.Apart) is { } apart)
        {
            yield return Rule(
                "groups further apart than parts of a curve", Text($"medians {apart:0.00} median deviations apart"),
                pairs.All(pair => pair.Apart >= pair.LeastApartHere));
        }
        if (pairs.Any(pair => pair.OneColumn is not null))
            yield return Rule("more than the values of one column", "one column tells the groups", false);

        ClusterRule Rule(string name, string found, bool sees) =>
            new(name, Text($"{found}, at k = {k}"), sees ? k : 1, sees, Decides: true);
    }

    private static ClusterRule OfGap(GapStatistic gap)
    {
        string name = gap.Reference == StructurelessReference.Box ? "gap, box" : "gap, principal box";
        return gap.K is int k
            ? new(name, Text($"first sufficient at k = {k}"), k, k > 1, false)
            : new(name, "every further cluster still helps", null, true, false);
    }

    private static ClusterRule OfStability(ClusterEvidence evidence)
    {
        PartitionStability stability = evidence.Stability;
        string found = Text(
            $"ARI {stability.Agreement.Value:0.00}, structureless rows {stability.Reference.Value:0.00}, at k = {stability.K}");
        return new("stability of k-means", found, stability.IsStable ? stability.K : 1, stability.IsStable, false);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
