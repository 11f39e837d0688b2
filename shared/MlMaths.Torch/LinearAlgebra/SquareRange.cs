using System.Globalization;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Sums of squares stay within float64 (1e-308 to 1.8e308) for distances from the mean between 1e-100 and 1e100;
/// beyond, a variance would be infinite or 0, and a distance with it. What lies beyond is refused with the column that does it.
/// </summary>
internal static class SquareRange
{
    /// <summary>The largest distance from the mean.</summary>
    public const double Largest = 1e100;

    /// <summary>The least that is not 0.</summary>
    public const double Least = 1e-100;

    private const string Beyond =
        "squares of such numbers are too large or too small for double precision: "
        + "use other units, or standardise the columns, so that their values differ by sizes";

    /// <summary>
    /// Looks at the furthest value of each column from its mean; one column that differs enough makes up for others
    /// that hardly do.
    /// </summary>
    public static void Check(ReadOnlySpan<double> farthest)
    {
        int widest = 0;
        for (int j = 0; j < farthest.Length; j++)
        {
            if (!(farthest[j] <= Largest))
            {
                throw new UserMistakeException(FormattableString.Invariant(
                    $"The values of column {j} lie up to {NumberText.Brief(farthest[j])} from their mean, and {Beyond} up to 1e100."));
            }

            if (farthest[j] > farthest[widest]) widest = j;
        }

        if (farthest.Length > 0 && farthest[widest] is > 0 and < Least)
        {
            throw new UserMistakeException(string.Create(CultureInfo.InvariantCulture,
                $"The values of column {widest} differ most, by {NumberText.Brief(farthest[widest])} from their mean, and {Beyond} "
                    + $"from 1e-100."));
        }
    }
}
