using System.Globalization;

namespace MlMaths.Torch.Text;

/// <summary>
/// How a number is read by a person, in one hand wherever it stands, on a page, in a figure or in a sentence:
/// <list type="bullet">
/// <item>a minus is a minus, <c>−0.5</c>, and nothing is <c>0.00</c>, never <c>−0.00</c>;</item>
/// <item>what is very small or large has a power of ten without padding, <c>4.44e-16</c>, <c>1.2e20</c>;</item>
/// <item>thousands have commas, <c>12,345</c>, whatever the format;</item>
/// <item>what is not finite is said: <c>not defined</c>.</item>
/// </list>
/// Files for programs (CSV, JSON, SVG) write numbers for programs, and not by this.
/// </summary>
public static class NumberText
{
    private const string NotDefined = "not defined";
    private const double TooSmallForDecimals = 1e-4;
    private const double TooLargeForDigits = 1e15;
    private const int MaxDecimals = 6;
    private const int ShareDecimals = 3;
    private const int MaxMore = 2;
    private const double Small = 0.1;

    // Beyond it a last bit is no longer far below the last decimal.
    private const double LargestShare = 1e4;

    /// <summary>
    /// A number without an interval: whole numbers whole, others with four significant digits, or with as many decimals as asked
    /// for. One that is not finite is <c>not defined</c>.
    /// </summary>
    public static string Of(double number, int? decimals = null)
    {
        double size = Math.Abs(number);
        if (size > TooLargeForDigits || (size < TooSmallForDecimals && size > 0 && decimals is null))
            return Formatted(number, "0.##e0");
        if (decimals is null && number == Math.Truncate(number))
            return Formatted(number, "N0");

        string text = Formatted(number, $"N{decimals ?? Decimals(size, digits: 4)}");
        return decimals is null ? WithoutTrailingZeros(text) : text;
    }

    /// <summary>
    /// Three digits that count, in a sentence or a label; all digits of a whole part below a million. One that is not finite is
    /// <c>not defined</c>.
    /// </summary>
    public static string Brief(double number)
    {
        if (number == 0 || !double.IsFinite(number)) return Of(number);
        int power = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return power is < -4 or > 5
            ? Formatted(number, "0.##e0")
            : WithoutTrailingZeros(Fixed(number, Math.Max(0, 2 - power)));
    }

    /// <summary>With so many decimals; one that is not finite is <c>not defined</c>.</summary>
    public static string Fixed(double number, int decimals = 3) => Formatted(number, $"N{decimals}");

    /// <summary>
    /// With so many decimals, or as many more as keep it from reading 0, and a power of ten below a millionth: a sentence that says
    /// “above 0” must not show 0.000. One
    /// that is not finite is <c>not defined</c>.
    /// </summary>
    public static string NeverZero(double number, int decimals = 3)
    {
        if (number == 0 || !double.IsFinite(number)) return Fixed(number, decimals);
        int needed = Math.Max((int)Math.Ceiling(-Math.Log10(Math.Abs(number))), decimals);
        return needed <= Math.Max(MaxDecimals, decimals) ? Fixed(number, needed) : Brief(number);
    }

    /// <summary>A share in percent, its last zeros left out; one that is not finite is <c>not defined</c>.</summary>
    public static string Percent(double share, int mostDecimals = 1) =>
        double.IsFinite(share) ? $"{WithoutTrailingZeros(Fixed(Hundredfold(share), mostDecimals))} %" : NotDefined;

    /// <summary>
    /// Two ends: <c>0.921 to 0.990</c>, and <c>0 to 0.0068</c> where one is nothing at all. One that is not finite is
    /// <c>not defined</c>.
    /// </summary>
    public static string Range(double low, double high, int? decimals = null) => $"{End(low, decimals)} to {End(high, decimals)}";

    /// <summary>
    /// A share and its interval, with as many decimals each: <c>4.8 % (0 to 13.5 %)</c>. One that is not finite is <c>not defined</c>.
    /// </summary>
    public static string PercentInterval(double share, double low, double high)
    {
        int decimals = PercentDecimals(100 * low, 100 * high);
        return $"{Fixed(Hundredfold(share), decimals)} % ({Range(Hundredfold(low), Hundredfold(high), decimals)} %)";
    }

    /// <summary>
    /// A share in percent, moved by a last bit where the product lies on the other side of a tie: 0.12725 reads 0.1273 with four decimals,
    /// being a little above the tie, and 12.725 lies a little below it; so that 12.73 % stands beside 0.1273, and never 12.72 %.
    /// </summary>
    internal static double Hundredfold(double share)
    {
        double product = 100 * share;
        if (!(Math.Abs(share) <= LargestShare)) return product;
        for (int decimals = 0; decimals <= MaxDecimals; decimals++)
        {
            int side = Rounded(share, decimals + 2).CompareTo(Rounded(product, decimals) / 100);
            if (side != 0) return side > 0 ? Math.BitIncrement(product) : Math.BitDecrement(product);
        }

        return product;
    }

