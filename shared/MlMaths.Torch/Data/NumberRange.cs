namespace MlMaths.Torch.Data;

/// <summary>
/// Which sizes numbers of a table may have. A number holds from 5e-324 to 1.8e308, and maths on a table takes powers: a variance is
/// made of squares, how many components count of squares of variances (x⁴), and an interval of a squared error of cubes of it (x⁶):
///
/// n·x⁶ &lt; 1.8e308 for n ≤ 1e8            ⇐  |x| ≤ 1e50
/// (max − min)⁶ &gt; 0, all digits kept     ⇐  max − min ≥ 1e-50   (or 0: a column that does not vary)
///
/// Outside, a power is infinity or 0, and what is computed of it is wrong in silence. No unit of measurement needs that.
/// </summary>
public static class NumberRange
{
    /// <summary>The largest size.</summary>
    public const double Largest = 1e50;

    /// <summary>The least distance between the ends of what varies.</summary>
    public const double LeastSpread = 1e-50;

    private const string Beyond = "powers of such numbers are too large or too small for double precision";
    private const string Remedy = "use other units, with sizes up to 1e50 that differ by at least 1e-50";

    /// <summary>Whether a number may stand in a table; not infinity, and not what is no number.</summary>
    public static bool Holds(double number) => Math.Abs(number) <= Largest;

    /// <summary>Refuses a column that varies by less than can be squared, or has sizes beyond what can.</summary>
    /// <param name="column">How the sentence calls it: <c>The column 'a' of 'mine'</c>.</param>
    /// <param name="low">Its least number.</param>
    /// <param name="high">Its largest.</param>
    /// <exception cref="UserMistakeException">Its sizes do not fit.</exception>
    public static void Require(string column, double low, double high)
    {
        if (Holds(low) && Holds(high) && (high == low || high - low >= LeastSpread))
            return;
        throw new UserMistakeException(FormattableString.Invariant(
            $"{column} runs from {low:G3} to {high:G3}, and {Beyond}: {Remedy}."));
    }

    /// <summary>What to say of a cell whose number is beyond.</summary>
    internal static string OfCell(string where, string cell) => $"{where} is {cell}, and {Beyond}: correct it, or {Remedy}.";
}
