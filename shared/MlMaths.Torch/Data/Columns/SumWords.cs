using System.Buffers;

namespace MlMaths.Torch.Data;

/// <summary>
/// What the row at the foot of a table is called that adds up those above it: the word itself, or a label that begins or ends with it.
/// A label alone proves nothing, for "total" may be a level as well; only together with sums it does.
/// </summary>
internal static class SumWords
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "sum", "sums", "subtotal", "gesamt", "gesamtsumme", "summe", "insgesamt", "zwischensumme",
    };

    // These name much besides sums.
    private static readonly HashSet<string> Alone = new(StringComparer.OrdinalIgnoreCase) { "all", "overall" };

    /// <summary>One of these stands in every text that may call its row a sum, so that most texts need no second look.</summary>
    public static SearchValues<string> Parts { get; } =
        SearchValues.Create(["total", "sum", "gesamt", "all"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text may call its row a sum: Total, grand total, Total (all regions), All.</summary>
    public static bool MayCall(string text) => Alone.Contains(text.Trim().TrimEnd(':', '.').TrimEnd())
        || (NameWords.Of(text) is [var first, ..] words && (Known.Contains(first) || Known.Contains(words[^1])));
}
