using System.Text.RegularExpressions;

namespace MlMaths.Torch.Reporting;

/// <summary>A table with a caption that says what to see; columns that hold only numbers stand flush right.</summary>
/// <param name="Caption">What to see; it stands below the table.</param>
/// <param name="Headers">One per column.</param>
/// <param name="Rows">Each as long as the headers.</param>
public sealed partial record Table(
    MarkdownText Caption, IReadOnlyList<MarkdownText> Headers, IReadOnlyList<IReadOnlyList<MarkdownText>> Rows) : Block
{
    /// <summary>Whether every filled cell of the column begins as a number does.</summary>
    internal bool IsNumeric(int column)
    {
        string[] cells = [.. Rows.Select(row => row[column].ToString()).Where(cell => cell.Length > 0)];
        return cells.Length > 0 && cells.All(cell => cell.StartsWith("not defined", StringComparison.Ordinal) || StartsAsNumber(cell))
            && cells.Any(StartsAsNumber);
    }

    private static bool StartsAsNumber(string cell) => NumberAndUnit().IsMatch(cell);

    /// <summary>A number, emphasised or not; then perhaps the end of a range, a unit, and something in brackets.</summary>
    [GeneratedRegex(@"^[*\\]*[-−+]?[0-9][0-9,]*(\.[0-9]+)?(e[-+]?[0-9]+)?[*]*( to [-−]?[0-9.,e-]+)?( [^ 0-9][^ ]*){0,3}( \(.*\))?\z")]
    private static partial Regex NumberAndUnit();
}
