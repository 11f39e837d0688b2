namespace MlMaths.Torch.Data;

/// <summary>
/// Numbers that may stand for a missing one: −999 where doses lie between 1 and 5, 0 where sugar lies between 70 and 175. They are told,
/// and replaced only where the user says so: nobody but who knows the column can tell a missing value from a rare one.
/// </summary>
internal static class SuspectValues
{
    private const int FewestRows = 2, FewestOthers = 10;
    private const double FarShare = 1, FarShareOfTwo = 3, ZeroShare = 0.2;

    private static readonly double[] Codes = [-9999, -999, -99, -9, -1, -200, 99, 999, 9999, 99999];

    public static IReadOnlyList<SuspectValue> In(RawColumn column)
    {
        if (column.NumbersOfRows is not { } numbers) return [];
        if (numbers.Length - column.Missing < FewestOthers + FewestRows) return [];
        (double low, double high, _) = Ends(numbers, double.NaN);
        List<SuspectValue> suspects = [];
        foreach (double end in new[] { low, high }.Where(end => end == 0 || Codes.Contains(end)).Distinct())
        {
            (double from, double to, int rows) = Ends(numbers, end);
            int others = Different(numbers, end, 3);
            if (rows < FewestRows || others < 2) continue;
            double range = to - from, gap = end < from ? from - end : end - to;
            if (end != 0 && gap > (others == 2 ? FarShareOfTwo : FarShare) * range)
                suspects.Add(new(end, rows, $"far from all other values, {Shown(from)} to {Shown(to)}"));
            else if (end == 0 && gap >= ZeroShare * range && Different(numbers, end, FewestOthers) == FewestOthers)
                suspects.Add(new(0, rows, $"apart from all other values, {Shown(from)} to {Shown(to)}"));
        }

        return suspects;

        string Shown(double value) => YearNumbers.Or(value, column.Name, NumberText.Brief);
    }

    /// <summary>The ends of all numbers but one, and how often that one is there.</summary>
    private static (double Low, double High, int Rows) Ends(double[] numbers, double without)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        int rows = 0;
        foreach (double number in numbers)
        {
            if (number == without)
            {
                rows++;
                continue;
            }

            if (number < low) low = number;
            if (number > high) high = number;
        }

        return (low, high, rows);
    }

    private static int Different(double[] numbers, double without, int most)
    {
        HashSet<double> different = [];
        foreach (double number in numbers)
        {
            if (!double.IsNaN(number) && number != without && different.Add(number) && different.Count == most) break;
        }

        return different.Count;
    }
}
