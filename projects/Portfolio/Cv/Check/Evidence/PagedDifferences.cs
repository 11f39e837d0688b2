using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Methods;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Settings;

namespace MlMaths.Torch.Portfolio.Cv.Check.Evidence;

/// <summary>
/// Worse than the logistic model, by 0.012 in ROC AUC: a paired difference, which stands on the page of a run as one row less the other.
/// </summary>
internal static partial class PagedDifferences
{
    /// <summary>What a page says of it, with the sign that the sentence gives it; null where none has that difference.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="claim">The number.</param>
    /// <param name="numbers">Of the pages of the runs that it may speak of.</param>
    public static (KnownNumber Known, JudgedNumber Judged)? In(CvPassage passage, WrittenNumber claim, IEnumerable<PageNumber> numbers)
    {
        string text = passage.Text;
        if (claim is not { High: null, IsShare: false } || !By().IsMatch(text[..claim.At])
            || Order().Match(text) is not { Success: true } order)
        {
            return null;
        }

        int end = order.Index + order.Length;
        string subject = text[..order.Index], other = text[end..Math.Max(end, end <= claim.At ? claim.At : text.Length)];
        IReadOnlyList<string> words = ContentWords.Of(text);
        foreach (PageNumber one in numbers.Where(one => one.Measure.Contains("difference", StringComparison.OrdinalIgnoreCase)))
        {
            string[] measure = [.. ContentWords.Of(one.Measure).Where(word => word != "difference")];
            if (Less().Match(one.Variant) is not { Success: true } less || one.Number is not { Value: { } value }
                || !measure.All(word => words.Any(said => ContentWords.IsSame(said, word))))
            {
                continue;
            }

            string first = less.Groups["first"].Value, second = less.Groups["second"].Value;
            int straight = Named(subject, first) + Named(other, second), turned = Named(subject, second) + Named(other, first);
            if (straight == turned || Math.Max(straight, turned) < 2) continue;
            double sign = (straight > turned ? 1 : -1) * (order.Groups["worse"].Success ? -1 : 1);
            double said = sign * value;
            if (!claim.Reads(Math.Abs(value), one.Number)) continue;
            KnownNumber known = new(one.Run, one.Number with
            {
                Value = said,
                Low = sign > 0 ? one.Number.Low : -one.Number.High,
                High = sign > 0 ? one.Number.High : -one.Number.Low,
            }, null, null);
            return (known, Judge(passage, claim, order, known));
        }

        return null;
    }

    private static JudgedNumber Judge(CvPassage passage, WrittenNumber claim, Match order, KnownNumber known) =>
        known.Number.Value < 0 != order.Groups["not"].Success && known.Number.Value != 0
            ? new(passage, claim.Text, CvVerdict.NoRunSays, known.Number, known.Folder, "it is the other way round")
        : known.Number is { Low: <= 0, High: >= 0 } && !order.Groups["not"].Success
            ? new(passage, claim.Text, CvVerdict.StrongerThanInterval, known.Number, known.Folder, "its interval includes 0")
            : known.Supports(passage, claim.Text);

    private static int Named(string text, string way) => ContentWords.Of(way).Distinct()
        .Count(word => ContentWords.Of(text).Any(said => ContentWords.IsSame(said, word))
            || MethodGroups.AreSame(text, word) || (word == "perceptron" && Net().IsMatch(text)));

    [GeneratedRegex(@"\b(?:neural |small )?nets?(?:works?)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Net();

    [GeneratedRegex(@"\bby\s+(?:an?\s+|about\s+|roughly\s+|some\s+)*$", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"(?<not>\b(?:not|no|never|hardly)(?: \w+)? )?\b(?:"
        + @"(?<better>better|higher|ahead)|(?<worse>worse|lower|behind))\s+(?:than|of)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?<first>.+?)\s+less\s+(?<second>.+)$")]
    private static partial Regex Less();
}
