using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>
/// Cells such as &lt;4.5 in a column of numbers: the value lies beyond what could be measured, so it is the lowest or highest of all
/// and no missing one. The limit stands for it.
/// </summary>
internal static partial class MeasurementLimits
{
    /// <summary>
    /// Those texts of a column; none where they are as many cells as others: then they are classes, such as &lt;30 and &gt;30.
    /// </summary>
    public static HashSet<string> Of(RawColumn column)
    {
        HashSet<string> limits = [.. column.Texts.Where(text => Sign().IsMatch(text))];
        if (limits.Count == 0) return limits;
        int[] counts = column.Counts();
        int beyond = column.Texts.Index().Where(text => limits.Contains(text.Item)).Sum(text => counts[text.Index]);
        return 2 * beyond < counts.Sum() ? limits : [];
    }

    /// <summary>What stands behind the sign, with its unit: whether that is a number the notation of the column decides.</summary>
    public static string Number(string limit) => Sign().Replace(limit, "");

    // One sign: <> and << say something else.
    [GeneratedRegex(@"^(?:[<>]=?|[≤≥])\s*(?=[-+\u2212]?[.,]?[0-9])")]
    private static partial Regex Sign();
}
