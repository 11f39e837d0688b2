using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>Numbers in letters: four, thirty-nine, a quarter, three quarters.</summary>
internal static partial class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>The words as digits. Beside digits they are left: in "0.3 for the one" a word is no number.</summary>
    public static string InDigits(string typed)
    {
        if (typed.Any(char.IsAsciiDigit)) return typed;
        string whole = Whole().Replace(typed, found => Of(found).ToString(CultureInfo.InvariantCulture));
        return Part().Replace(whole, found => string.Create(CultureInfo.InvariantCulture,
            $"{(found.Groups["many"].Success ? found.Groups["many"].Value : "1")}/{2 + Place(Parts, found.Groups["part"].Value)}"));
    }

    private static int Of(Match found) => found.Groups["small"] is { Success: true } small
        ? Place(Small, small.Value)
        : 10 * (2 + Place(Tens, found.Groups["tens"].Value)) + (found.Groups["one"] is { Success: true } one ? Place(Small, one.Value) : 0);

    private static int Place(string[] words, string word) =>
        Array.FindIndex(words, one => string.Equals(one, word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"\b(?:(?<tens>(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:[- ](?<one>one|two|three|four|five|six|seven|eight|nine))?|"
        + @"(?<small>zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"\b(?:(?:(?<many>\d+)|an?)[ -])?(?<part>half|third|quarter|(?:fif|six|seven|eigh|nin|ten)th)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
