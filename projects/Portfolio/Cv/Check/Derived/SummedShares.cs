using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>The variance that the first components explain together.</summary>
internal static partial class SummedShares
{
    private const string Single = "pca.ratio.pc", Sum = "pca.ratio.sum", Kept = "pca.ratio.kept", Count = "pca.components.kept";

    /// <summary>Of how many first components a sentence gives the share; null where it speaks of one, or of none.</summary>
    public static int? FirstIn(string sentence) => First().Match(sentence) is not { Success: true } first || OfOne().IsMatch(sentence)
        ? null
        : first.Groups["count"] is { Success: true, Value: var count } ? int.Parse(count, CultureInfo.InvariantCulture) : 2;

    /// <summary>
    /// What shows that so many components cannot have that share, where no run has the sum itself: the first ones of them have more, or so
    /// much less that the others would have to be larger than the last of these. Null where nothing does.
    /// </summary>
    public static KnownNumber? Refuted(WrittenNumber claim, int components, IReadOnlyList<KnownNumber> known)
    {
        foreach (KnownNumber sum in known.Where(one => one.Number.Id.StartsWith(Sum, StringComparison.Ordinal)))
        {
            int count = int.Parse(sum.Number.Id[Sum.Length..], CultureInfo.InvariantCulture);
            double? last = known.FirstOrDefault(one => one.Run == sum.Run && one.Number.Id == $"{Single}{count}")?.Number.Value;
            double said = claim.In(sum.Number), half = claim.In(sum.Number) / claim.Value * claim.Step / 2;
            if (components > count && (said + half < sum.Number.Value || said - half > sum.Number.Value + ((components - count) * last)))
                return sum;
        }

        return null;
    }

    public static string Id(int components) => string.Create(CultureInfo.InvariantCulture, $"{Sum}{components}");

    public static IEnumerable<Measurement> Of(IReadOnlyList<Measurement> measured)
    {
        double sum = 0;
        int known = 0;
        for (int i = 1; Component(i) is { Value: { } share } one; i++)
        {
            sum += share;
            known = i;
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

        // What the kept ones explain together, a run measures itself.
        if (Measured(Kept) is { Value: not null } together && Measured(Count) is { Value: { } kept } && kept > Math.Max(1, known))
            yield return together with { Id = Id((int)kept) };

        Measurement? Component(int i) => Measured($"{Single}{i}");

        Measurement? Measured(string id) => measured.FirstOrDefault(one => one.Id == id);
    }

    [GeneratedRegex(@"\b(?i:(?:first|top|leading|largest|to|onto|with|by|in|into|using|keep(?:s|ing)?|kept|retain(?:s|ed|ing)?)\s+)"
        + @"(?:the\s+|its\s+)?"
        + @"(?<count>\d{1,2})\s+(?i:PCs?|(?:principal\s+)?(?:components|axes|directions))\b"
        + @"|\b(?<count>\d{1,2})\s+(?i:PCs?|(?:principal\s+)?(?:components|axes|directions))(?:\s*\([^)]*\)|,[^,;.\d]{0,60},)?\s+"
        + @"(?:(?:together|already)\s+)?"
        + @"(?i:explain|hold|ha(?:ve|s)|captur|account|contain|carr|cover|keep|retain|preserv)"
        + @"|\bPC ?1\s*(?:and|\+|&)\s*(?:PC ?)?2\b")]
    private static partial Regex First();

    // The share of one component stands beside how many are kept.
    [GeneratedRegex(@"\bPC ?1\b(?!\s*(?:and|\+|&|to|–|-)\s*(?:PC ?)?\d)|\b(?i:(?:first|second|largest|leading|main)\s+(?:principal\s+)?"
        + @"(?:component|axis|direction|PC|one)\b|first of (?:which|them|these)|alone)")]
    private static partial Regex OfOne();
}
