using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>
/// One sign for each operation, whichever was typed, and all that the tool prints itself: √2 · 0.045, 3², cos 87°, ln 3, 1 in 20.
/// </summary>
internal static partial class TypedSigns
{
    private const string Number = @"(?>\d[\d.,]*(?:e[+-]?\d+)?)";

    private static readonly (string Sign, string Plain)[] Same =
    [
        ("−", "-"), ("–", "-"), ("—", "-"), ("×", "*"), ("·", "*"), ("⋅", "*"), ("÷", "/"), ("**", "^"), ("\u00a0", " "),
        ("\u202f", " "), ("√", "sqrt "), ("₁₀", "10"), ("₂", "2"),
    ];

    /// <summary>As <see cref="TypedSum"/> reads it.</summary>
    public static string Plain(string typed)
    {
        string signs = NumberWords.InDigits(Times().Replace(typed, ""));
        foreach ((string sign, string plain) in Same) signs = signs.Replace(sign, plain, StringComparison.Ordinal);
        signs = Power().Replace(signs, raised => "^" + WrittenScale.InDigits(raised.Value));
        signs = Spaced().Replace(signs, number => number.Value.Replace(" ", "", StringComparison.Ordinal));
        signs = TimesLetter().Replace(signs, "*");
        signs = Minus().Replace(signs, "-");
        signs = Plus().Replace(signs, "+");
        signs = Pi().Replace(signs, "3.141592653589793");
        signs = PowerOfE().Replace(signs, "2.718281828459045^");
        signs = Degrees().Replace(signs, "$1($2*3.141592653589793/180)");
        signs = WithoutBrackets().Replace(signs, "$1($2)");
        return PartOf().Replace(signs, "/");
    }

    // About 4×: no factor follows.
    [GeneratedRegex(@"(?<=\d)\s*×\s*$")]
    private static partial Regex Times();

    [GeneratedRegex("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")]
    private static partial Regex Power();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"(?<=\d)\s*(?:x|\btimes\b)\s*(?=[\d(]|sqrt)", RegexOptions.IgnoreCase)]
    private static partial Regex TimesLetter();

    [GeneratedRegex(@"\b(?:minus|negative)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Minus();

    [GeneratedRegex(@"\bplus\b", RegexOptions.IgnoreCase)]
    private static partial Regex Plus();

    [GeneratedRegex(@"\bpi\b|π", RegexOptions.IgnoreCase)]
    private static partial Regex Pi();

    [GeneratedRegex(@"(?<![\w.])e\s*(?:\^|to\s+the(?:\s+power(?:\s+of)?)?(?=\s*[-\d(]))\s*")]
    private static partial Regex PowerOfE();

    [GeneratedRegex(@"\b(cos|sin)\s*\(?\s*(-?" + Number + @")\s*(?:°|deg(?:rees?)?\b)\s*\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Degrees();

    [GeneratedRegex(@"\b(sqrt|ln|log10|log2|exp|cos|sin)\s+(-?" + Number + ")", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutBrackets();

    [GeneratedRegex(@"(?<=\d)\s+(?:(?:out\s+)?of|in|over|divided\s+by)\s+(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex PartOf();
}
