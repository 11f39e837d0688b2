using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>0,825 and 82,5 % as 0.825 and 82.5 %: such a comma sets off no thousands.</summary>
internal static partial class DecimalCommas
{
    /// <summary>As long as the sentence.</summary>
    public static string AsPoints(string sentence) =>
        Decimal().Replace(sentence, match => match.Value.Replace(',', '.'));

    [GeneratedRegex(@"(?<![\w.,])[-−+]?(?:0,\d+|\d{1,3},\d{1,2})(?![\w.,]*\d)")]
    private static partial Regex Decimal();
}
