namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Two columns that say nearly the same.</summary>
/// <param name="First">Index of one column.</param>
/// <param name="Second">Index of the other, larger.</param>
/// <param name="Correlation">Pearson's r, −1 to 1.</param>
public sealed record CollinearPair(int First, int Second, double Correlation);

/// <summary>
/// How much the columns of X repeat each other. Where two columns nearly agree, the data cannot tell which of them carries
/// the effect: their weights may trade places, or signs, from sample to sample, while the predictions hardly change.
///
/// <code>
/// R   = ZᵀZ / n            Z the standardised columns [n, d], R the correlations [d, d]
/// VIFⱼ = (R⁻¹)ⱼⱼ           how many times collinearity inflates the variance of weight j in least squares; 1 is none
/// </code>
/// Source: Belsley, Kuh, Welsch, Regression Diagnostics (1980), chapter 3.
/// </summary>
/// <param name="Pairs">All pairs of columns with |r| at or above the bound, strongest first.</param>
/// <param name="VarianceInflation">VIF per column; null for a constant column, or where the columns are exactly dependent.</param>
public sealed record Collinearity(IReadOnlyList<CollinearPair> Pairs, IReadOnlyList<double?> VarianceInflation)
{
    /// <summary>Looks at standardised columns Z [n, d] (mean 0, variance 1; a constant column is all zero).</summary>
    /// <param name="Z">The standardised features.</param>
    /// <param name="bound">|r| from which a pair is listed.</param>
    public static Collinearity Of(Tensor Z, double bound = 0.9)
    {
        Finite.Checked(Z);
        Finite.Share(bound);
        using DisposeScope scope = torch.NewDisposeScope();
        int d = (int)Z.size(1);
        Tensor R = (Z.t().mm(Z) / Z.size(0)).to(torch.ScalarType.Float64, torch.CPU);
        double[] r = [.. R.data<double>()];

        CollinearPair[] pairs =
        [
            .. from i in Enumerable.Range(0, d)
               from j in Enumerable.Range(i + 1, d - i - 1)
               where Math.Abs(r[i * d + j]) >= bound
               orderby Math.Abs(r[i * d + j]) descending
               select new CollinearPair(i, j, r[i * d + j]),
        ];
        return new Collinearity(pairs, VarianceInflationOf(R, r, d));
    }

    private static double?[] VarianceInflationOf(Tensor R, double[] r, int d)
    {
        int[] varying = [.. Enumerable.Range(0, d).Where(j => r[j * d + j] > 0.5)];
        var inflation = new double?[d];
        if (varying.Length == 0)
            return inflation;

        Tensor columns = TensorCopy.Of(varying, dtype: torch.ScalarType.Int64);
        // R = LLᵀ; where a column is an exact combination of others there is no such L, and no inverse.
        (Tensor L, Tensor info) = torch.linalg.cholesky_ex(R.index_select(0, columns).index_select(1, columns), false);
        if (info.ToInt32() != 0)
            return inflation;

        double[] diagonal = [.. torch.cholesky_inverse(L).diagonal().contiguous().data<double>()];
        // Beyond 1e12 the inverse has no right digits left in double precision.
        for (int k = 0; k < varying.Length; k++)
            inflation[varying[k]] = diagonal[k] is >= 1 - 1e-9 and < 1e12 ? Math.Max(1, diagonal[k]) : null;
        return inflation;
    }
}
