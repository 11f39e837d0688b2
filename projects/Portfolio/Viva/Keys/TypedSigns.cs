using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>
/// One sign for each operation, whichever was typed, and all that the tool prints itself: √2 · 0.045, 3², cos 87°, ln 3, 1 in 20.
/// </summary>
internal static partial class TypedSigns
{
    /// <summary>Names of functions; a bare log may be either.</summary>
    public const string Functions = "ln|exp|sqrt|log10|log2|cos|sin";

    private static readonly (string Sign, string Plain)[] Same =
    [
        ("−", "-"), ("–", "-"), ("—", "-"), ("×", "*"), ("·", "*"), ("⋅", "*"), ("÷", "/"), ("**", "^"), ("\u00a0", " "),
        ("\u202f", " "), ("√", "sqrt "), ("₁₀", "10"), ("₂", "2"),
    ];

    /// <summary>As <see cref="TypedSum"/> reads it.</summary>
    public static string Plain(string typed)
    {
        string signs = TypedWords.InDigits(Times().Replace(typed, ""));
        foreach ((string sign, string plain) in Same) signs = signs.Replace(sign, plain, StringComparison.Ordinal);
        signs = Power().Replace(signs, raised => "^" + WrittenScale.InDigits(raised.Value));
        signs = Spaced().Replace(signs, number => number.Value.Replace(" ", "", StringComparison.Ordinal));
        signs = TimesLetter().Replace(signs, "*");
        signs = Minus().Replace(signs, "-");
        signs = Plus().Replace(signs, "+");
        signs = Implied().Replace(signs, "*");
        signs = Name().Replace(signs, name => name.Value.ToLowerInvariant());
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

    // 2π, 3√2 and 4 ln 3 are products; log10 5 is none.
    [GeneratedRegex(
        $@"(?<=[\d)])(?<!log10|log2)\s*(?=π|(?:pi|{Functions})(?![a-z])|e\s*\^)|(?<=π|\bpi)(?=\()", RegexOptions.IgnoreCase)]
    private static partial Regex Implied();

    [GeneratedRegex($@"\b(?:{Functions})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"\bpi\b|π", RegexOptions.IgnoreCase)]
    private static partial Regex Pi();

    [GeneratedRegex(@"(?<![\w.])e\s*(?:\^|to\s+the(?:\s+power(?:\s+of)?)?(?=\s*[-\d(]))\s*")]
    private static partial Regex PowerOfE();

    [GeneratedRegex(@"\b(cos|sin)\s*\(?\s*(-?" + TypedDigits.Pattern + @")\s*(?:°|deg(?:rees?)?\b)\s*\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Degrees();

    [GeneratedRegex($@"\b({Functions})\s+(-?{TypedDigits.Pattern})", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutBrackets();

    [GeneratedRegex(@"(?<=\d)\s+(?:(?:out\s+)?of|in|over|divided\s+by)\s+(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex PartOf();
}
