using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Least squares by setting the slope to zero:
///
/// <code>
/// L(w)  = ‖Xw − y‖²,  ∇L = 2Xᵀ(Xw − y) = 0   ⇒   XᵀX w = Xᵀy        p equations for p weights
/// XᵀX   = LLᵀ                                 L lower triangular, as XᵀX is symmetric and positive
///   Lⱼⱼ = √( Aⱼⱼ − Σ_{k&lt;j} Lⱼₖ² )
///   Lᵢⱼ = ( Aᵢⱼ − Σ_{k&lt;j} LᵢₖLⱼₖ ) / Lⱼⱼ       i &gt; j
/// Lu    = Xᵀy,  Lᵀw = u                       forwards, then backwards
/// </code>
///
/// The quickest way, one pass over the rows. Its price: κ(XᵀX) = κ(X)², so that it loses twice as many digits as
/// <see cref="HouseholderQr"/>; from κ(X) ≈ 10⁸ on, nothing is left of sixteen.
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 4.2 and 5.3.
/// </summary>
public static class NormalEquations
{
    /// <summary>w [p]; null where rounding has left XᵀX without a root: columns that are combinations of each other, or nearly.</summary>
    /// <param name="columns">p columns of n numbers.</param>
    /// <param name="y">n targets.</param>
    public static double[]? Solve(IReadOnlyList<double[]> columns, double[] y)
    {
        Finite.Check(columns);
        Finite.Check(y);
        int p = columns.Count;
        // In units of their largest numbers, powers of two: no digit changes, and no square leaves float64.
        double[] units = [.. columns.Select(column => Magnitude.Of(column))];
        double unit = Magnitude.Of(y);
        columns = [.. columns.Select((column, j) => column.Select(x => x / units[j]).ToArray())];
        double[][] A = [.. columns.Select(one => columns.Select(other => Dot(one, other)).ToArray())];
        double[][] L = [.. Enumerable.Range(0, p).Select(_ => new double[p])];
        for (int j = 0; j < p; j++)
        {
            double pivot = A[j][j] - Products(L[j], L[j], j);
            if (!(pivot > 0)) return null;
            L[j][j] = Math.Sqrt(pivot);
            for (int i = j + 1; i < p; i++)
                L[i][j] = (A[i][j] - Products(L[i], L[j], j)) / L[j][j];
        }

        double[] w = Substituted(L, [.. columns.Select(column => Dot(column, [.. y.Select(one => one / unit)]))]);
        return [.. w.Select((one, j) => one * unit / units[j])];
    }

    private static double[] Substituted(double[][] L, double[] Xty)
    {
        int p = Xty.Length;
        double[] u = new double[p], w = new double[p];
        for (int i = 0; i < p; i++)
            u[i] = (Xty[i] - Products(L[i], u, i)) / L[i][i];
        for (int i = p - 1; i >= 0; i--)
        {
            double sum = u[i];
            for (int j = i + 1; j < p; j++)
                sum -= L[j][i] * w[j];
            w[i] = sum / L[i][i];
        }

        return w;
    }

    private static double Products(double[] a, double[] b, int count)
    {
        double sum = 0;
        for (int k = 0; k < count; k++)
            sum += a[k] * b[k];
        return sum;
    }

    private static double Dot(double[] a, double[] b) => Products(a, b, a.Length);
}
