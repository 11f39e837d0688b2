using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>
/// What the verdict on clusters is worth, on drawn tables whose truth is known; what falls short is said with its number.
/// </summary>
internal static class ClusterRatesBlocks
{
    private static readonly (string Table, string Caption)[] Tables =
    [
        ("none", "Rows without groups, of kinds that the rules were made with: how often groups were found."),
        ("none-untouched", "The same, of kinds that were written first and drawn last: no rule was made with them."),
        ("groups", "Planted groups, of kinds that the rules were made with, and of these the tables in which a mixture of normal "
            + "clouds that is told the true groups keeps them (adjusted Rand index of 0.9): how often as many were found."),
        ("groups-untouched", "The same, of kinds that no rule was made with; the limit of the last one was set with a look at them too, on "
            + "other seeds."),
        ("batches", "Rows in known batches: how often the verdict was the one that is asked for."),
        ("later", "Kinds that came later. The verdict fails at some: a wave holds more rows at its crests than along its steep parts, and "
            + "those dense places are taken for groups, as parts of a helix are at times; groups of ten rows are mostly too small to be "
            + "told one by one. But for the wave and the groups of ten, they were first drawn once all rules stood."),
        ("wide", "Tables of more than eight columns, where how far groups lie apart is measured in a plane. Curves that are turned into "
            + "many columns are at times taken for groups; the limit was set with a look at these kinds, on other seeds."),
    ];

    public static IEnumerable<Block> All()
    {
        yield return new Paragraph(
            $"How far can such a verdict be trusted? It was asked about drawn tables whose truth is known, with seeds "
            + $"that played no part in making its rules. The counts were taken by `{ClusterVerdictRates.Command}`.");
        foreach ((string table, string caption) in Tables)
        {
            bool ofErrors = table.StartsWith("none", StringComparison.Ordinal);
            yield return new Table(
                caption, ["Rows", "Asked for", "Tables", ofErrors ? "Wrongly “clusters”" : "Right", "95 % interval"],
                [.. ClusterVerdictRates.Of(table).Select(rate => Row(rate, ofErrors ? rate.WrongShare : rate.Share))]);
        }
        foreach (Block block in Short()) yield return block;
    }

    /// <summary>What is pooled over kinds, and every kind that misses what is promised of it.</summary>
    private static IEnumerable<Block> Short()
    {
        (ClusterVerdictRate[] none, ClusterVerdictRate[] groups) = (Pooled("none"), Pooled("groups"));
        ClusterVerdictRate[] shortOf =
        [
            .. none.Where(rate => rate.Share.Value < ClusterVerdictRates.Promised("none")),
            .. groups.Where(rate => rate.Share.Value < ClusterVerdictRates.Promised("groups")),
        ];
        MarkdownText pooled = MarkdownText.Of(
            $"Pooled, groups were found in {none.Sum(rate => rate.Total - rate.Right)} of {none.Sum(rate => rate.Total)} tables "
            + $"without any, and the right number in {groups.Sum(rate => rate.Right)} of {groups.Sum(rate => rate.Total)} with some.");
        MarkdownText missed = MarkdownText.Join("; ", shortOf.Select(rate =>
            MarkdownText.Of($"{rate.Case}, right in {rate.Right} of {rate.Total}")));
        yield return shortOf.Length == 0
            ? new Paragraph(pooled)
            : Callout.Caution(
                $"{pooled} Short of what is asked of a kind (95 % without groups, 85 % with): {missed}. "
                + $"Where groups are there, what goes wrong is mostly that a small one is not seen; where none are, that a curve "
                + $"is cut where its rows lie thin, as between the crests of a wave, or that it is bent in many columns.")
                .Folded();
    }

    // Kinds that came later and those of many columns count as well: they are rows without groups, or rows with some.
    private static ClusterVerdictRate[] Pooled(string table) =>
    [
        .. ClusterVerdictRates.Of(table), .. ClusterVerdictRates.Of($"{table}-untouched"),
        .. ClusterVerdictRates.Of("later").Concat(ClusterVerdictRates.Of("wide"))
            .Where(rate => rate.Asked == "no clusters" == (table == "none")),
    ];

    private static IReadOnlyList<MarkdownText> Row(ClusterVerdictRate rate, Interval share) =>
        [rate.Case, rate.Asked, $"{rate.Total}", $"{share.Value:P1}", $"{100 * share.Low:0.0} to {100 * share.High:0.0} %"];
}
