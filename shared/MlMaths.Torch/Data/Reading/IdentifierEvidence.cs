namespace MlMaths.Torch.Data;

/// <summary>
/// Whether a column names or numbers rows: a value for each row says which row it is, and what a model learns of it holds for that row
/// alone. Found by uniqueness, order and name.
/// </summary>
internal static class IdentifierEvidence
{
    private const int FewestRows = 10;
    private const double NearlyAll = 0.95;

    // Of what has a proper name, half of the rows: then most values have one row or two, and a model would learn rows by heart.
    private const double FewestOfDifferent = 0.5;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "ids", "index", "idx", "number", "no", "nr", "num", "key", "uuid", "guid", "code", "pk", "row",
            "rownames", "record", "serial",
        "ticket", "email", "ssn", "iban",
    };

    // A count may be called a number, and a category a code; these name one thing and nothing else.
    private static readonly HashSet<string> Proper = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "ids", "uuid", "guid", "pk", "key", "serial", "ssn", "zip", "zipcode", "postcode", "fips",
    };

    // A zip code, a postal code.
    private static readonly HashSet<string> OfCodes = new(StringComparer.OrdinalIgnoreCase) { "zip", "post", "postal", "area" };

    private static readonly HashSet<string> Moments = new(StringComparer.OrdinalIgnoreCase)
    {
        "year", "month", "week", "day", "hour", "date", "time", "quarter", "period", "yr",
    };

    /// <summary>A clause that says why a column of texts is one; null where it is none.</summary>
    public static string? OfTexts(RawColumn column, int different)
    {
        int present = column.Rows - column.Missing;
        if (present < FewestRows || different < NearlyAll * present)
            return null;
        return different == present
            ? $"all {NumberText.Count(present)} values are different: it names rows"
            : $"{NumberText.Count(different)} of {NumberText.Count(present)} values are different: it names rows";
    }

    /// <summary>Whether a name says that the column names rows.</summary>
    public static bool IsNamedSo(string name) => Words.Contains(Last(name));

    /// <summary>A clause that says why a column of numbers is one; null where it is none.</summary>
    public static string? OfNumbers(RawColumn column, bool isNamed)
    {
        // Most columns of amounts show it in their first row.
        if (Array.Exists(column.NumbersOfRows!, number => number != Math.Truncate(number) && !double.IsNaN(number))) return null;
        // A few rows without a number, such as a line of totals, make no amount of it.
        double[] numbers = column.Missing == 0 ? column.NumbersOfRows!
            : [.. column.NumbersOfRows!.Where(number => !double.IsNaN(number))];
        if (numbers.Length < NearlyAll * column.Rows || numbers.Length < (isNamed ? FewestRows : 2)) return null;

        double step = numbers[1] - numbers[0];
        bool runs = Math.Abs(step) == 1 && Enumerable.Range(1, numbers.Length - 1).All(row => numbers[row] - numbers[row - 1] == step);
        if (!isNamed)
            return runs ? "it has no name and counts the rows, as an index that was saved with the table" : null;
        if (runs && !Moments.Contains(Last(column.Name)))
            return "it numbers the rows";
        bool isProper = IsProper(column.Name);
        if (!isProper && !IsNamedSo(column.Name))
            return null;
        int different = numbers.ToHashSet().Count;
        if (different == numbers.Length)
            return "every row has another whole number, and the name says that it names rows";
        // Half of the rows, or more than a category has levels: what has a number for a name has no amount in it.
        return isProper && (FewestOfDifferent * numbers.Length <= different || different > ColumnJudge.MaxLevels)
            ? $"the name says that it names somebody or something, and {NumberText.Count(different)} of "
                + $"{NumberText.Count(numbers.Length)} whole numbers are different"
            : null;
    }

    private static bool IsProper(string name) => Proper.Contains(Last(name))
        || NameWords.Of(name) is [.., var before, var last] && last.Equals("code", StringComparison.OrdinalIgnoreCase)
            && OfCodes.Contains(before);

    // PassengerId, customerID, order_no.
    private static string Last(string name) => NameWords.Of(name) is [.., var last] ? last : "";
}
