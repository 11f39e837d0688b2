using System.Buffers;

namespace MlMaths.Torch.Data;

/// <summary>
/// Cells such as &lt;4.5 in a column of numbers: the value lies beyond what could be measured, so it is the lowest or highest of all and
/// no missing one. The limit stands for it.
/// </summary>
internal static class MeasurementLimits
{
    private static readonly char[] Signs = ['<', '>', '≤', '≥', '=', ' '];

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,+-eE");

    /// <summary>
    /// Those texts of a column; none where they are as many cells as others: then they are classes, such as &lt;30 and &gt;30.
    /// </summary>
    public static HashSet<string> Of(RawColumn column)
    {
        HashSet<string> limits = [.. column.Texts.Where(IsLimit)];
        if (limits.Count == 0) return limits;
        int[] counts = column.Counts();
        int beyond = column.Texts.Index().Where(text => limits.Contains(text.Item)).Sum(text => counts[text.Index]);
        return 2 * beyond < counts.Sum() ? limits : [];
    }

    /// <summary>What stands behind the sign.</summary>
    public static string Number(string limit) => limit.TrimStart(Signs);

    private static bool IsLimit(string text) =>
        text is ['<' or '>' or '≤' or '≥', ..] && Number(text) is [.., var last] number && char.IsAsciiDigit(last)
        && number.AsSpan().IndexOfAnyExcept(OfNumbers) < 0;
}
