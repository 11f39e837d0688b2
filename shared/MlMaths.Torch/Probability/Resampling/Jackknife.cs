namespace MlMaths.Torch.Probability;

/// <summary>
/// What leaving rows out does to a statistic. Its third moment is the acceleration of the BCa bootstrap: how fast the
/// standard error changes with the true value (B. Efron, 1987, J. Am. Stat. Assoc. 82:171–185). Over strata h (one of
/// them, if there is no stratification), θ_(hi) without row i, θ̄_h their mean:
/// <code>
/// l_hi = (n_h − 1)/n_h (θ̄_h − θ_(hi))
/// a    = Σ l_hi³ / (6 (Σ l_hi²)^(3/2))
/// </code>
/// Above <see cref="MaxParts"/> rows, blocks of rows are left out together. The influences of the rows of a block add up,
/// and so do the second and third moments of sums of rows that have nothing to do with each other: the same a, with little
/// noise. So blocks are drawn, as rows stand in a file in an order that means something, and every stratum has as many of
/// them as an equal share of the work allows, or each of its rows alone.
/// </summary>
internal static class Jackknife
{
    public const int MaxParts = 1000;

    private const int FewestParts = 100;

    /// <summary>a; null where the statistic is not defined without some row, or where no row changes it.</summary>
    public static double? Acceleration(Resampling resampling, RowStatistic statistic)
    {
        double squares = 0, cubes = 0;
        foreach (int[] stratum in resampling.Strata)
        {
            int parts = Parts(stratum.Length, resampling);
            if (parts < 2) continue; // the only row of a stratum is in every resample: it adds no spread
            // Blocks are the same each time: the acceleration of the same rows is the same.
            int[] order = parts == stratum.Length
                ? [.. Enumerable.Range(0, parts)]
                : Shuffle.Order(stratum.Length, stratum.Length, DrawnFor.Jackknife);
            double[] leftOut = new double[parts];
            for (int part = 0; part < parts; part++)
            {
                if (Without(part, parts, stratum, order, resampling, statistic) is not double value) return null;
                leftOut[part] = value;
            }
            double mean = Moments.Of(leftOut).Mean;
            foreach (double value in leftOut)
            {
                double l = (parts - 1.0) / parts * (mean - value);
                squares += l * l;
                cubes += l * l * l;
            }
        }
        return squares == 0 ? null : cubes / (6 * Math.Pow(squares, 1.5));
    }

    private static int Parts(int stratum, Resampling resampling) => resampling.Rows <= MaxParts
        ? stratum
        : Math.Min(stratum, Math.Max(FewestParts, MaxParts / resampling.Strata.Length));

    private static double? Without(
        int part, int parts, int[] stratum, int[] order, Resampling resampling, RowStatistic statistic)
    {
        int[] kept = new int[resampling.Rows];
        int count = 0;
        foreach (int[] other in resampling.Strata)
        {
            for (int i = 0; i < other.Length; i++)
                if (other != stratum || order[i] % parts != part) kept[count++] = other[i];
        }
        return statistic(kept.AsSpan(0, count)) is double value && double.IsFinite(value) ? value : null;
    }
}
