using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>What batches do to rows, and what centring takes away.</summary>
internal static class BatchSection
{
    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        BatchFindings batches = findings.Batches;
        string[] groups = [PlantedOffset.AsMeasured, PlantedOffset.Moved];
        int[] ofRow = [.. batches.Planted.Batches.Select(batch => Array.IndexOf(groups, batch))];
        return new Section(
            "Could it be the batch?",
            [
                .. Known(findings),
                new Paragraph(
                    $"Rows measured on another day or another instrument often differ by an offset that has nothing to "
                    + $"do with the rows themselves. To see what that does, half of the rows, drawn at random, "
                    + $"were moved by {batches.Size:0} deviation in every column, up or down. "
                    + $"On average over such halves this accounts for {batches.Planted.ExpectedR2:P0} of the variance, and in this one "
                    + $"for {batches.Before.Regression.R2:P0}: two halves differ by chance before anything is moved."),
                new Table(
                    $"Three measures of the planted batches. R²: "
                    + $"share of the variance between batches, by regression of the components on the batch. Rejected: "
                    + $"share of rows whose neighbours' batches fail a χ² test of mixing. Silhouette by batch: "
                    + $"often quoted, but nearly blind: it stays low when the batches cut through every cluster. {WhatP} "
                    + $"{Unmoved(batches)}",
                    ["Rows", "R²", "by chance", "Rejected", "by chance", "Silhouette", "p"],
                    [Row("as measured", batches.Unmoved), Row("half moved", batches.Before), Row("then centred", batches.After)]),
                new FigureBlock(
                    GroupScatterFigure.Draw(
                        X(batches.Scores.Before), Y(batches.Scores.Before), ofRow, groups, "PC1", "PC2",
                        "batch-before"),
                    $"The rows with the offset, by their first two components: the components now contain part of the "
                    + $"offset, {batches.Before.Regression.Affected} of them significantly."),
                new FigureBlock(
                    GroupScatterFigure.Draw(X(batches.Scores.After), Y(batches.Scores.After), ofRow, groups, "PC1", "PC2", "batch-after"),
                    $"Each half moved onto the common mean. R² is now {batches.After.Regression.R2:0.00} by "
                    + $"construction, so the neighbours are the real test: {batches.After.Mixing.RejectionRate:P0} of "
                    + $"the neighbourhoods reject mixing, where chance gives {batches.After.Mixing.ExpectedRate:P0}."),
                new Paragraph(
                    $"k-means with the offset agrees with k-means without it to an adjusted Rand index of "
                    + $"{batches.ClustersBefore:0.00}, "
                    + $"and with the batches themselves to {batches.BatchInClusters:0.00}; "
                    + $"after centring it agrees with the first to {batches.ClustersAfter:0.00}."),
                Callout.Caution(
                    $"Centring removes every average difference between batches, real differences too. Where one batch contains more "
                    + $"of a group than another, part of the group goes with it; no method can tell the two apart afterwards. When you "
                    + $"measure, spread every group over all batches.").Folded(),
            ],
            Conclusion(findings, measurements));
    }

    private static MarkdownText WhatP { get; } =
        $"p: of no effect, twice the smaller of those of R² and of the mixing, each by shuffled labels.";

    // What chance alone did to the halves is in the first line, and is no effect.
    private static MarkdownText Unmoved(BatchFindings batches) => batches.Unmoved.IsPresent
        ? MarkdownText.Of(
            $"The halves were drawn by chance, and as measured they already differ with {PValueText.Equation(batches.Unmoved.PValue)}, "
            + $"as one draw in twenty does: a false alarm.")
        : MarkdownText.Of($"The halves were drawn by chance, and as measured they do not differ by more.");

    private static IEnumerable<Block> Known(PcaClusteringFindings findings)
    {
        if (findings.Batches.Known is not var (before, after) || findings.Data.Rows.Batch is not { } batch)
            yield break;
        yield return new Table(
            $"The batches of “{batch.Name}” ({before.Batches.Count}), examined as below. {WhatP} {before.Note}",
            ["Rows", "R²", "by chance", "Rejected", "by chance", "Silhouette", "p"],
            [Row("as measured", before), Row("centred", after)]);
        yield return before.IsPresent
            ? Callout.Caution(
                $"**The batches differ** beyond chance ({PValueText.Equation(before.PValue)}): "
                + $"they explain {before.Regression.R2:P1} of the variance, "
                + $"where shuffled labels explain {before.Regression.ExpectedR2:P1}. "
                + $"Read components and clusters with that in mind, and check whether a group is a batch.")
            : Callout.Note($"The batches do not differ more than shuffled labels would ({PValueText.Equation(before.PValue)}).");
    }

    private static IReadOnlyList<MarkdownText> Row(string name, BatchEffect effect) =>
    [
        name, $"{effect.Regression.R2:0.000}", $"{effect.Regression.ExpectedR2:0.000}", $"{effect.Mixing.RejectionRate:0.00}",
        $"{effect.Mixing.ExpectedRate:0.00}", $"{effect.Silhouette:0.00;−0.00}", $"{PValueText.Of(effect.PValue)}",
    ];

    private static double[] X(double[][] scores) => [.. scores.Select(score => score[0])];

    private static double[] Y(double[][] scores) => [.. scores.Select(score => score[1])];

    private static MarkdownText Conclusion(PcaClusteringFindings findings, Measurements measurements)
    {
        BatchFindings batches = findings.Batches;
        MarkdownText planted = MarkdownText.Of(
            $"offset of {batches.Size:0} deviation in half the rows accounts for {batches.Before.Regression.R2:P0} of the variance and is "
            + $"{(batches.Before.IsPresent ? "found" : "missed")}; "
            + $"centring brings the neighbourhoods back to {batches.After.Mixing.RejectionRate:P0} rejected.");
        return batches.Known is var (before, _)
            ? MarkdownText.Of(
                $"The known batches explain {measurements["batch.r2.before"].ValueText} of the variance, "
                + $"{(before.IsPresent ? "more" : "no more")} than chance would ({PValueText.Equation(before.PValue)}). A planted "
                + $"{planted}")
            : MarkdownText.Of(
                $"These rows name no batch (`--batch COLUMN`), so it cannot be told. Here is what it would look like: a planted {planted}");
    }
}
