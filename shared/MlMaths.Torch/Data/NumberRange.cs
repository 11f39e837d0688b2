using System.Numerics;

namespace MlMaths.Torch.Data;

/// <summary>
/// Which sizes numbers of a table may have. A number holds from 5e-324 to 1.8e308, and maths on a table takes powers: a variance is
/// made of squares, how many components count of squares of variances (x⁴), and an interval of a squared error of cubes of it (x⁶):
///
/// n·x⁶ &lt; 1.8e308 for n ≤ 1e8            ⇐  |x| ≤ 1e50
/// (max − min)⁶ &gt; 0, all digits kept     ⇐  max − min ≥ 1e-50   (or 0: a column that does not vary)
///
/// Outside, a power is infinity or 0, and what is computed of it is wrong in silence. No unit of measurement needs that.
/// <para>Within a column a number keeps 16 digits: beside 9e49 the ordinary numbers of a column all look alike, whatever unit is
/// chosen, and a mean or a deviation says nothing about them.</para>
/// </summary>
public static class NumberRange
{
    /// <summary>The largest size.</summary>
    public const double Largest = 1e50;

    /// <summary>The least distance between the ends of what varies.</summary>
    public const double MinSpread = 1e-50;

    /// <summary>A number so many times smaller than the largest of its column vanishes beside it.</summary>
    private const double Digits = 1e15;

    private const int FewestNumbers = 10;

    internal const string Beyond = "powers of such numbers are too large or too small for double precision";
    private const string Remedy = "give it in other units, with sizes up to 1e50 that differ by 1e-50 at least";

    /// <summary>Whether a number may stand in a table; not infinity, and not what is no number.</summary>
    public static bool Holds(double number) => Math.Abs(number) <= Largest;

    /// <summary>Refuses a column that varies by less than can be squared, or has sizes beyond what can.</summary>
    /// <param name="column">How the sentence calls it: <c>The column 'a' of 'mine'</c>.</param>
    /// <param name="low">Its least number.</param>
    /// <param name="high">Its largest.</param>
    /// <exception cref="UserMistakeException">Its sizes do not fit.</exception>
    public static void Require(string column, double low, double high)
    {
        if (Holds(low) && Holds(high) && (high == low || high - low >= MinSpread))
            return;
        throw new UserMistakeException(FormattableString.Invariant(
            $"{column} runs from {NumberText.Brief(low)} to {NumberText.Brief(high)}, and {Beyond}: {Remedy}."));
    }

    /// <summary>Refuses a column most of whose numbers, zeros apart, vanish beside its largest; a handful of numbers may do so.</summary>
    /// <param name="column">How the sentence calls it: <c>The column 'a' of 'mine'</c>.</param>
    /// <param name="numbers">All of them; NaN, which is no value, is passed over.</param>
    /// <param name="where">Where each stands: <c>on line 8</c>.</param>
    /// <exception cref="UserMistakeException">It says in which row the largest stands.</exception>
    public static void RequireTogether(string column, ReadOnlySpan<double> numbers, Func<int, string> where)
    {
        (double low, double high) = Ends(numbers);
        double largest = Math.Max(-low, high), vanishing = largest / Digits;
        int nonzero = 0, vanished = 0, count = 0;
        foreach (double number in numbers)
        {
            double size = Math.Abs(number);
            count += size >= 0 ? 1 : 0;
            nonzero += size > 0 ? 1 : 0;
            vanished += size > 0 && size < vanishing ? 1 : 0;
        }

        if (nonzero < FewestNumbers || vanished <= nonzero / 2)
            return;
        int row = 0;
        while (Math.Abs(numbers[row]) != largest) row++;
        throw new UserMistakeException(FormattableString.Invariant(
            $"{column} holds {NumberText.Brief(numbers[row])} {where(row)}, beside which {vanished} of its ")
            + FormattableString.Invariant($"{count} numbers vanish, ")
            + "as a number keeps 16 digits: correct it, remove the row, or leave the column out.");
    }

    /// <summary>The least number and the largest, NaN apart; +∞ and −∞ of none.</summary>
    internal static (double Low, double High) Ends(ReadOnlySpan<double> numbers)
    {
        Vector<double> lows = new(double.PositiveInfinity), highs = new(double.NegativeInfinity);
        int at = 0;
        for (; at <= numbers.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            Vector<double> some = new(numbers[at..]);
            lows = Vector.ConditionalSelect(Vector.LessThan(some, lows), some, lows);
            highs = Vector.ConditionalSelect(Vector.GreaterThan(some, highs), some, highs);
        }

        (double low, double high) = (lows[0], highs[0]);
        for (int lane = 1; lane < Vector<double>.Count; lane++)
            (low, high) = (Math.Min(low, lows[lane]), Math.Max(high, highs[lane]));
        foreach (double number in numbers[at..])
        {
            if (number < low) low = number;
            if (number > high) high = number;
        }

        return (low, high);
    }

    /// <summary>What to say of a cell whose number is beyond.</summary>
    internal static string OfCell(string where, string cell) => $"{where} is {cell}, and {Beyond}: correct it, or {Remedy}.";
}
