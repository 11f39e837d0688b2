using MlMaths.Torch.Data;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>
/// All products of two columns up to a degree: u, v, u², uv, v², … A model that is straight in them is curved in (u, v).
/// </summary>
internal static class PolynomialFeatures
{
    /// <summary>The monomials uⁱvʲ with 1 ≤ i + j ≤ degree, in the order of their degree.</summary>
    public static Dataset Of(Dataset plane, int degree)
    {
        (int I, int J)[] powers =
        [
            .. from total in Enumerable.Range(1, degree)
               from j in Enumerable.Range(0, total + 1)
               select (total - j, j),
        ];
        double[] features = new double[plane.Rows * powers.Length];
        for (int row = 0; row < plane.Rows; row++)
        {
            (double u, double v) = (plane.Row(row)[0], plane.Row(row)[1]);
            for (int k = 0; k < powers.Length; k++)
                features[row * powers.Length + k] = Math.Pow(u, powers[k].I) * Math.Pow(v, powers[k].J);
        }

        return plane.WithFeatures([.. powers.Select(power => $"u^{power.I} v^{power.J}")], features);
    }
}
