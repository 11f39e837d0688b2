using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>Which rows, and why the columns are scaled, or not.</summary>
internal static class ScalingSection
{
    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        ScalingFindings scaling = findings.Scaling;
        VaryingRows data = findings.Data;
        string owner = data.Columns[scaling.RawOwner], other = data.Columns[scaling.StandardisedOwner];
        return new Section(
            "Should the columns be scaled?",
            [
                new Paragraph(
                    $"{Source(data)} {data.Split.Training.Count} rows train; {data.Split.Test.Count} are held out, "
                    + $"chosen at random and not by the target, which is not used here. "
                    + $"Means, deviations, components and centres come from the training rows alone."),
                .. Warnings(data),
                new Formula(Tex.Of("""
                    \begin{aligned}
                    z &= \frac{x - m}{s} && \text{$m$, $s$: mean and deviation of a column over the training rows} \\
                    C &= \frac{1}{n - 1} Z^\top Z && \text{covariance $[d, d]$; of raw columns, in squared units} \\
                    \mathrm{PC1} &= v_1
                        && \text{the direction of the largest variance $v^\top C v$, $\lVert v \rVert = 1$}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"PCA looks for variance, and variance has a unit. {Ownership(scaling, owner)} The largest "
                    + $"deviation of a column is {scaling.DeviationRatio:0} times the smallest."),
                new FigureBlock(
                    SharesFigure.Draw("share of PC1 (squared loading)", "raw", "standardised", [.. data.Columns.Select(
                        (name, j) => new SharePair(name, scaling.RawShare[j], scaling.StandardisedShare[j]))],
                        "scaling-shares"),
                    $"Squared loadings sum to 1, so they show which columns make up PC1. "
                    + $"Raw, {owner} has {scaling.RawShare[scaling.RawOwner]:P1} of it; standardised, "
                    + $"the largest share is {scaling.StandardisedShare[scaling.StandardisedOwner]:P1}, of {other}.").Told(),
                Callout.Note(
                    $"**When not to scale:** where all columns share one unit and their spreads mean something, "
                    + $"as pixels of one camera or prices in one currency do. Scaling would then inflate columns that "
                    + $"hardly vary until their noise counts as much as anything. {Advice(findings)}"),
            ],
            Conclusion(findings, owner, measurements));
    }

    private static MarkdownText Ownership(ScalingFindings scaling, string owner) => scaling.IsOwned
        ? MarkdownText.Of(
            $"In raw units {owner} alone accounts for {scaling.OwnersVariance:P1} of the total variance, because its "
            + $"numbers "
            + $"are large, not because it matters more: in other units it would be another column.")
        : MarkdownText.Of(
            $"In raw units no column dominates: "
            + $"{owner}, which weighs most in PC1, accounts for {scaling.OwnersVariance:P1} of the total variance.");

    private static MarkdownText Source(VaryingRows data) => data.Rows.Provenance.Doi is { } doi
        ? MarkdownText.Of(
            $"The {data.Rows.Rows} rows of {data.Columns.Count} columns are those of {data.Rows.Provenance.Source} "
            + $"(doi {doi}, {data.Rows.Provenance.Licence}).")
        : MarkdownText.Of($"The {data.Rows.Rows} rows of {data.Columns.Count} columns come from {data.Rows.Provenance.Source}.");

    private static IEnumerable<Block> Warnings(VaryingRows data)
    {
        const int Named = 5;
        if (data.ConstantColumns.Count == 0)
            yield break;
        string more = data.ConstantColumns.Count > Named ? $" and {data.ConstantColumns.Count - Named} more" : "";
        yield return Callout.Caution(
            $"Left out, because they have a single value in the training rows: "
            + $"{string.Join(", ", data.ConstantColumns.Take(Named))}{more}.");
    }

    private static MarkdownText Advice(PcaClusteringFindings findings)
    {
        ScalingFindings scaling = findings.Scaling;
        if (findings.Options.Scaling == Scaling.Raw)
            return $"Here raw columns were asked for (`--scaling raw`): that is sound if all {findings.Data.Columns.Count} share one unit.";
        int least = scaling.Deviations.Index().MinBy(deviation => deviation.Item).Index;
        return scaling.DeviationRatio < 3
            ? MarkdownText.Of($"Here the spreads are so alike that scaling changes little.")
            : MarkdownText.Of(
                $"Here the column with the least spread, {findings.Data.Columns[least]}, is stretched "
                + $"{scaling.DeviationRatio:0} times as much as {findings.Data.Columns[scaling.RawOwner]}; "
                + $"if all columns share one unit, compare with `--scaling raw`.");
    }

    private static MarkdownText Little(ScalingFindings scaling, string owner) =>
        scaling.IsOwned ? MarkdownText.Of($" and would have said little more than {owner}") : MarkdownText.Empty;

    private static MarkdownText Conclusion(PcaClusteringFindings findings, string owner, Measurements measurements)
    {
        Measurement raw = measurements["pca.raw.ratio.pc1"], scaled = measurements["pca.ratio.pc1"];
        return findings.Options.Scaling == Scaling.Raw
            ? MarkdownText.Of(
                $"The columns are taken as they are. PC1 explains {raw.ValueText} of their variance, "
                + $"{findings.Scaling.RawShare[findings.Scaling.RawOwner]:P0} of it the column {owner}.")
            : MarkdownText.Of(
                $"The columns are standardised. A raw PC1 would have explained {raw.ValueText} of the "
                + $"variance{Little(findings.Scaling, owner)}; the standardised one explains {scaled}.");
    }
}
