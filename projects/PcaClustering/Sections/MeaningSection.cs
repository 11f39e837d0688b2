using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>PC1 and PC2 in words.</summary>
internal static class MeaningSection
{
    private const int Named = 4, Drawn = 12;

    private const double Sure = 0.95, Same = 0.9;

    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        ComponentFindings components = findings.Components;
        IReadOnlyList<string> columns = findings.Data.Columns;
        BiplotArrow[] arrows = [.. columns.Select(
            (name, j) => new BiplotArrow(name, components.Fit.Components[0][j], components.Fit.Components[1][j]))];
        return new Section(
            "What do PC1 and PC2 mean?",
            [
                new FigureBlock(
                    BiplotFigure.Draw(
                        components.FirstScores, components.SecondScores, null, null, arrows, components.Fit.Ratio[0],
                        components.Fit.Ratio[1]),
                    $"Every row by its first two scores. An arrow says where a row moves when the column rises by one "
                    + $"unit of the axes' scale; arrows that point the same way belong to columns that rise together, "
                    + $"as far as these two axes show."),
                .. Reading(findings, 0),
                .. Reading(findings, 1),
                new Paragraph(
                    $"In resamples PC1 comes back with a congruence of {measurements["pca.congruence.pc1"].ValueText}, "
                    + $"PC2 with {NumberText.Of(components.Stability.Congruence[1], 3)}, where 1 is the same axis."),
            ],
            MarkdownText.Of(
                $"PC1 sets {Poles(findings, 0)}; PC2 sets {Poles(findings, 1)}."));
    }

    private static IEnumerable<Block> Reading(PcaClusteringFindings findings, int k)
    {
        ComponentFindings components = findings.Components;
        IReadOnlyList<string> columns = findings.Data.Columns;
        int[] strongest = [.. Strongest(findings, k).Take(Drawn)];
        int open = strongest.Count(j => components.Stability.SignKept[k][j] is { } kept && kept < Sure);
        MarkdownText sureness = open == 0
            ? MarkdownText.Of($"All of them keep their sign in at least {Sure:P0} of {components.Stability.Resamples} resamples.")
            : MarkdownText.Of(
                $"{(open == 1 ? "One of them changes its" : $"{open} of them change their")} sign in more than "
                + $"{1 - Sure:P0} of {components.Stability.Resamples} resamples, and should not be interpreted.");
        yield return new FigureBlock(
            LoadingsFigure.Draw($"PC{k + 1}", [.. strongest.Select(j => new NamedLoading(
                columns[j], components.Stability.Loadings[k][j], components.Stability.SignKept[k][j]))],
                $"loadings-pc{k + 1}", outOf: columns.Count),
            $"PC{k + 1} explains {components.Fit.Ratio[k]:P1} of the variance. "
            + $"These are {Which(strongest.Length, columns.Count)}, with 95 % bootstrap intervals. {sureness}");
        AxisEnds ends = findings.Ends[k];
        yield return new Table(
            $"What rows at the ends of PC{k + 1} look like, in the data's own units: "
            + $"means of the {ends.RowsAtEachEnd} training rows at each end. "
            + $"The extremes are rows {ends.LowestRow} and {ends.HighestRow}, counted from 0.",
            ["Column", "Loading", $"Low PC{k + 1}", "All rows", $"High PC{k + 1}"],
            [.. Strongest(findings, k).Take(2 * Named).Select(j => (IReadOnlyList<MarkdownText>)
                [columns[j], $"{components.Fit.Components[k][j]:0.00}", .. Alike(ends.Low[j], ends.Typical[j], ends.High[j])])]);
        if (components.Stability.Congruence[k] < Same)
        {
            yield return Callout.Caution(
                $"PC{k + 1} changes direction from sample to sample (congruence "
                + $"{NumberText.Of(components.Stability.Congruence[k], 3)}): "
                + $"the plane it spans may be real, but do not read its loadings one by one.");
        }
    }

    // Of one column, so with the same decimals.
    private static IEnumerable<MarkdownText> Alike(double low, double typical, double high)
    {
        int? decimals = NumberText.DecimalsFor(typical, Math.Min(low, high), Math.Max(low, high));
        return new[] { low, typical, high }.Select(number => (MarkdownText)NumberText.Of(number, decimals));
    }

    private static string Which(int drawn, int all) => drawn == all ? "its loadings" : $"the strongest {drawn} of its {all} loadings";

    private static IEnumerable<int> Strongest(PcaClusteringFindings findings, int k)
    {
        IReadOnlyList<double> loadings = findings.Components.Fit.Components[k];
        return Enumerable.Range(0, loadings.Count).OrderByDescending(j => Math.Abs(loadings[j]));
    }

    /// <summary>“rows high in a, b against rows high in c”, of columns that keep their sign.</summary>
    private static MarkdownText Poles(PcaClusteringFindings findings, int k)
    {
        ComponentFindings components = findings.Components;
        int[] sure = [.. Strongest(findings, k).Take(2 * Named).Where(j => components.Stability.SignKept[k][j] >= Sure)];
        string[] positive = Names(1), negative = Names(-1);
        return (positive.Length, negative.Length) switch
        {
            (0, 0) => MarkdownText.Of($"nothing apart reliably: none of its strongest columns keeps its sign"),
            (_, 0) => MarkdownText.Of($"rows high in {Joined(positive)} apart from rows low in them"),
            (0, _) => MarkdownText.Of($"rows low in {Joined(negative)} apart from rows high in them"),
            _ => MarkdownText.Of($"rows high in {Joined(positive)} against rows high in {Joined(negative)}"),
        };

        string[] Names(int sign) => [.. sure.Where(j => Math.Sign(components.Fit.Components[k][j]) == sign).Take(Named)
            .Select(j => findings.Data.Columns[j])];

        static MarkdownText Joined(string[] names) => MarkdownText.Join(", ", names.Select(name => MarkdownText.Of($"**{name}**")));
    }
}
