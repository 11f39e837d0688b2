using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>The numbers that stand in a text in words of one's own: each must be one that there is.</summary>
internal static partial class Numerals
{
    /// <summary>
    /// The first number of a text that is none of these, as it is written: a number stands for all that would be rounded to it, and
    /// <c>85 %</c> for 0.85 as well. Null where all are known.
    /// </summary>
    public static string? Unknown(string text, IReadOnlyList<double> known) =>
        Looked(text, known).Where(one => one.At is null).Select(one => one.Written).FirstOrDefault();

    /// <summary>The numbers of a text as they are written, each with the place of the first of these that it stands for.</summary>
    public static IEnumerable<(string Written, int? At)> Looked(string text, IReadOnlyList<double> known)
    {
        foreach (Match match in Number().Matches(text))
        {
            string digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
            if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) continue;
            double half = Half(digits), hundredth = match.Groups["percent"].Success ? 0.01 : 1;
            int at = known.Index().Where(one => Rounds(one.Item, value, half)
                || (hundredth < 1 && Rounds(one.Item, value * hundredth, half * hundredth))).Select(one => one.Index).FirstOrDefault(-1);
            yield return (match.Value.Trim(), at < 0 ? null : at);
        }
    }

    /// <summary>Whether a text names this number, with three digits or more, or in percent.</summary>
    public static bool Names(string text, double number) => Number().Matches(text)
        .Where(match => match.Groups["percent"].Success || match.Value.Count(char.IsAsciiDigit) >= 3)
        .Any(match => Unknown(match.Value, [number]) is null);

    /// <summary>All numbers of a text.</summary>
    public static IEnumerable<double> In(string text) => Number().Matches(text)
        .Select(match => match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'))
        .Select(digits => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0);

    /// <summary>How many words, numbers among them.</summary>
    public static int Words(string text) => Word().Count(text);

    // Signs are often lost in words: “it falls by 0.3”.
    private static bool Rounds(double one, double written, double half) =>
        Math.Abs(Math.Abs(one) - Math.Abs(written)) <= half * (1 + 1e-9) + 1e-12 * Math.Abs(one);

    // Half of the last digit that is written.
    private static double Half(string digits)
    {
        string[] parts = digits.ToLowerInvariant().Split('e');
        int point = parts[0].IndexOf('.', StringComparison.Ordinal), places = point < 0 ? 0 : parts[0].Length - point - 1;
        int power = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        return 0.5 * Math.Pow(10, power - places);
    }

    // 1,234 and 0.5e-3; not the 2 of “F2” or “L2”, and not the 1 of “1st”.
    [GeneratedRegex(@"(?<![\p{L}\d_.,])(?<number>[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\p{L}\d])\s?"
        + "(?<percent>%)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\S*[\p{L}\d]\S*")]
    private static partial Regex Word();
}
