using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>Whether there are clusters, and how many.</summary>
internal static class EvidenceSection
{
    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        ClusterFindings clusters = findings.Clusters;
        ClusterEvidence evidence = clusters.Judged;
        return new Section(
            "Are there clusters, and how many?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    W(k) &= \sum_i \lVert z_i - \mathrm{centre}(i) \rVert^2
                        && \text{inertia: falls with $k$ for any rows} \\
                    s(i) &= \frac{b - a}{\max(a, b)}
                        && \text{silhouette; $a$, $b$: mean distance to the own and to the next group} \\
                    \mathrm{gap}(k) &= \mathrm{mean} \ln W^*(k) - \ln W(k) && \text{$W^*$: of rows without clusters} \\
                    D &= \min_G \max |F_n - G| && \text{over all laws $G$ with one mode} \\
                    p &= P(D^* \ge D) && \text{share of samples with one mode whose $D^*$ is as large}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"k-means cuts anything into k groups, so that groups prove nothing. What proves them is a gap between each "
                    + $"two: along the line that tells them best, each row by a line that it had no part in, the rows have two "
                    + $"modes (dip test); they have two modes along the rows as well, so that a bend is no gap; and the fullest "
                    + $"way from one to the other leads through an emptier place. And along the rows, in all columns, the groups "
                    + $"lie further apart than parts of one curve do, which reach to where they meet. Rows may be skewed, heavy-tailed or "
                    + $"correlated, and groups unequal in size, spread and shape. Numbers that are rounded or counted are spread "
                    + $"over their step, and a split that is the values of one column is that column. {Sampled(evidence)}"),
                .. Units(findings),
                .. Curves(clusters),
                .. OtherCut(clusters, measurements),
                new Table(
                    $"What each rule says. There are clusters where every rule that decides sees them, in each pair of groups; the "
                    + $"pair that keeps a rule least is shown. The others are what is often asked, and decide nothing: those "
                    + $"marked “–” name a k in any rows and cannot say no.",
                    ["Rule", "Found", "Groups", "Sees clusters", "Decides"],
                    [.. clusters.Verdict.Rules.Select(Row)]),
                new Paragraph(MarkdownText.Of($"{RuleVotes.Of(clusters.Verdict)}")),
                .. ClusterRatesBlocks.All(),
            ],
            MarkdownText.Of(
                $"Verdict: **{clusters.Verdict.Finding.InWords()}**. {clusters.Verdict.Sentence}{ByUnits(clusters)}"));
    }

    private static MarkdownText Sampled(ClusterEvidence evidence) => evidence.Note is { } note
        ? MarkdownText.Of($"The evidence was gathered {note}.")
        : MarkdownText.Empty;

    private static IEnumerable<Block> Curves(ClusterFindings clusters)
    {
        ClusterEvidence evidence = clusters.Judged;
        int[] counts = [.. Enumerable.Range(1, evidence.Inertias.Count)];
        GapStatistic gap = evidence.Gaps.First(one => one.Reference == StructurelessReference.PrincipalBox);
        yield return new FigureBlock(
            CountCurveFigure.Draw(
                "silhouette-by-k", counts, evidence.Silhouettes, null, null, null, evidence.SilhouetteK,
                "mean silhouette"),
            $"The mean silhouette of what k-means cuts the training rows into, in the units asked for, is highest at k = "
            + $"{evidence.SilhouetteK}, with {evidence.Silhouettes[evidence.SilhouetteK - 1]:0.00}. Compare that with rows without "
            + $"clusters, where it is not 0 either: three groups of pure noise are shown further down.");
        yield return new FigureBlock(
            CountCurveFigure.Draw(
                "gap-by-k", counts, [.. gap.Gaps.Select(value => (double?)value)],
                [.. gap.Gaps.Zip(gap.Errors, (value, error) => (double?)(value - error))],
                [.. gap.Gaps.Zip(gap.Errors, (value, error) => (double?)(value + error))], null, gap.K, "gap (principal box)"),
            gap.K is { } k
                ? MarkdownText.Of(
                    $"The gap to rows without clusters, with its error. "
                    + $"The first k whose gap is at least the next gap minus its error is {k}.")
                : MarkdownText.Of(
                    $"The gap to rows without clusters, with its error. "
                    + $"It keeps widening up to k = {counts[^1]}, so this rule gives no number."));
        yield return new FigureBlock(
            CountCurveFigure.Draw(
                "inertia-by-k", counts, [.. evidence.Inertias.Select(value => (double?)value)], null, null, null,
                evidence.Elbow.K, "inertia"),
            evidence.Elbow.K is { } knee
                ? MarkdownText.Of(
                    $"Inertia falls with every further group, whatever the rows. It bends most at k = {knee}; "
                    + $"a bend describes the curve, not whether there are clusters.")
                : MarkdownText.Of($"Inertia falls with every further group, whatever the rows; it has no bend."));
    }

    /// <summary>The curves and the groups of the next section are cut differently, and so have different numbers of one name.</summary>
    private static IEnumerable<Block> OtherCut(ClusterFindings clusters, Measurements measurements)
    {
        if (!clusters.InGroupUnits) yield break;
        yield return Callout.Note(
            $"These curves are of k-means on the training rows in the units asked for. The {clusters.K} groups drawn below are cut in "
            + $"deviations of the groups that were found; in these units their inertia is {measurements["kmeans.inertia"].ValueText} "
            + $"and the mean silhouette of all rows {measurements["kmeans.silhouette"].ValueText}. In the table “enough rows” "
            + $"counts the rows on the smaller side of the line between two groups, which need not be all rows of either.");
    }

    private static IReadOnlyList<MarkdownText> Row(ClusterRule rule) =>
    [
        rule.Name, rule.Found, rule.K is { } k ? (k == 1 ? "none" : $"{k}") : "–",
        rule.SeesClusters switch { true => "yes", false => "no", null => "–" }, rule.Decides ? "yes" : "",
    ];

    /// <summary>All units are judged; where they disagree, it is said which groups count, why, and which column decides.</summary>
    private static IEnumerable<Block> Units(PcaClusteringFindings findings)
    {
        SeparatedGroups groups = findings.Clusters.Judged.Groups;
        int given = groups.ByUnits[ColumnUnits.AsGiven], standardised = groups.ByUnits[ColumnUnits.Standardised];
        yield return new Paragraph(
            $"The groups were looked for in the units of the table ({Found(given)}), with every column standardised "
            + $"({Found(standardised)}) and with neither units nor correlations "
            + $"({Found(groups.ByUnits[ColumnUnits.Whitened])}).{Counts(groups)}");
        if (groups.DecidingColumn is { } column)
        {
            yield return Callout.Note(
                $"**Scaling decides here:** {Found(given)} with the columns as given, {Found(standardised)} with every column "
                + $"standardised, {Found(groups.ByUnits[ColumnUnits.Whitened])} with neither units nor correlations. One column at a "
                + $"time was given its own unit back among standardised ones, and standardised among those as given: "
                + $"{findings.Data.Columns[column]} moves the agreement of k-means with the {groups.K} groups "
                + $"most.{Owner(findings, column)}");
        }
    }

    private static bool Disagree(SeparatedGroups groups) => groups.ByUnits.Values.Distinct().Count() > 1;

    private static MarkdownText Found(int k) => k == 1 ? "none found" : $"{k} found";

    private static MarkdownText Counts(SeparatedGroups groups) => Disagree(groups) && groups.K > 1
        ? MarkdownText.Of(
            $" Where these differ, the most groups count, {groups.K}: every pair of them lies apart, so that fewer would take two that "
            + $"do for one. The first rules of the table are asked of these {groups.K}, along lines that take no notice of units; "
            + $"gaps, silhouettes, elbow and stability are of k-means in the units asked for.")
        : MarkdownText.Empty;

    // The column that owns the variance hides all others, so moving it alone need not bring the groups out.
    private static MarkdownText Owner(PcaClusteringFindings findings, int column) =>
        findings.Scaling is { IsOwned: true } scaling && scaling.RawOwner != column
            ? MarkdownText.Of($" That is not {findings.Data.Columns[scaling.RawOwner]}, which has most of the raw variance: it is "
                + $"asked who moves the groups, not who is largest.")
            : MarkdownText.Empty;

    /// <summary>Behind a verdict of clusters, where not all units find as many.</summary>
    private static MarkdownText ByUnits(ClusterFindings clusters)
    {
        SeparatedGroups groups = clusters.Judged.Groups;
        return clusters.Verdict.Finding == ClusterFinding.Clusters && Disagree(groups)
            ? MarkdownText.Of(
                $" That depends on the units: {Found(groups.ByUnits[ColumnUnits.AsGiven])} as given, "
                + $"{Found(groups.ByUnits[ColumnUnits.Standardised])} standardised, {Found(groups.ByUnits[ColumnUnits.Whitened])} with "
                + $"neither units nor correlations.")
            : MarkdownText.Empty;
    }
}
