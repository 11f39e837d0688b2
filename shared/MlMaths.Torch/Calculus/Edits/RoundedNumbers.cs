using System.Globalization;

namespace MlMaths.Torch.Calculus;

/// <summary>A constant as somebody writes it from memory: rounded to a few digits, or cut off after them.</summary>
internal static class RoundedNumbers
{
    private const int MostDigits = 6;

    /// <summary>All its digits.</summary>
    public static string Text(double rounded) => rounded.ToString($"G{MostDigits}", CultureInfo.InvariantCulture);

    /// <summary>None for a number of one digit, which nobody rounds.</summary>
    public static IEnumerable<double> Of(double constant)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(constant))));
        double[] rounded =
        [
            .. from digits in Enumerable.Range(1, MostDigits)
               let scale = Math.Pow(10, digits - 1) / decade
               from whole in (double[])[Math.Round(constant * scale), Math.Truncate(constant * scale)]
               select whole / scale,
        ];
        return rounded.Distinct().Where(number => number != 0 && Math.Abs(number / constant - 1) is > 1e-9 and < 0.15);
    }
}
