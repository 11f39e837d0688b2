using System.Globalization;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Figures;

/// <summary>Numbers as labels and alternative texts say them.</summary>
internal static class Numbers
{
    /// <summary>Three digits that count.</summary>
    public static string Short(double value)
    {
        if (!double.IsFinite(value)) return "not finite";
        if (value == 0) return "0";
        int power = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        string digits = (value / Math.Pow(10, power)).ToString("0.##", CultureInfo.InvariantCulture);
        return power is < -4 or > 5
            ? AxisTicks.Minus((digits == "1" ? "" : digits + "×") + AxisTicks.PowerOfTen(power))
            : AxisTicks.Minus(value.ToString("0." + new string('#', Math.Max(2 - power, 0)), CultureInfo.InvariantCulture));
    }

    public static string Fixed(double value, int decimals = 3) =>
        AxisTicks.Minus(value.ToString("F" + decimals, CultureInfo.InvariantCulture));

    public static string Percent(double share) => $"{(100 * share).ToString("0.#", CultureInfo.InvariantCulture)} %";

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The estimate and its ends: <c>0.912 (95 %: 0.887 to 0.931)</c>.</summary>
    public static string With(Interval interval) => interval switch
    {
        { Value: null } => "not defined: " + (interval.WhyUndefined ?? "no value"),
        { Low: double low, High: double high } =>
            $"{Fixed(interval.Value.Value)} ({Percent(interval.Confidence)}: {Fixed(low)} to {Fixed(high)})",
        _ => Fixed(interval.Value.Value),
    };
}
