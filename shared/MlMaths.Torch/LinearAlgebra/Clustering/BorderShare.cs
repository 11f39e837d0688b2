namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How full the borders between neighbouring centres are. Each row belongs to the border of its nearest centre a and its
/// second nearest b; t is how far it has come from a towards b.
///
/// <code>
/// t = (x − a)·(b − a) / ‖b − a‖² = (‖x − a‖² − ‖x − b‖² + ‖b − a‖²) / 2‖b − a‖²        0 at a, ½ on the border
/// border share = #{t > ⅓} / #{t > 0}
/// </code>
/// Clusters leave their borders empty. What counts as empty depends on the shape and on the number of columns, so the share
/// means something only beside that of structureless rows. A ring cut in arcs has a high silhouette, but full borders.
/// </summary>
internal static class BorderShare
{
    private const double NearBorder = 1.0 / 3;

    public static double Of(CentredRows rows, KMeans clusters)
    {
        double[][] centres = [.. clusters.Centres.Select(centre => (double[])[.. centre.Zip(rows.Mean, (c, mean) => c - mean)])];
        if (centres.Length < 2) return 1;
        int between = 0, near = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            double t = TowardsSecond(rows.Row(i), centres);
            if (t > 0) between++;
            if (t > NearBorder) near++;
        }
        return between == 0 ? 0 : (double)near / between;
    }

    private static double TowardsSecond(ReadOnlySpan<double> x, double[][] centres)
    {
        int a = 0, b = 0;
        double toA = double.PositiveInfinity, toB = double.PositiveInfinity;
        for (int c = 0; c < centres.Length; c++)
        {
            double squared = RowArithmetic.SquaredDistance(x, centres[c]);
            if (squared < toA)
                (a, b, toA, toB) = (c, a, squared, toA);
            else if (squared < toB)
                (b, toB) = (c, squared);
        }
        double apart = RowArithmetic.SquaredDistance(centres[a], centres[b]);
        return (toA - toB + apart) / (2 * apart);
    }
}
