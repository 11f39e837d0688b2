using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>A number as people type it: 0.31, 31 %, 1/3, 1,200, 0,31, about 4e-5, 507k, 5·10⁻⁵, 45 of 100, 1 − 0.95^5.</summary>
/// <param name="Readings">Every number that it may mean: 1,200 is twelve hundred, or 1.2 to some.</param>
/// <param name="IsPercent">Whether a percent sign stands behind it.</param>
internal sealed partial record TypedNumber(IReadOnlyList<double> Readings, bool IsPercent)
{
    /// <summary>Null where there is no number, or more than one.</summary>
    public static TypedNumber? Read(string typed)
    {
        Match found = Shape().Match(Plain(typed));
        if (!found.Success) return null;
        string sum = found.Groups["sum"].Value;
        double[] readings = Single().Match(sum) is { Success: true } single
            ? [.. Values(single.Groups["digits"].Value).Select(one => one * WrittenScale.Of(single.Groups["scale"].Value))]
            : TypedSum.Of(sum) is { } value ? [value] : [];
        return readings.Length == 0 || !readings.All(double.IsFinite) ? null : new(readings, found.Groups["percent"].Success);
    }

    // One sign for each operation; thousands without their spaces; a share as a quotient.
    private static string Plain(string typed)
    {
        string signs = typed.Replace('−', '-').Replace('–', '-').Replace('×', '*').Replace('·', '*').Replace('⋅', '*')
            .Replace('÷', '/').Replace("**", "^", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        signs = Power().Replace(signs, raised => "^" + WrittenScale.InDigits(raised.Value));
        signs = Spaced().Replace(signs, number => number.Value.Replace(" ", "", StringComparison.Ordinal));
        signs = TimesLetter().Replace(signs, "*");
        return PartOf().Replace(signs, "/");
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

    // What is reckoned with, and words behind it that name a unit.
    [GeneratedRegex(
        @"^\s*(?:about|roughly|around|circa|ca\.?|~|≈|=)?\s*(?<sum>[-+(]*(?:" + Digits + @"|(?:ln|exp|sqrt)\s*\()(?:" + Digits
        + @"|[-+*/^()\s]|(?:ln|exp|sqrt)(?=\s*\()|(?<=\d\s?)(?:" + Scales + @")(?![a-z]))*)\s*"
        + @"(?:(?<percent>%|per ?cent)|[a-zµ°][a-zµ°/ ]*)?[.!]?\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<digits>[-+]?" + Digits + @")\s*(?<scale>" + Scales + @")?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Single();

    [GeneratedRegex("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")]
    private static partial Regex Power();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"(?<=\d)\s*x\s*(?=[\d(])", RegexOptions.IgnoreCase)]
    private static partial Regex TimesLetter();

    [GeneratedRegex(@"(?<=\d)\s+(?:(?:out\s+)?of|in)\s+(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex PartOf();
}
