using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>
/// Numbers that may stand for a missing one: −999.9 where doses lie between 1 and 5, −99 as the only negative income, 0 where sugar
/// lies between 70 and 175. They are told, and replaced only where the user says so: nobody but who knows the column can tell a missing
/// value from a rare one.
/// </summary>
internal static class SuspectValues
{
    private const int FewestRows = 2, FewestOthers = 10;
    private const double FarShare = 1, FarShareOfTwo = 3, ZeroShare = 0.2;

    // A single 9 is a mark or a count; beside these, what is written with nines alone is a code.
    private const int FewestNines = 2;
    private static readonly double[] Codes = [-9, -1, -200];

    public static IReadOnlyList<SuspectValue> In(RawColumn column)
    {
        if (column.NumbersOfRows is not { } numbers) return [];
        if (numbers.Length - column.Missing < FewestOthers + FewestRows) return [];
        List<SuspectValue> suspects = [];
        double[] found = [.. CodesAtTheEnds(numbers)];
        if (found.Length == 0) return [];
        HashSet<double> codes = [.. found];
        // From the inside out, so that a code that is none after all is one of the others to those beyond it.
        foreach (double end in Enumerable.Reverse(found))
        {
            if (Judged(end, column, codes) is { } suspect) suspects.Add(suspect);
            else codes.Remove(end);
        }

        return suspects;
    }

    // A code beside the numbers that are none; null where it may be one of them.
    private static SuspectValue? Judged(double code, RawColumn column, HashSet<double> codes)
    {
        double[] numbers = column.NumbersOfRows!;
        int rows = numbers.Count(number => number == code), others = Different(numbers, codes, 3);
        if (rows < FewestRows || others < 2) return null;
        (double from, double to) = Ends(numbers, codes);
        double range = to - from, gap = code < from ? from - code : code - to;
        string values = $"all other values, {Shown(from)} to {Shown(to)}";
        bool isAloneInSign = code < 0 && from >= 0 && IsOfNines(code);
        return code != 0 && gap > (others == 2 ? FarShareOfTwo : FarShare) * range ? new(code, rows, $"far from {values}")
            : isAloneInSign && Different(numbers, codes, FewestOthers) == FewestOthers
                ? new(code, rows, $"the only negative one beside {values}")
            : code == 0 && gap >= ZeroShare * range && Different(numbers, codes, FewestOthers) == FewestOthers
                ? new(0, rows, $"apart from {values}")
            : null;

        string Shown(double value) => YearNumbers.Or(value, column.Name, NumberText.Brief);
    }

    // The lowest and the highest number, and what is left without them, as long as each is a code: two may be in use at once.
    private static IEnumerable<double> CodesAtTheEnds(double[] numbers)
    {
        HashSet<double> without = [];
        while (true)
        {
            (double low, double high) = Ends(numbers, without);
            double[] found = [.. new[] { low, high }.Where(end => end == 0 || Codes.Contains(end) || IsOfNines(end)).Distinct()];
            if (found.Length == 0) yield break;
            foreach (double end in found)
            {
                without.Add(end);
                yield return end;
            }
        }
    }

    // 99, −999.9, 9999.99.
    private static bool IsOfNines(double number)
    {
        if (!double.IsFinite(number)) return false;
        int nines = 0;
        foreach (char letter in Math.Abs(number).ToString("R", CultureInfo.InvariantCulture))
        {
            if (letter is not ('9' or '.')) return false;
            nines += letter == '9' ? 1 : 0;
        }

        return nines >= FewestNines;
    }

    /// <summary>The ends of all numbers but some.</summary>
    private static (double Low, double High) Ends(double[] numbers, HashSet<double> without)
    {
        if (without.Count == 0) return NumberRange.Ends(numbers);
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double number in numbers)
        {
            // Only what would be an end has to be looked up.
            if ((!(number < low) && !(number > high)) || without.Contains(number)) continue;
            if (number < low) low = number;
            if (number > high) high = number;
        }

        return (low, high);
    }

    private static int Different(double[] numbers, HashSet<double> without, int most)
    {
        double[] met = [.. without, .. new double[most]];
        int count = without.Count;
        foreach (double number in numbers)
        {
            if (double.IsNaN(number) || met.AsSpan(0, count).Contains(number)) continue;
            met[count++] = number;
            if (count == met.Length) break;
        }

        return count - without.Count;
    }
}
