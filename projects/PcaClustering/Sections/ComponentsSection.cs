using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>How many components are worth keeping.</summary>
internal static class ComponentsSection
{
    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        ComponentFindings components = findings.Components;
        ComponentThresholds thresholds = components.Thresholds;
        int kept = components.Kept, all = components.Fit.Components.Count;
        int[] counts = [.. Enumerable.Range(0, all + 1).Where(k => k == kept || k % (1 + all / 40) == 0)];
        return new Section(
            "How many components are worth keeping?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    X - 1 m^\top &= U S V^\top
                        && \text{singular value decomposition; the rows of $V^\top$ are the components} \\
                    C &= V\, \mathrm{diag}(\lambda)\, V^\top
                        && \text{$\lambda_k = s_k^2/(n - 1)$, as $C = V S U^\top U S V^\top/(n - 1)$} \\
                    T &= (X - 1 m^\top) V && \text{scores: each row's place along the components} \\
                    \hat X &= 1 m^\top + T_k V_k^\top
                        && \text{what $k$ components keep of the rows; the rest is the error}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"Two ways lead to the same axes, singular values of the rows and eigenvalues of their covariance. For this table, "
                    + $"[{components.Fit.Rows}, {findings.Data.Columns.Count}], the components come from {Way(components.Fit.Method)}; "
                    + $"on these rows the two agree to {components.LargestDifference:G1}. An axis has no direction of its own, so each "
                    + $"is flipped to make its largest loading positive."),
                new FigureBlock(
                    ScreeFigure.Draw(components.Fit.Ratio, thresholds.BrokenStick, thresholds.Permutation, kept),
                    $"Each component's share of the variance, beside what chance gives: "
                    + $"of {thresholds.Permutations} tables with every column shuffled by itself, "
                    + $"95 % have a k-th share below the line. {(kept == 1 ? "One component lies" : $"{kept} components lie")} above it; "
                    + $"{Counted.Of(thresholds.KeptByBrokenStick, "lies", "lie")} above the broken stick, a rule of thumb that does not "
                    + $"look at the rows."),
                new FigureBlock(
                    CumulativeShareFigure.Draw(components.Fit.Ratio, [0.8, 0.9, 0.95], kept),
                    $"{(kept == 1 ? "The kept component explains" : $"The {kept} kept components explain")} "
                    + $"{components.Fit.Ratio.Take(kept).Sum():P1} of it. "
                    + $"A round number such as 80 % is a convention, not a finding."),
                new FigureBlock(
                    ReconstructionFigure.Draw(
                        counts, [.. counts.Select(k => components.TrainingError[k])],
                        [.. counts.Select(k => components.TestError[k])], kept, ErrorUnit(findings)),
                    $"What is lost when each row is reduced to so many scores. "
                    + $"The axes were chosen for the training rows. With {Counted.Of(kept, "component")} "
                    + $"the error on held-out rows is {measurements["pca.reconstruction.test"]}, "
                    + $"with 0 components it is {components.TestError[0]:0.00}."),
                .. Notes(components),
            ],
            kept == thresholds.KeptByPermutation
                ? MarkdownText.Of(
                    $"{(kept == 1 ? "One component stands" : $"{kept} components stand")} out from chance; "
                    + $"PC1 explains {measurements["pca.ratio.pc1"]} and PC2 {measurements["pca.ratio.pc2"]}.")
                : MarkdownText.Of(
                    $"No component stands out from shuffled columns: "
                    + $"the columns are hardly correlated, and one component is kept only to have an axis to draw."));
    }

    private static string Way(PcaMethod method) => method == PcaMethod.Svd
        ? "singular values, the more accurate way"
        : "its covariance, the faster way for a long table";

    private static string ErrorUnit(PcaClusteringFindings findings) =>
        findings.Options.Scaling == Scaling.Raw ? "squared error per value" : "squared error per value (standardised)";

    private static IEnumerable<Block> Notes(ComponentFindings components)
    {
        if (components.Thresholds.Note is { } note)
            yield return Callout.Note(note);
        yield return new Paragraph(
            $"New rows are projected with the training rows' mean and axes. Divided by √λₖ, scores are *white*: "
            + $"of equal spread, uncorrelated. On held-out rows the whitened deviations run from "
            + $"{components.WhitenedDeviation.Low:0.00} to {components.WhitenedDeviation.High:0.00} over the kept "
            + $"components; far from 1 would mean that the axes do not carry over to new rows.");
    }
}
