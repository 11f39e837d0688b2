namespace MlMaths.Torch.Data;

/// <summary>What the row at the foot of a table is called that adds up those above it.</summary>
internal static class SumWords
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "sum", "sums", "grand total", "subtotal", "sub-total", "all", "overall", "gesamt", "gesamtsumme", "summe",
        "insgesamt", "zwischensumme",
    };

    /// <summary>Whether a text is one of them; a colon behind it does not matter.</summary>
    public static bool Has(string text) => Known.Contains(text.Trim().TrimEnd(':', '.').TrimEnd());
}
