using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>Numbers in words: ninety-six percent, two million, six in ten, a third of, none of.</summary>
internal static partial class WordedNumbers
{
    /// <summary>The sentence with digits for its words, and where in it the numbers stand that were words.</summary>
    public static (string Text, IReadOnlySet<int> Worded) InDigits(string sentence)
    {
        StringBuilder text = new();
        HashSet<int> worded = [];
        int done = 0;
        foreach (Match match in Written().Matches(sentence))
        {
            text.Append(sentence, done, match.Index - done);
            worded.Add(text.Length);
            text.Append(Digits(match));
            done = match.Index + match.Length;
        }

        return ($"{text}{sentence[done..]}", worded);
    }

    private static string Digits(Match match)
    {
        if (match.Groups["none"].Success) return "0";
        return match.Groups["part"] is { Success: true, Value: var part }
            ? $"{(match.Groups["many"] is { Success: true } many ? NumberWords.Value(many.Value) : 1)} in {NumberWords.Whole(part)}"
            : NumberWords.Value(match.Groups["whole"].Value).ToString(CultureInfo.InvariantCulture);
    }

    // One is a number only where it counts: one in five, one million. A word with a hyphen behind it is an adjective: two-layer.
    [GeneratedRegex(
        $@"(?<![\w-])(?:(?<none>none|zero)(?=\s+(?:of|false|miss(?:es|ed)?|errors?|mistakes?)\b)"
        + $@"|(?<none>no)(?=\s+(?:false alarms?|false positives?|misses|errors|mistakes)\s+(?:among|in|out of|of|on)\s+(?:the\s+|my\s+)?\d)"
        + $@"|(?<many>(?:two|three|four|five|six|seven|eight|nine))[\s-]+(?<part>{NumberWords.Parts})(?!\w)"
        + $@"|(?:(?<many>an?|{NumberWords.BelowHundred})[\s-]+(?<part>{NumberWords.Parts})|(?<part>half))(?=\s+(?:of|the|all)\b|\s*\(\s*\d"
        + @"|(?<=\bby(?: [a-z]+){0,2}\s+(?:an?\s+)?\w+)(?!\w)|\s+(?:less|lower|fewer|more|higher|cheaper|smaller|larger|below|above)\b)"
        + @"|(?<!\b(?:every|each|any|single)\s)(?!one\b(?!\s+(?:in|out of"
        + @"|of(?=\s+(?:(?:the|my|its|all)\s+)*\d)|hundred|thousand|million|billion"
        + @"|[a-z]+\s+in\s+(?:two|three|four|five|six|seven|eight|nine|ten))\s))"
        + $@"(?<whole>{NumberWords.BelowThousand})(?![\w-]))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Written();
}
