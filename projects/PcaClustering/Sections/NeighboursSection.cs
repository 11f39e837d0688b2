using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>Distance against angle.</summary>
internal static class NeighboursSection
{
    private const int Side = 8, Shown = 4;

    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        NeighbourFindings neighbours = findings.Neighbours;
        return new Section(
            "Who is similar to whom?",
            [
                new Formula(Tex.Of("""
                    \begin{aligned}
                    \mathrm{distance}(x, y) &= \lVert x - y \rVert && \text{sees size and direction} \\
                    \cos(x, y) &= \frac{x \cdot y}{\lVert x \rVert \lVert y \rVert} && \text{sees direction only} \\
                    2 - 2 \cos(x, y) &= \left\lVert \frac{x}{\lVert x \rVert} - \frac{y}{\lVert y \rVert} \right\rVert^2
                        && \text{distance of rows of length 1}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"On the standardised rows the origin is the average row, so a cosine near 1 means: away from the "
                    + $"average in the same columns, however far. Of the {neighbours.K} nearest of each row, distance "
                    + $"and cosine disagree on {measurements["neighbours.disagreement"].Value:P0}."),
                .. Pairs(neighbours),
                new Paragraph(
                    $"**Digits as embeddings.** Each picture of {Side} × {Side} pixels is a vector, "
                    + $"as a word or a sentence is to a language model. The nearest other picture shows the same digit "
                    + $"for {measurements["digits.accuracy.distance"].OfCount(neighbours.Digits.Rows, "pictures")} by distance, "
                    + $"and for {measurements["digits.accuracy.cosine"].OfCount(neighbours.Digits.Rows)} by cosine."),
                new Paragraph(Compared(neighbours)),
                .. Pictures(neighbours),
            ],
            $"Use the cosine where only the mixture of columns matters and size does not; use distance where size is part of what "
            + $"makes a row.");
    }

    private static IEnumerable<Block> Pairs(NeighbourFindings neighbours)
    {
        NeighbourDisagreement disagreement = neighbours.Disagreement;
        IReadOnlyList<MarkdownText>[] rows =
        [
            .. disagreement.ByDistanceOnly.Take(3).Select(pair => Row(pair, "close, but another direction")),
            .. disagreement.ByCosineOnly.Take(3).Select(pair => Row(pair, "same direction, but far apart")),
        ];
        if (rows.Length > 0)
        {
            yield return new Table(
                $"Where they disagree most. Rows near the average are close to each other whatever their direction; "
                + $"rows of the same kind may be mild or extreme.",
                ["Row", "Other row", "Distance", "Cosine", "They are"], rows);
        }

        IReadOnlyList<MarkdownText> Row(ComparedPair pair, string words) =>
            [$"{neighbours.RowOf[pair.Row]}", $"{neighbours.RowOf[pair.Other]}", $"{pair.Distance:0.00}", $"{pair.Cosine:0.00}", words];
    }

    private static IEnumerable<Block> Pictures(NeighbourFindings neighbours)
    {
        IReadOnlyList<ComparedPair> pairs = neighbours.DigitDisagreement.ByCosineOnly;
        ComparedPair[] same = [.. pairs.Where(pair => neighbours.Digits.Labels[pair.Row] == neighbours.Digits.Labels[pair.Other])];
        CaptionedImage[] images =
        [
            .. same.Take(Shown).SelectMany(pair => new[]
            {
                Picture(neighbours.Digits, pair.Row, $"{neighbours.Digits.Labels[pair.Row]}"),
                Picture(neighbours.Digits, pair.Other, $"{neighbours.Digits.Labels[pair.Other]}, {pair.Cosine:0.00}"),
            }),
        ];
        if (images.Length > 0)
        {
            yield return new FigureBlock(
                DigitGridFigure.Draw(images, 4, "digits-by-cosine"),
                $"Of the {pairs.Count} most distant pairs that are near by cosine and not by distance, "
                + $"{same.Length} show the same digit; these are the first of those, side by side, "
                + $"the second of each pair with its cosine. "
                + $"One is drawn with more ink than the other, and distance counts that as a difference.");
        }
    }

    private static CaptionedImage Picture(Dataset digits, int row, string caption)
    {
        ReadOnlySpan<double> pixels = digits.Row(row);
        double[,] picture = new double[Side, Side];
        for (int i = 0; i < pixels.Length; i++)
            picture[i / Side, i % Side] = pixels[i] / 16;
        return new CaptionedImage(picture, caption);
    }

    private static MarkdownText Compared(NeighbourFindings neighbours) => neighbours.PValue < 0.05
        ? MarkdownText.Of(
            $"On digits the difference between them, {neighbours.Difference.Value:+0.0000;−0.0000} for the cosine "
            + $"(95 % interval {neighbours.Difference.Low:0.0000} to {neighbours.Difference.High:0.0000}), "
            + $"is more than chance explains (McNemar's {PValueText.Equation(neighbours.PValue)}).")
        : MarkdownText.Of(
            $"On digits these rows do not show which is better: "
            + $"{neighbours.Difference.Value:+0.0000;−0.0000;0.0000} for the cosine, "
            + $"95 % interval {neighbours.Difference.Low:0.0000} to {neighbours.Difference.High:0.0000}, "
            + $"McNemar's {PValueText.Equation(neighbours.PValue)}.");
}
