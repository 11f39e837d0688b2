namespace MlMaths.Torch.Text;

/// <summary>A number and its noun: <c>1 row</c>, <c>2,400 rows</c>.</summary>
public static class Counted
{
    /// <summary>Any noun, and a verb with it: <c>1 row is</c>, <c>2 rows are</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What stands behind 1.</param>
    /// <param name="many">What stands behind any other number; null adds an s.</param>
    public static string Of(long count, string one, string? many = null) =>
        $"{NumberText.Count(count)} {Noun(count, one, many)}";

    /// <summary>The noun alone, where its number stands elsewhere.</summary>
    public static string Noun(long count, string one, string? many = null) => count == 1 ? one : many ?? $"{one}s";

    /// <summary><c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Rows(long count) => Of(count, "row");

    /// <summary><c>1 cell</c>, <c>2 cells</c>.</summary>
    public static string Cells(long count) => Of(count, "cell");
}