    private static decimal Rounded(double number, int decimals) =>
        decimal.Parse(number.ToString($"F{decimals}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>
    /// Decimals of percentages between two ends: one at least, and two digits of the width; one, where an end is not finite.
    /// </summary>
    public static int PercentDecimals(double low, double high) => Math.Max(1, Decimals(high - low, digits: 2));

    /// <summary>A whole number, in a format of .NET's if one is given.</summary>
    public static string Count(long count, string? format = null) =>
        Mended(count.ToString(format ?? "#,0", CultureInfo.InvariantCulture));

    /// <summary>
    /// In a format of .NET's (<c>0.000</c>, <c>G3</c>, <c>P1</c>), in our hand; one that is not finite is <c>not defined</c>.
    /// </summary>
    public static string Formatted(double number, string format) =>
        double.IsFinite(number) ? Mended(number.ToString(format, CultureInfo.InvariantCulture)) : NotDefined;

    /// <summary>
    /// Decimals that show two digits of the interval's width, and of its largest number three decimals up to 1 and three digits
    /// above; small numbers, of a tenth at most, get two digits. Null where all are so small that a power of ten reads better. Of
    /// ends that are not finite, those of the value.
    /// </summary>
    /// <param name="value">The estimate.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="boundary">What a verdict asks about, 0 for a difference and 1 for a ratio: an end beside it is written with up
    /// to two decimals more, so that it does not read as if it were the boundary.</param>
    public static int? DecimalsFor(double value, double low, double high, double boundary = 0)
    {
        double size = Math.Abs(value), largest = Math.Max(size, Math.Max(Math.Abs(low), Math.Abs(high)));
        if (largest < TooSmallForDecimals)
            return null;
        int width = Decimals(high - low, digits: 2), least = largest switch
        {
            <= Small => Math.Max(Decimals(largest, digits: 2), Math.Min(Decimals(size, digits: 2), width + 1)),
            <= 1 => ShareDecimals,
            _ => Decimals(largest, digits: 3),
        };
        int decimals = Math.Max(least, width);
        for (int more = 0; more <= MaxMore; more++)
        {
            if (!ReadsAs(low, decimals + more) && !ReadsAs(high, decimals + more)) return Math.Min(decimals + more, MaxDecimals);
        }

        return decimals;

        bool ReadsAs(double end, int digits) =>
            end != boundary && Math.Round(end, Math.Min(digits, MaxDecimals)) == Math.Round(boundary, MaxDecimals);
    }

    private static string End(double end, int? decimals) => end == 0 ? "0" : Of(end, decimals);

    // What .NET wrote: 1E-05, -0.00, -5, 12345.6.
    private static string Mended(string written) => WithCommas(WithOurMinus(written));

    private static string WithCommas(string written)
    {
        int from = written.AsSpan().IndexOfAnyInRange('0', '9');
        int digits = from < 0 ? 0 : written.AsSpan(from).IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = written.Length - from;
        string text = written;
        for (int at = digits - 3; at > 0; at -= 3) text = text.Insert(from + at, ",");
        return text;
    }

    private static string WithOurMinus(string written)
    {
        int at = PlaceOfPower(written);
        string digits = written[..at], power = PowerOf(written.AsSpan(at));
        if (!digits.StartsWith('-')) return digits + power;
        return digits.AsSpan().ContainsAnyInRange('1', '9') ? $"−{digits[1..]}{power}" : digits[1..] + power;
    }

    // Where E-05 begins, and no letter of a format's own words; else the end.
    private static int PlaceOfPower(string written)
    {
        int at = written.LastIndexOfAny(['E', 'e']);
        return at > 0 && char.IsAsciiDigit(written[at - 1]) && int.TryParse(written.AsSpan(at + 1), CultureInfo.InvariantCulture, out _)
            ? at
            : written.Length;
    }

    private static string PowerOf(ReadOnlySpan<char> written) =>
        written.IsEmpty || int.Parse(written[1..], CultureInfo.InvariantCulture) is 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"e{int.Parse(written[1..], CultureInfo.InvariantCulture)}");

    private static int Decimals(double size, int digits) =>
        size <= 0 || !double.IsFinite(size) ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, MaxDecimals);

    private static string WithoutTrailingZeros(string text) => text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
}
