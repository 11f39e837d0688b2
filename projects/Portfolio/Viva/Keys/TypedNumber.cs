using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>A number as people type it: 0.31, 31 %, 1/3, 1,200, 0,31, about 4e-5.</summary>
/// <param name="Readings">Every number that it may mean: 1,200 is twelve hundred, or 1.2 to some.</param>
/// <param name="IsPercent">Whether a percent sign stands behind it.</param>
internal sealed partial record TypedNumber(IReadOnlyList<double> Readings, bool IsPercent)
{
    /// <summary>Null where there is no number, or more than one.</summary>
    public static TypedNumber? Read(string typed)
    {
        Match found = Shape().Match(typed.Replace('−', '-').Replace('×', 'x'));
        if (!found.Success) return null;
        double[] above = Values(found.Groups["above"].Value);
        string below = found.Groups["below"].Value;
        double[] readings = below.Length == 0
            ? above
            : [.. above.SelectMany(one => Values(below).Where(other => other != 0).Select(other => one / other))];
        return readings.Length == 0 || !readings.All(double.IsFinite) ? null : new(readings, found.Groups["percent"].Success);
    }

    private static double[] Values(string digits)
    {
        List<double> values = [];
        bool mayGroup = Grouped().IsMatch(digits);
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

    private const string Digits = @"(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?";

    [GeneratedRegex(
        @"^\s*(?:about|roughly|around|circa|ca\.?|~|≈|=)?\s*(?<above>[+-]?" + Digits + @")\s*(?:/\s*(?<below>" + Digits
        + @"))?\s*(?:(?<percent>%|per ?cent)|[a-zµ°][a-zµ°/ ]*)?[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?(e[+-]?\d+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Grouped();
}
