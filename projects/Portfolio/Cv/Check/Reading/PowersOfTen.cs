using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>10^-10 and 10⁻¹⁰ as 1e-10; of 4.4 × 10⁻¹⁶ the unit behind the digits tells.</summary>
internal static partial class PowersOfTen
{
    public static string InDigits(string sentence) => Power().Replace(sentence, match => match.Groups["power"].Success
        ? $"1e{match.Groups["power"].Value.Replace('−', '-')}"
        : $"1e{WrittenScale.InDigits(match.Groups["raised"].Value)}");

    [GeneratedRegex(@"(?<![\d.×x·]\s?)(?<![\w.,])10(?:\^\{?(?<power>[-−]?\d+)\}?|(?<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))")]
    private static partial Regex Power();
}
