using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>
/// Words that stand in an order by custom, as the answers of a survey do: a guess, which <c>--order</c> makes a fact. In their order they
/// are one feature, and without it one for each word.
/// </summary>
internal static partial class KnownScales
{
    private const int FewestWords = 3;
    private const double Below = -1;

    // The lowest first; a file has some of a row's words.
    private static readonly string[][] Scales =
    [
        [
            "strongly disagree", "disagree", "somewhat disagree", "slightly disagree", "neither agree nor disagree", "neutral", "undecided",
            "slightly agree", "somewhat agree", "agree", "strongly agree",
        ],
        ["very dissatisfied", "dissatisfied", "somewhat dissatisfied", "neutral", "somewhat satisfied", "satisfied", "very satisfied"],
        ["very unlikely", "unlikely", "neutral", "likely", "very likely"],
        ["never", "rarely", "seldom", "occasionally", "sometimes", "often", "usually", "always"],
        ["not at all", "slightly", "somewhat", "moderately", "very", "extremely"],
        ["very poor", "poor", "fair", "average", "good", "very good", "excellent"],
        ["very bad", "bad", "average", "good", "very good"],
        ["very low", "low", "medium", "moderate", "high", "very high"],
        ["none", "mild", "moderate", "severe"],
        ["tiny", "small", "medium", "large", "huge"],
        ["sehr schlecht", "schlecht", "mittel", "gut", "sehr gut"],
        ["low", "mid", "medium", "high"],
        ["xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "2xl", "xxxl", "3xl", "4xl", "5xl"],
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        ],
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    ];

    /// <summary>The texts of a category, the lowest first; null where they are no words of one scale.</summary>
    public static IReadOnlyList<string>? Of(ColumnPlan plan)
    {
        if (plan.Kind != ColumnKind.Category || plan.Column.IsNumeric) return null;
        int[] counts = plan.Column.Counts();
        string[] texts = [.. counts.Index().Where(one => one.Item > 0).Select(one => plan.Column.TextOf(one.Index))];
        if (texts.Length < FewestWords) return null;
        return Scales.Where(scale => texts.All(text => Place(scale, text) >= 0))
            .Select(scale => texts.OrderBy(text => Place(scale, text)).ToArray()).FirstOrDefault() ?? Ranges(texts);
    }

    // Under 18, 18-24, 25-34, 55+: every one begins where another one ends, or is open.
    private static string[]? Ranges(string[] texts)
    {
        Match[] read = [.. texts.Select(text => Range().Match(text))];
        if (!read.All(range => range.Success) || !read.Any(range => range.Groups["to"].Success)
            || read.Any(range => range.Groups["to"].Success && Number(range.Groups["to"]) <= Number(range.Groups["from"])))
        {
            return null;
        }

        double[] from = [.. read.Select(range => Number(range.Groups["from"]) + (range.Groups["below"].Success ? Below : 0))];
        return from.Distinct().Count() < from.Length ? null
            : [.. texts.Index().OrderBy(text => from[text.Index]).Select(text => text.Item)];

        static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*(?<below>under|below|less than|up to|<=?|≤)?\s*(?:over|above|more than|>=?|≥)?\s*(?<from>[0-9]{1,9})"
        + @"\s*(?:(?:-|–|to)\s*(?<to>[0-9]{1,9})|\+|(?:and|or) (?:over|older|more|above))?\s*(?:years?)?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    private static int Place(string[] scale, string text) =>
        Array.FindIndex(scale, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
}
