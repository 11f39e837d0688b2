using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>
/// What a short piece of arithmetic comes to: an <see cref="Expression"/> without names, in which 1,200 and 507k are numbers.
/// </summary>
internal static partial class TypedSum
{
    /// <summary>Null where it is none.</summary>
    /// <param name="typed">With one sign for each operation.</param>
    public static double? Of(string typed)
    {
        string plain = Number().Replace(WithoutFunctions(typed), number =>
        {
            string digits = number.Groups["digits"].Value;
            digits = Grouped().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
            return number.Groups["scale"].Success
                && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double one)
                ? (one * WrittenScale.Of(number.Groups["scale"].Value)).ToString("R", CultureInfo.InvariantCulture)
                : digits;
        });
        try
        {
            var expression = Expression.Parse(NaturalLogarithm().Replace(plain, "log"));
            return expression.Names.Count > 0 ? null : expression.Record(GivenValues.Parse([])).Entries[^1].Value[0];
        }
        catch (UserMistakeException)
        {
            return null;
        }
    }

    // An expression knows none of these functions: each is reckoned here, from what its brackets come to.
    private static string WithoutFunctions(string typed) => Function().Replace(typed, found =>
    {
        double? value = Of(found.Groups["inner"].Value) is not { } inner ? null : found.Groups["name"].Value.ToUpperInvariant() switch
        {
            "COS" => Math.Cos(inner),
            "SIN" => Math.Sin(inner),
            "LOG2" => Math.Log2(inner),
            _ => Math.Log10(inner),
        };
        return value is { } known && double.IsFinite(known) ? $"({known.ToString("R", CultureInfo.InvariantCulture)})" : "none";
    });

    [GeneratedRegex(@"\b(?<name>cos|sin|log10|log2)\s*\((?<inner>(?>[^()]+|(?<open>\()|(?<-open>\)))*)(?(open)(?!))\)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<digits>(?>(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?))(?:\s?(?<scale>(?-i:k|K|M|bn)|thousand|million|billion)"
        + "(?![a-z]))?", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    /// <summary>1,200 and 1,200.5: commas between thousands.</summary>
    [GeneratedRegex(@"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?(?:e[+-]?\d+)?$", RegexOptions.IgnoreCase)]
    public static partial Regex Grouped();

    [GeneratedRegex(@"\bln\b", RegexOptions.IgnoreCase)]
    private static partial Regex NaturalLogarithm();
}
