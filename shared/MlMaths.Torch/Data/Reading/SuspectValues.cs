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
        List<SuspectValue> suspects = [];
        double[] found = [.. CodesAtTheEnds(numbers)];
        HashSet<double> codes = [.. found];
        // From the inside out, so that a code that is none after all is one of the others to those beyond it.
        foreach (double end in Enumerable.Reverse(found))
        {
            (double from, double to) = Ends(numbers, codes);
            int rows = numbers.Count(number => number == end), others = Different(numbers, codes, 3);
            int before = suspects.Count;
            Judge(end, from, to, rows, others);
            if (suspects.Count == before) codes.Remove(end);
        }

        return suspects;

        void Judge(double end, double from, double to, int rows, int others)
        {
            if (rows < FewestRows || others < 2) return;
            double range = to - from, gap = end < from ? from - end : end - to;
            if (end != 0 && gap > (others == 2 ? FarShareOfTwo : FarShare) * range)
                suspects.Add(new(end, rows, $"far from all other values, {Shown(from)} to {Shown(to)}"));
            else if (end == 0 && gap >= ZeroShare * range && Different(numbers, codes, FewestOthers) == FewestOthers)
                suspects.Add(new(0, rows, $"apart from all other values, {Shown(from)} to {Shown(to)}"));
        }

        string Shown(double value) => YearNumbers.Or(value, column.Name, NumberText.Brief);
    }

    // The lowest and the highest number, and what is left without them, as long as each is a code: two may be in use at once.
    private static IEnumerable<double> CodesAtTheEnds(double[] numbers)
    {
        HashSet<double> without = [];
        while (true)
        {
            (double low, double high) = Ends(numbers, without);
            double[] found = [.. new[] { low, high }.Where(end => end == 0 || Codes.Contains(end)).Distinct()];
            if (found.Length == 0) yield break;
            foreach (double end in found)
            {
                without.Add(end);
                yield return end;
            }
        }
    }

    /// <summary>The ends of all numbers but some.</summary>
    private static (double Low, double High) Ends(double[] numbers, HashSet<double> without)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double number in numbers)
        {
            if (without.Contains(number)) continue;
            if (number < low) low = number;
            if (number > high) high = number;
        }

        return (low, high);
    }

    private static int Different(double[] numbers, HashSet<double> without, int most)
    {
        HashSet<double> different = [];
        foreach (double number in numbers)
        {
            if (!double.IsNaN(number) && !without.Contains(number) && different.Add(number) && different.Count == most) break;
        }

        return different.Count;
    }
}
