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

    /// <summary>
    /// Whether the numbers among the names of columns are years: two or more that rise by equal steps, beside a word, above cells that are
    /// other numbers. Tables of countries by years are written so.
    /// </summary>
    /// <param name="header">The first line.</param>
    /// <param name="isNumber">What a number is.</param>
    /// <param name="below">The cells below a name, by its place.</param>
    public static bool AreNames(IReadOnlyList<string> header, Func<string, bool> isNumber, Func<int, IEnumerable<string>> below)
    {
        int[] places = [.. Enumerable.Range(0, header.Count).Where(place => isNumber(header[place]))];
        double[] years = [.. places.Select(place => Year(header[place]) ?? double.NaN)];
        if (years.Length < 2 || header.All(name => name.Length == 0 || isNumber(name))) return false;
        double step = years[1] - years[0];
        bool areSteps = step > 0 && Enumerable.Range(1, years.Length - 1).All(at => years[at] - years[at - 1] == step);
        return areSteps && places.All(place => below(place).Any(cell => isNumber(cell) && Year(cell) is null));
    }

    private static double? Year(string text) => text.Length == 4
        && double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out double year) && year is >= First and <= Last
        ? year
        : null;

    private static bool AreNamed(string name) =>
        NameWords.Of(name).Any(Words.Contains) || name.EndsWith("year", StringComparison.OrdinalIgnoreCase);
}
