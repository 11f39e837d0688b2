using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>One number in digits: 0.31, 0,31, 1,200, 4e-5; and what may stand behind it: 507k, 1.2 million.</summary>
internal static partial class TypedDigits
{
    /// <summary>Atomic, so that a run of digits is read in one way alone.</summary>
    public const string Pattern = @"(?>(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)";

    /// <summary>What <see cref="WrittenScale"/> knows.</summary>
    public const string Scales = @"(?-i:k|K|M|bn)|hundred|thousand|million|billion|dozen";

    /// <summary>Every number that the digits may mean, the likeliest first: 1,200 is twelve hundred, or 1.2 to some.</summary>
    public static IReadOnlyList<double> Readings(string digits)
    {
        bool mayGroup = Grouped().IsMatch(digits);
        string[] plain =
        [
            .. mayGroup ? [digits.Replace(",", "", StringComparison.Ordinal)] : (string[])[],
            .. digits.Count(letter => letter == ',') <= 1 && !(mayGroup && digits.Contains('.'))
                ? [digits.Replace(',', '.')]
                : (string[])[],
        ];
        return [.. plain.Select(Parsed).OfType<double>().Distinct()];
    }

    private static double? Parsed(string plain) =>
        double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    // 1,200 and 1,200.5: commas between thousands.
    [GeneratedRegex(@"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?(?:e[+-]?\d+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Grouped();
}
