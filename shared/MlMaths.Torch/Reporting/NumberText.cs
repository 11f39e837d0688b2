using System.Globalization;

namespace MlMaths.Torch.Reporting;

/// <summary>How a number is read by a person: four significant digits, no digits that its interval does not support.</summary>
internal static class NumberText
{
    private const double TooSmallForDecimals = 1e-4;
    private const double TooLargeForDigits = 1e15;
    private const int MostDecimals = 6;

    /// <summary>A number without an interval: whole numbers whole, others with four significant digits.</summary>
    public static string Of(double number, int? decimals = null)
    {
        if (!double.IsFinite(number))
            return "not defined";

        double size = Math.Abs(number);
        if (size > TooLargeForDigits || (size < TooSmallForDecimals && size > 0 && decimals is null))
            return number.ToString("0.##e0", CultureInfo.InvariantCulture);
        if (decimals is null && number == Math.Truncate(number))
            return number.ToString("N0", CultureInfo.InvariantCulture);

        string text = number.ToString($"N{decimals ?? Decimals(size, digits: 4)}", CultureInfo.InvariantCulture);
        return decimals is null ? WithoutTrailingZeros(text) : text;
    }

    /// <summary>
    /// Decimals that show three significant digits of the value and two of the interval's width; null where all are so small
    /// that a power of ten reads better.
    /// </summary>
    public static int? DecimalsFor(double value, double low, double high)
    {
        double largest = Math.Max(Math.Abs(value), Math.Max(Math.Abs(low), Math.Abs(high)));
        if (largest < TooSmallForDecimals)
            return null;
        return Math.Max(Decimals(largest, digits: 3), Decimals(high - low, digits: 2));
    }

    private static int Decimals(double size, int digits) =>
        size <= 0 || !double.IsFinite(size) ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, MostDecimals);

    private static string WithoutTrailingZeros(string text) => text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
}
