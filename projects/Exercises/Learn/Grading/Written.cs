using System.Globalization;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>Inputs and results as a learner would write them in C#.</summary>
internal static class Written
{
    /// <summary>All digits of a number that matter; not defined as <c>null or NaN</c>, which count as the same.</summary>
    public static string Of(double? number) =>
        number?.ToString("G6", CultureInfo.InvariantCulture).Replace("E+", "e", StringComparison.Ordinal).Replace('E', 'e')
            ?? "null or NaN";

    /// <summary><c>[3, 4]</c></summary>
    public static string Of(IEnumerable<double> numbers) => $"[{string.Join(", ", numbers.Select(one => Of(one)))}]";

    /// <summary><c>[3, 1]</c>; null as <c>null</c>.</summary>
    public static string Of(IEnumerable<int>? numbers) => numbers is null ? "null" : $"[{string.Join(", ", numbers)}]";

    /// <summary>A list of rows, of which the first few are shown.</summary>
    public static string Of(IReadOnlyList<double[]> rows, int most = 6) =>
        $"[{string.Join(", ", rows.Take(most).Select(row => Of(row)))}{(rows.Count > most ? $", … {rows.Count} rows" : "")}]";
}
