using System.Globalization;
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
            ? [.. Values(single.Groups["digits"].Value.Replace(" ", "", StringComparison.Ordinal))
                .Select(one => one * WrittenScale.Of(single.Groups["scale"].Value))]
            : TypedSum.Of(sum) is { } value ? [value] : [];
        return readings.All(double.IsFinite) ? readings : [];
    }

    private static (double, double)? RangeIn(string plain, out bool isPercent)
    {
        Match found = Ends().Match(plain);
        isPercent = found.Groups["percent"].Success;
        return found.Success && Values(found.Groups["low"].Value) is [.., var low] && Values(found.Groups["high"].Value) is [.., var high]
            && low < high ? (low, high) : null;
    }

    private static double[] Values(string digits)
    {
        List<double> values = [];
        bool mayGroup = TypedSum.Grouped().IsMatch(digits);
        if (mayGroup && double.TryParse(digits.Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out double whole))
            values.Add(whole);
        if (digits.Count(letter => letter == ',') <= 1 && !(mayGroup && digits.Contains('.'))
            && double.TryParse(digits.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double plain)
            && !values.Contains(plain))
        {
            values.Add(plain);
        }

        return [.. values];
    }

    // Atomic, so that a run of digits is read in one way alone.
    private const string Digits = @"(?>(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)", Scales = @"(?-i:k|K|M|bn)|thousand|million|billion";

    // "p >=" is how a threshold is written.
    private const string Before =
        @"^\s*(?:[a-z]+\s*(?:>=?|≥)\s*)?(?:about|roughly|around|approximately|approx\.?|nearly|almost|circa|ca\.?|~|≈|=|>=?|≥)?\s*";

    private const string Functions = "ln|exp|sqrt|log10|log2|cos|sin";

    // Units behind it are let pass; points are those of a percentage.
    private const string Behind = @"\s*(?:(?<percent>%|per ?cent(?:age)?(?: points?)?|points?)|[a-zµ°][a-zµ°/ ]*)?[.!]?\s*$";

    [GeneratedRegex(
        Before + @"(?<sum>[-+(\s]*(?:" + Digits + "|(?:" + Functions + @")\s*\()(?:" + Digits
        + @"|[-+*/^()\s]|(?:" + Functions + @")(?=\s*\()|(?<=\d\s?)(?:" + Scales + @")(?![a-z]))*)" + Behind,
        RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(
        Before + @"(?:between\s+|from\s+)?(?<low>" + Digits + @")\s*%?\s*(?:-|\.\.\.?|…|\bto\b|\band\b)\s*(?<high>" + Digits
        + ")" + Behind,
        RegexOptions.IgnoreCase)]
    private static partial Regex Ends();

    // "f = 0.3, or g = 0.4" is two answers.
    [GeneratedRegex(@"\b(?:or|and)\b|[,;](?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Several();

    [GeneratedRegex(@"^(?<digits>[-+]?\s*" + Digits + @")\s*(?<scale>" + Scales + @")?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Single();
}
