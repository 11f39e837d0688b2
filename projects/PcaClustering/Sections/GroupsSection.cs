using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>What sets the groups apart, and whether the target knows them.</summary>
internal static class GroupsSection
{
    private const int ColumnsPerGroup = 4;

    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        ClusterFindings clusters = findings.Clusters;
        ComponentFindings components = findings.Components;
        string[] names = GroupNames.Short(clusters, findings.Data.Columns);
        int[] ofDrawnRow = [.. clusters.Silhouette.Rows.Select(row => clusters.Labels[row])];
        return new Section(
            clusters.AreClusters ? "What sets the clusters apart?" : "What does k-means do with the rows anyway?",
            [
                .. Opening(clusters),
                new FigureBlock(
                    ClusterMapFigure.Draw(
                        components.FirstScores, components.SecondScores, clusters.Labels, names,
                        components.Fit.Ratio[0], components.Fit.Ratio[1]),
                    $"All rows on the first two components, with the outline of each {clusters.Word}. "
                    + $"Outlines that overlap here may still be separate along other components: "
                    + $"these two show {components.Fit.Ratio.Take(2).Sum():P0} of the variance.").Told(),
                new FigureBlock(
                    SilhouetteFigure.Draw(clusters.Silhouette.Values, ofDrawnRow, clusters.Silhouette.Mean,
                        [.. Enumerable.Range(1, clusters.K).Select(place => $"{place}")]),
                    $"One line per row: near 1 it lies well within its {clusters.Word}, near 0 between two, "
                    + $"below 0 nearer to another. {Misplaced(clusters)}"),
                new Table(
                    $"The columns that set each {clusters.Word} apart: its mean minus that of all other training rows, "
                    + $"in deviations of the column, with Welch's 95 % interval; then the mean in the data's own "
                    + $"units. The intervals say how precisely the differences are known; they do not test the groups, "
                    + $"which were made from these very columns.",
                    ["Group", "Rows", "Column", "Difference", "95 % interval", "Mean"],
                    [.. clusters.Profiles.SelectMany(profile => Rows(findings, profile))]),
                HeldOut(clusters, measurements),
                .. Target(findings, measurements),
                .. Outside(clusters),
            ],
            Conclusion(findings, measurements));
    }

    private static IEnumerable<Block> Opening(ClusterFindings clusters)
    {
        if (clusters.Verdict.IsWithinBatches)
        {
            yield return Callout.Note(
                $"Each known batch was moved onto the common mean before clustering: "
                + $"without that, the offsets between the batches split or hide the clusters. "
                + $"The map and silhouettes below show the moved rows; the axes of the map come from the rows as "
                + $"measured.");
        }
        if (clusters.InGroupUnits)
        {
            yield return Callout.Note(
                $"In the units asked for, k-means would cut these rows elsewhere: the groups differ in spread or shape, or are "
                + $"apart in few of the columns. So rows were compared in deviations of the groups that were found, and "
                + $"silhouettes below are in these as well; centres are means of the rows.");
        }
        if (clusters.AreClusters)
            yield break;
        MarkdownText evidence = clusters.Verdict.K is { } k
            ? MarkdownText.Of($"The evidence points to {k} clusters, but {clusters.K} were asked for.")
            : MarkdownText.Of(
                $"The evidence does not support clusters ({clusters.Verdict.Finding.InWords()}). "
                + $"The page shows {clusters.K} parts, {clusters.KFrom}.");
        yield return Callout.Caution($"{evidence} What k-means does with these rows is to cut them up; it discovers "
            + $"nothing.");
    }

    private static MarkdownText Misplaced(ClusterFindings clusters)
    {
        int below = clusters.Silhouette.Values.Count(value => value < 0);
        MarkdownText sample = clusters.Silhouette.Note is { } note ? MarkdownText.Of($" ({note})") : MarkdownText.Empty;
        return $"{below} of {clusters.Silhouette.Values.Count} rows lie below 0{sample}.";
    }

    private static IEnumerable<IReadOnlyList<MarkdownText>> Rows(PcaClusteringFindings findings, ClusterProfile profile)
    {
        bool first = true;
        foreach (ColumnContrast contrast in profile.Contrasts.Take(ColumnsPerGroup))
        {
            Interval difference = contrast.Difference;
            MarkdownText range = difference.HasEnds
                ? MarkdownText.Of($"{difference.Low:0.00} to {difference.High:0.00}")
                : MarkdownText.Empty;
            yield return
            [
                first ? $"{profile.Cluster + 1}" : "", first ? $"{profile.Size}" : "", findings.Data.Columns[contrast.Column],
                $"{difference.Value:+0.00;−0.00}", range, $"{InOwnUnits(findings, profile.Cluster, contrast.Column)}",
            ];
            first = false;
        }
    }

    private static double InOwnUnits(PcaClusteringFindings findings, int cluster, int column) =>
        findings.Data.Scaler.Means[column] + findings.Data.Scaler.Deviations[column] * findings.Clusters.Centres[cluster][column];

    private static Paragraph HeldOut(ClusterFindings clusters, Measurements measurements) => clusters.HeldOutAgreement is null
        ? new Paragraph($"There are too few held-out rows to see whether the {clusters.Word}s appear in them too.")
        : new Paragraph(
            $"The held-out rows were clustered by themselves, "
            + $"and separately assigned to the nearest centre of the training rows: "
            + $"the two agree with an adjusted Rand index of {measurements["kmeans.held_out_agreement"].ValueText} (0: "
            + $"chance, 1: the same {clusters.Word}s).");

    private static IEnumerable<Block> Outside(ClusterFindings clusters)
    {
        if (clusters.Outside.Count == 0) yield break;
        yield return new Table(
            MarkdownText.Of($"Columns of texts, which were left outside as they have no distance: how far the "
                + $"{clusters.Word}s follow them. 0 is "
                + $"chance, 1 the same groups. `--encode categories` takes them in, as 0/1 columns."),
            ["Column", "Levels", "Adjusted Rand index", "Mutual information"],
            [.. clusters.Outside.Select(check => (IReadOnlyList<MarkdownText>)
                [check.Column, $"{check.Levels}", $"{check.AdjustedRand:0.00;−0.00}", $"{check.Information:0.00}"])]);
    }

    private static IEnumerable<Block> Target(PcaClusteringFindings findings, Measurements measurements)
    {
        if (findings.Clusters.Target is not { } target)
            yield break;
        yield return new Table(
            $"An outside check: the {clusters(findings)} against the target “{findings.Data.Rows.TargetName}”, "
            + $"which neither components nor k-means ever saw. Adjusted Rand index "
            + $"{measurements["agreement.adjusted_rand"]}, normalised mutual information {target.Information:0.00}; "
            + $"0 is chance, 1 the same groups. Disagreement would not make the {clusters(findings)} wrong: "
            + $"rows may well group by something other than this target.",
            [
                findings.Data.Rows.TargetName ?? "",
                .. Enumerable.Range(1, findings.Clusters.K)
                    .Select(place => MarkdownText.Of($"{findings.Clusters.Word} {place}")),
            ],
            [.. target.Groups.Select((group, i) => (IReadOnlyList<MarkdownText>)[
                group,
                .. target.Counts[i].Select(count => MarkdownText.Of($"{count}")),
            ])]);

        static MarkdownText clusters(PcaClusteringFindings findings) => $"{findings.Clusters.Word}s";
    }

    private static MarkdownText Conclusion(PcaClusteringFindings findings, Measurements measurements)
    {
        ClusterFindings clusters = findings.Clusters;
        MarkdownText target = clusters.Target is null
            ? MarkdownText.Empty
            : $" They agree with {findings.Data.Rows.TargetName} with an adjusted Rand index of "
                + $"{measurements["agreement.adjusted_rand"]}.";
        MarkdownText names = MarkdownText.Join("; ", GroupNames.Of(clusters, findings.Data.Columns).Select(name => (MarkdownText)name));
        return $"{clusters.K} {clusters.Word}s with a mean silhouette of {measurements["kmeans.silhouette"]}: {names}.{target}";
    }
}
