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
        try
        {
            var expression = Expression.Parse(Number().Replace(LeadingPlus().Replace(typed, "$1"), Plain));
            return expression.Names.Count > 0 ? null : expression.Record(GivenValues.Parse([])).Entries[^1].Value[0];
        }
        catch (UserMistakeException)
        {
            return null;
        }
    }

    // In a sum a comma stands between thousands wherever it can.
    private static string Plain(Match number) => TypedDigits.Readings(number.Groups["digits"].Value) is [var first, ..]
        ? (first * WrittenScale.Of(number.Groups["scale"].Value)).ToString("R", CultureInfo.InvariantCulture)
        : number.Value;

    [GeneratedRegex($@"(?<![a-z\d])(?<digits>{TypedDigits.Pattern})(?:\s?(?<scale>{TypedDigits.Scales})(?![a-z]))?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // An expression has no sign for what is not negative.
    [GeneratedRegex(@"(^|\()\s*\+")]
    private static partial Regex LeadingPlus();
}
