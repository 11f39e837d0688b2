using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>An answer in letters: four, thirty-nine, two hundred and five thousand, a quarter, three quarters.</summary>
internal static partial class TypedWords
{
    // "A" begins a number of hundreds or more. What goes on with another scale is another number, or none.
    private const string Hundreds = $@"(?:{NumberWords.BelowThousand}|an?\s+hundred\b{NumberWords.AfterHundred})",
        Scale = @"(?:hundred|thousand|million)\b", Rest = $@"(?:,?\s+(?:and\s+)?{Hundreds}(?!\s+{Scale}))?",
        Thousands = $@"(?:{Hundreds}|an?)\s+thousand\b",
        WholeNumber = $@"(?:(?:{Hundreds}|an?)\s+million\b(?:,?\s+(?:and\s+)?{Thousands})?{Rest}|{Thousands}{Rest}|{Hundreds}|zero)"
            + $@"(?!\s+{Scale})";

    /// <summary>The words as digits. Beside digits they are left: in "0.3 for the one" a word is no number.</summary>
    /// <returns>The answer as it was typed where a word of a number is left, so that none is read in part.</returns>
    public static string InDigits(string typed)
    {
        if (typed.Any(char.IsAsciiDigit)) return typed;
        string parts = Part().Replace(typed, found =>
        {
            double many = found.Groups["many"] is { Success: true } words ? NumberWords.Value(words.Value) : 1;
            return string.Create(CultureInfo.InvariantCulture, $"{many}/{NumberWords.Whole(found.Groups["part"].Value)}");
        });
        string whole = Whole().Replace(parts, found => NumberWords.Value(found.Value).ToString(CultureInfo.InvariantCulture));
        return Left().IsMatch(whole) ? typed : whole;
    }

    [GeneratedRegex($@"(?<![\w-]){WholeNumber}(?![\w-])", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex($@"(?<![\w-])(?:(?<many>{WholeNumber}|an?)[\s-]+)?(?<part>{NumberWords.Parts})(?![\w-])", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    // Twentieths, or what stands behind digits that is no scale of theirs.
    [GeneratedRegex(
        $@"\b(?:zero|{NumberWords.BelowHundred}|{NumberWords.Parts}|\w+(?:teen|tie|f|on|d)ths?)\b"
        + @"|(?<!\d\s)\b(?:hundred|thousand|million|billion|dozen)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Left();
}
