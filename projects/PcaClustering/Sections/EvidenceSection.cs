using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>Whether there are clusters, and how many.</summary>
internal static partial class EvidenceSection
{
    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        ClusterFindings clusters = findings.Clusters;
        ClusterEvidence evidence = clusters.Evidence;
        return new Section(
            "Are there clusters, and how many?",
            [
                new Formula(
                    """
                    W(k)   = Σᵢ ‖zᵢ − centre(i)‖²      inertia: falls with k for any rows
                    s(i)   = (b − a) / max(a, b)       silhouette; a, b: mean distance
                                                       to the own and to the next group
                    gap(k) = mean ln W*(k) − ln W(k)   W*: of rows without clusters
                    p      = share of rows without clusters that look as clustered
                    """),
                new Paragraph(
                    $"k-means cuts anything into k groups, so groups alone prove nothing. Evidence would be: groups "
                    + $"tighter "
                    + $"than those k-means finds in rows *without* clusters of the same extent (a box, "
                    + $"a box along the components, a round cloud that keeps every distance from the mean), emptier "
                    + $"space between them, and the same groups in other samples of the rows. {Sampled(evidence)}"),
                .. Curves(clusters),
                new Table(
                    $"What each rule says. The verdict combines them by a rule that was fixed before these rows were "
                    + $"seen; a line marked “–” names some k for any rows, so it cannot say “no clusters”.",
                    ["Rule", "Found", "Groups", "Sees clusters"],
                    [.. clusters.Verdict.Rules.Select(Row)]),
                .. Rates(),
                .. FewRows(evidence, findings.Data.Columns.Count),
            ],
            MarkdownText.Of(
                $"Verdict: **{clusters.Verdict.Finding.InWords()}**. {clusters.Verdict.Sentence} Confidence "
                + $"{measurements["verdict.confidence"].ValueText}, the share of rules that agree."));
    }

    private static MarkdownText Sampled(ClusterEvidence evidence) => evidence.Note is { } note
        ? MarkdownText.Of($"The evidence was gathered {note}.")
        : MarkdownText.Empty;

    private static IEnumerable<Block> Curves(ClusterFindings clusters)
    {
        ClusterEvidence evidence = clusters.Evidence;
        int[] counts = [.. Enumerable.Range(1, evidence.Inertias.Count)];
        GapStatistic gap = evidence.Gaps.First(one => one.Reference == StructurelessReference.PrincipalBox);
        yield return new FigureBlock(
            CountCurveFigure.Draw(
                "silhouette-by-k", counts, evidence.Silhouettes, null, null, null, evidence.SilhouetteK,
                "mean silhouette"),
            $"The mean silhouette is highest at k = {evidence.SilhouetteK}, "
            + $"with {evidence.Silhouettes[evidence.SilhouetteK - 1]:0.00}. Compare that with "
            + $"rows without clusters, where it is not 0 either: three groups of pure noise are shown further down.");
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

    private static IReadOnlyList<MarkdownText> Row(ClusterRule rule) =>
    [
        rule.Name, rule.Found, rule.K is { } k ? (k == 1 ? "none" : $"{k}") : "–",
        rule.SeesClusters switch { true => "yes", false => "no", null => "–" },
    ];

    private static IEnumerable<Block> Rates()
    {
        yield return new Paragraph(
            $"How far can such a verdict be trusted? It was tested on simulated tables with a known truth, with seeds "
            + $"that were not used to make its rules. The counts come from `{ClusterVerdictRates.Command}`.");
        foreach ((string table, MarkdownText caption) in new (string, MarkdownText)[]
        {
            ("clouds", MarkdownText.Of($"Rows without clusters, of six kinds: how often the verdict was “clusters”.")),
            ("planted", MarkdownText.Of(
                $"Normal clouds whose nearest centres are 4 to 6 deviations apart: "
                + $"how often the verdict had the right number.")),
            ("batches", MarkdownText.Of($"Rows in known batches: how often the verdict was the expected one.")),
        })
        {
            IReadOnlyList<ClusterVerdictRate> rates = ClusterVerdictRates.Of(table);
            bool ofErrors = table == "clouds";
            yield return new Table(
                caption, ["Rows", "Expected", "Tables", ofErrors ? "Wrongly “clusters”" : "Right", "95 % interval"],
                [.. rates.Select(rate => RateRow(rate, ofErrors ? rate.WrongShare : rate.Share))]);
        }
    }

    /// <summary>What the verdict is worth on a table this small, by the measured size that is nearest.</summary>
    private static IEnumerable<Block> FewRows(ClusterEvidence evidence, int columns)
    {
        const int Few = 200;
        if (evidence.Rows >= Few)
            yield break;
        var like = ClusterVerdictRates.Of("sizes").Where(rate => rate.Asked == "as many clusters")
            .Select(rate => (Rate: rate, Size: (int[])[.. WholeNumber().Matches(rate.Detail)
                .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))]))
            .MinBy(one => Math.Abs(Math.Log((double)one.Size[0] / evidence.Rows))
                + 0.5 * Math.Abs(Math.Log((double)one.Size[1] / columns)));
        yield return Callout.Caution(
            $"{evidence.Rows} rows are few. Of simulated tables with {like.Size[0]} rows of {like.Size[1]} columns in "
            + $"clusters 4 to 6 deviations apart, the verdict had the right number in {like.Rate.Right} of "
            + $"{like.Rate.Total}; when it is wrong on small tables, it mostly finds too few clusters. "
            + $"“No clusters” then means none that so few rows could show.");
    }

    private static IReadOnlyList<MarkdownText> RateRow(ClusterVerdictRate rate, Interval share) =>
        [Words(rate.Case), rate.Asked, $"{rate.Total}", $"{share.Value:P1}", $"{100 * share.Low:0.0} to {100 * share.High:0.0} %"];

    /// <summary>“CorrelatedNormal” as a reader writes it.</summary>
    private static string Words(string name) => WordStart().Replace(name, " ").ToLowerInvariant();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
