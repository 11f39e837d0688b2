using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>Of how many rows an amount is said: 5,515 units per 10,000 payments, 0.64 per payment.</summary>
internal static partial class WrittenPerRows
{
    /// <summary>So near behind its number it stands; one alone in a sentence is of all its amounts.</summary>
    private const int Beside = 24;

    public static IReadOnlyList<WrittenNumber> With(string sentence, IReadOnlyList<WrittenNumber> claims)
    {
        Match[] said = [.. Per().Matches(sentence).Cast<Match>()];
        if (said.Length == 0) return claims;
        return
        [
            .. claims.Select(claim =>
            {
                Match? own = said.FirstOrDefault(one => one.Index >= claim.End && one.Index - claim.End <= Beside
                    && !sentence[claim.End..one.Index].Any(char.IsAsciiDigit));
                return own is null && said.Length > 1 ? claim : claim with { Base = Of(own ?? said[0]), IsBaseBeside = own is not null };
            }),
        ];
    }

    private static double Of(Match said) => said.Groups["word"] is { Success: true, Value: var word }
        ? word.ToUpperInvariant() switch { "HUNDRED" => 100, "THOUSAND" => 1000, "MILLION" => 1e6, _ => 1 }
        : double.Parse(said.Groups["digits"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            * (said.Groups["scale"].Value is { Length: > 0 } scale ? scale[0] is 'm' or 'M' ? 1e6 : 1000 : 1);

    [GeneratedRegex(@"\bper\s+(?:(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\s?(?<scale>thousand|million|k)\b)?(?!\s*%|\.\d)"
        + @"|(?<word>hundred|thousand|million|case|row|payment|transaction|patient|customer|call|person)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Per();
}
