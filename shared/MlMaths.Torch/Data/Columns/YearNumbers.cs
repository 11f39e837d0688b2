using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>A year is a name, not an amount: 2007, not 2,007.</summary>
internal static class YearNumbers
{
    private const double First = 1000, Last = 2999;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "year", "years", "yr", "yrs", "jahr", "baujahr", "built", "founded", "vintage",
    };

    /// <summary>A number of a column as a person reads it: a year where the name says so and it can be one, else as asked.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">The column's name.</param>
    /// <param name="amount">How an amount is written.</param>
    public static string Or(double value, string name, Func<double, string> amount) =>
        value is >= First and <= Last && value == Math.Truncate(value) && AreNamed(name)
            ? value.ToString(CultureInfo.InvariantCulture)
            : amount(value);

    private static bool AreNamed(string name) =>
        NameWords.Of(name).Any(Words.Contains) || name.EndsWith("year", StringComparison.OrdinalIgnoreCase);
}
