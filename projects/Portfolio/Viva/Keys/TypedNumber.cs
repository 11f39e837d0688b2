using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>
/// A number as people type it: 0.31, 31 %, 1/3, 1,200, 0,31, about 4e-5, 507k, 5·10⁻⁵, 45 of 100, 1 − 0.95^5, thirty-nine,
/// F1 = 0.52, 38 to 40.
/// </summary>
/// <param name="Readings">Every number that it may mean: 1,200 is twelve hundred, or 1.2 to some.</param>
/// <param name="IsPercent">Whether a percent sign stands behind it, or the word points.</param>
internal sealed partial record TypedNumber(IReadOnlyList<double> Readings, bool IsPercent)
{
    /// <summary>The two ends where 38-40 or "between 1 and 2" was typed; null where it was no range.</summary>
    public (double Low, double High)? Range { get; private init; }

    /// <summary>Null where there is no number, or more than one.</summary>
    public static TypedNumber? Read(string typed)
    {
        string plain = TypedSigns.Plain(typed);
        int equals = plain.LastIndexOfAny(['=', '≈']);
        // What stands behind the last sign of equality is the answer, and before it how one came there.
        if (equals > 0 && plain[equals - 1] is not ('>' or '<') && plain[..equals].Trim() is { Length: > 0 } before)
            return Several().IsMatch(before) ? null : Read(plain[(equals + 1)..]);
        Match found = Shape().Match(plain);
        double[] readings = found.Success ? Sum(found.Groups["sum"].Value) : [];
        (double Low, double High)? range = RangeIn(plain, out bool isPercent);
        return readings.Length == 0 && range is null
            ? null
            : new(readings, isPercent || found.Groups["percent"].Success) { Range = range };
    }

    private static double[] Sum(string sum)
    {
        double[] readings = Single().Match(sum) is { Success: true } single
            ? [.. TypedDigits.Readings(single.Groups["digits"].Value.Replace(" ", "", StringComparison.Ordinal))
                .Select(one => one * WrittenScale.Of(single.Groups["scale"].Value))]
            : TypedSum.Of(sum) is { } value ? [value] : [];
        return readings.All(double.IsFinite) ? readings : [];
    }

    private static (double, double)? RangeIn(string plain, out bool isPercent)
    {
        Match found = Ends().Match(plain);
        isPercent = found.Groups["percent"].Success;
        return found.Success && TypedDigits.Readings(found.Groups["low"].Value) is [.., var low]
            && TypedDigits.Readings(found.Groups["high"].Value) is [.., var high] && low < high ? (low, high) : null;
    }

    // "p >=" is how a threshold is written.
    private const string Before =
        @"^\s*(?:[a-z]+\s*(?:>=?|≥)\s*)?(?:about|roughly|around|approximately|approx\.?|nearly|almost|circa|ca\.?|~|≈|=|>=?|≥)?\s*";

    // Units behind it are let pass; points are those of a percentage.
    private const string Behind = @"\s*(?:(?<percent>%|per ?cent(?:age)?(?: points?)?|points?)|[a-zµ°][a-zµ°/ ]*)?[.!]?\s*$";

    [GeneratedRegex(
        Before + @"(?<sum>[-+(\s]*(?:" + TypedDigits.Pattern + "|(?:" + TypedSigns.Functions + @")\s*\()(?:" + TypedDigits.Pattern
        + @"|[-+*/^()\s]|(?:" + TypedSigns.Functions + @")(?=\s*\()|(?<=\d\s?)(?:" + TypedDigits.Scales + @")(?![a-z]))*)" + Behind,
        RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(
        Before + @"(?:between\s+|from\s+)?(?<low>" + TypedDigits.Pattern + @")\s*%?\s*(?:-|\.\.\.?|…|\bto\b|\band\b)\s*(?<high>"
        + TypedDigits.Pattern + ")" + Behind,
        RegexOptions.IgnoreCase)]
    private static partial Regex Ends();

    // "f = 0.3, or g = 0.4" is two answers.
    [GeneratedRegex(@"\b(?:or|and)\b|[,;](?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Several();

    [GeneratedRegex(
        $@"^(?<digits>[-+]?\s*{TypedDigits.Pattern})\s*(?<scale>{TypedDigits.Scales})?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Single();
}
