using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>Two texts whose numbers may differ by rounding, as another machine adds in another order; their words may not.</summary>
internal static partial class RoundedText
{
    /// <summary>Of the larger of two numbers; a drawing rounds to hundredths, so that one step of the last digit may differ.</summary>
    private const double Rounding = 1e-5, LastDigit = 0.0101, Nothing = 1e-9;

    public static bool AreSame(string then, string now)
    {
        if (then == now) return true;
        Match[] first = [.. Number().Matches(then).Cast<Match>()], second = [.. Number().Matches(now).Cast<Match>()];
        return first.Length == second.Length && Number().Replace(then, "#") == Number().Replace(now, "#")
            && first.Zip(second).All(pair => pair.First.Value == pair.Second.Value || AreNear(pair.First.Value, pair.Second.Value));
    }

    private static bool AreNear(string then, string now)
    {
        if (!double.TryParse(then, NumberStyles.Float, CultureInfo.InvariantCulture, out double one)
            || !double.TryParse(now, NumberStyles.Float, CultureInfo.InvariantCulture, out double other))
        {
            return false;
        }

        double off = Math.Abs(one - other);
        bool isOfHundredths = Decimals(then) is > 0 and <= 2 && Decimals(now) is > 0 and <= 2;
        return off <= Math.Max(Nothing, Rounding * Math.Max(Math.Abs(one), Math.Abs(other))) || (isOfHundredths && off <= LastDigit
            && Math.Max(Math.Abs(one), Math.Abs(other)) > 1);
    }

    private static int Decimals(string number) =>
        number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? number.Length - point - 1 : 0;

    [GeneratedRegex(@"[-−+]?\d+(?:\.\d+)?(?:[eE][-+−]?\d+)?")]
    private static partial Regex Number();
}
