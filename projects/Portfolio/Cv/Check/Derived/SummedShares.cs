using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>The variance that the first components explain together.</summary>
internal static partial class SummedShares
{
    private const string Single = "pca.ratio.pc";

    /// <summary>Of how many first components a sentence speaks; null where it speaks of none.</summary>
    public static int? FirstIn(string sentence) => First().Match(sentence) is not { Success: true } first
        ? null
        : first.Groups["count"] is { Success: true, Value: var count } ? int.Parse(count, CultureInfo.InvariantCulture) : 2;

    public static string Id(int components) => string.Create(CultureInfo.InvariantCulture, $"pca.ratio.sum{components}");

    public static IEnumerable<Measurement> Of(IReadOnlyList<Measurement> measured)
    {
        double sum = 0;
        for (int i = 1; Component(i) is { Value: { } share } one; i++)
        {
            sum += share;
            if (i > 1)
            {
                yield return one with
                {
                    Id = Id(i),
                    Label = $"Variance explained by the first {i} components",
                    Value = sum,
                    Low = null,
                    High = null,
                    Confidence = null,
                    How = $"sum of {Single}1 to {Single}{i}",
                };
            }
        }

        Measurement? Component(int i) => measured.FirstOrDefault(one => one.Id == $"{Single}{i}");
    }

    [GeneratedRegex(@"\b(?i:first|top|leading|largest|to|onto|keep(?:s|ing)?|kept|retain(?:s|ed|ing)?)\s+(?:the\s+)?"
        + @"(?<count>\d{1,2})\s+(?i:PCs?|(?:principal\s+)?(?:components?|axes|directions))\b"
        + @"|\bPC ?1\s*(?:and|\+|&)\s*(?:PC ?)?2\b")]
    private static partial Regex First();
}
