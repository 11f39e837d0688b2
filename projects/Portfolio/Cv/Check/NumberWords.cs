using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Numbers in words: ninety-six percent, two million, six in ten, a third of, none of.</summary>
internal static partial class NumberWords
{
    private const string Small = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
        + "|eighteen|nineteen", Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety", First = "one|two|three|four|five|six|seven"
        + "|eight|nine", Parts = "half|halves|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths";

    private static readonly string[] Ones = ["zero", "one", .. Small.Split('|')], Decades = ["", "", .. Tens.Split('|')];

    private static readonly (string Stem, int Whole)[] Wholes = [("hal", 2), ("third", 3), ("quarter", 4), ("fifth", 5), ("tenth", 10)];

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
        if (match.Groups["part"] is { Success: true, Value: var part })
        {
            string many = match.Groups["many"].Value.ToLowerInvariant();
            int whole = Wholes.First(one => part.StartsWith(one.Stem, StringComparison.OrdinalIgnoreCase)).Whole;
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Array.IndexOf(Ones, many))} in {whole}");
        }

        string tens = match.Groups["tens"].Value.ToLowerInvariant(), ones = match.Groups["ones"].Value.ToLowerInvariant();
        int value = 10 * Math.Max(0, tens.Length == 0 ? 0 : Array.IndexOf(Decades, tens)) + Math.Max(0, Array.IndexOf(Ones, ones));
        return $"{(match.Groups["hundred"].Success ? 100 * value : value)}";
    }

    // One is a number only where it counts: one in five, one million. A word with a hyphen behind it is an adjective: two-layer.
    [GeneratedRegex(
        $@"(?<![\w-])(?:(?<none>none|zero)(?=\s+(?:of|false|miss(?:es|ed)?|errors?|mistakes?)\b)"
        + $@"|(?:(?:(?<many>a|an|one|two|three|four)[\s-]+)(?<part>{Parts})|(?<part>half))(?=\s+(?:of|the|all)\b)"
        + $@"|(?:(?<tens>{Tens})(?:[\s-](?<ones>{First}))?|(?<ones>{Small})"
        + @"|(?<ones>one)(?=\s+(?:in|out of|hundred|thousand|million|billion)\s))(?<hundred>\s+hundred)?(?![\w-]))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Written();
}
