namespace MlMaths.Torch.Data;

/// <summary>
/// Numbers that may stand for a missing one: −999 where doses lie between 1 and 5, 0 where sugar lies between 70 and 175. They are told,
/// and replaced only where the user says so: nobody but who knows the column can tell a missing value from a rare one.
/// </summary>
internal static class SuspectValues
{
    private const int FewestRows = 2, FewestOthers = 10;
    private const double FarShare = 1, ZeroShare = 0.2;

    private static readonly double[] Codes = [-9999, -999, -99, -9, -1, -200, 99, 999, 9999, 99999];

    public static IReadOnlyList<SuspectValue> In(RawColumn column)
    {
        if (column.NumbersOfRows is not { } numbers) return [];
        double[] sorted = [.. numbers.Where(number => !double.IsNaN(number)).Order()];
        if (sorted.Length < FewestOthers + FewestRows) return [];
        List<SuspectValue> suspects = [];
        foreach (double end in new[] { sorted[0], sorted[^1] }.Distinct())
        {
            int rows = sorted.Count(number => number == end);
            double[] others = [.. sorted.Where(number => number != end)];
            if (rows < FewestRows || others.Distinct().Take(3).Count() < 3) continue;
            double range = others[^1] - others[0], gap = end < others[0] ? others[0] - end : end - others[^1];
            if (Codes.Contains(end) && gap > FarShare * range)
                suspects.Add(new(end, rows, $"far from all other values, {NumberText.Brief(others[0])} to {NumberText.Brief(others[^1])}"));
            else if (end == 0 && gap >= ZeroShare * range && others.Distinct().Take(FewestOthers).Count() == FewestOthers)
                suspects.Add(new(0, rows, $"apart from all other values, {NumberText.Brief(others[0])} to {NumberText.Brief(others[^1])}"));
        }

        return suspects;
    }
}
