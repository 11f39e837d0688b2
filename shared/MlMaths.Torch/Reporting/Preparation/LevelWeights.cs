using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// The weights of a column of texts, together: each level against the reference, from one to the other, and not per deviation of a 0/1
/// feature, which depends on how many rows have the level.
/// </summary>
public static class LevelWeights
{
    private const int MaxRows = 60;

    /// <summary>A paragraph and a table; nothing where no column has levels.</summary>
    /// <param name="preparation">What was learnt to prepare the columns.</param>
    /// <param name="weightOf">Of a feature by its name: its weight from 0 to 1; null where it has none.</param>
    /// <param name="effect">What the weight changes: <c>the logit</c>.</param>
    public static IEnumerable<Block> Of(FittedPreparation preparation, Func<string, Interval?> weightOf, string effect)
    {
        (FittedColumn Column, string Feature, Interval Weight)[] rows =
        [
            .. preparation.Columns.Where(column => column.Reference is not null)
                .SelectMany(column => column.Features.Select(feature => (column, feature, weightOf(feature))))
                .Where(one => one.Item3 is not null).Select(one => (one.column, one.feature, one.Item3!)),
        ];
        if (rows.Length == 0) yield break;
        yield return new Paragraph(
            $"The levels of a column belong together: each says how rows with that level differ from rows with the "
                + $"**reference**, the level "
            + $"that has no feature of its own, all else equal. Here they are from one to the other, not per deviation.");
        yield return new Table(
            MarkdownText.Of($"Change in {effect} from the reference to the level."
                + $"{(rows.Length > MaxRows ? $" The first {MaxRows} of {rows.Length}." : "")}"),
            ["Column", "Level", "Against", "Change"],
            [.. rows.Take(MaxRows).Select(one => (IReadOnlyList<MarkdownText>)
            [
                one.Column.Name, LevelOf(one.Column, one.Feature), one.Column.Reference!, Change(one.Weight),
            ])]);
    }

    private static string LevelOf(FittedColumn column, string feature) =>
        feature == $"{column.Name} missing" ? "(missing)"
        : feature.StartsWith($"{column.Name} = ", StringComparison.Ordinal) ? feature[(column.Name.Length + 3)..]
        : feature;

    private static MarkdownText Change(Interval weight) => weight is { Value: double value, Low: double low, High: double high }
        ? MarkdownText.Of($"{value:0.00;−0.00} ({low:0.00;−0.00} to {high:0.00;−0.00})")
        : MarkdownText.Of($"{weight.Value:0.00;−0.00}");
}
