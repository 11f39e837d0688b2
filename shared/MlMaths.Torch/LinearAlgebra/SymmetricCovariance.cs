namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The covariance of the columns of X [n, d], in one pass over blocks of rows after one for the means.
///
/// <code>
/// m  = 1/n Σ xᵢ                                     [d]
/// S  = Σ (xᵢ − m)(xᵢ − m)ᵀ − n δδᵀ                  [d, d], δ = mean of xᵢ − m: what rounding left of the mean
/// C  = S / (n − 1)
/// </code>
/// The rows are moved block by block, so that memory beyond X is a block and two squares, however long X is. C is symmetric:
/// only the products Cⱼₗ with l ≥ j's stripe of columns are computed, and mirrored.
/// Source: T. F. Chan, G. H. Golub, R. J. LeVeque, Algorithms for Computing the Sample Variance, The American Statistician
/// 37 (1983) 242–247: the corrected two-pass algorithm.
/// </summary>
internal static class SymmetricCovariance
{
    private const long NumbersInBlock = 4_000_000;

    // Wide enough for a product of matrices at full speed, narrow enough to leave out nearly half of the square.
    private const long ColumnsInStripe = 128;

    /// <summary>m and C in float64 on the device of X, n at least 2.</summary>
    public static (Tensor Mean, Tensor Covariance) Of(Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (long n, long d) = (X.size(0), X.size(1));
        Tensor m = X.mean([0], type: torch.ScalarType.Float64);
        Tensor S = torch.zeros(d, d, torch.ScalarType.Float64, X.device);
        Tensor rest = torch.zeros(d, torch.ScalarType.Float64, X.device);
        long step = Math.Max(1, NumbersInBlock / d);
        for (long from = 0; from < n; from += step)
        {
            using DisposeScope block = torch.NewDisposeScope();
            Tensor B = X.narrow(0, from, Math.Min(step, n - from)) - m;
            rest.add_(B.sum([0]));
            AddUpperHalf(S, B);
        }

        S.sub_(rest.outer(rest) / n);
        Tensor C = (S.triu() + S.triu(1).t()) / (n - 1);
        return ((m + rest / n).MoveToOuterDisposeScope(), C.MoveToOuterDisposeScope());
    }

    private static void AddUpperHalf(Tensor S, Tensor B)
    {
        long d = S.size(0);
        for (long j = 0; j < d; j += ColumnsInStripe)
        {
            long width = Math.Min(ColumnsInStripe, d - j);
            Tensor stripe = S.narrow(0, j, width).narrow(1, j, d - j);
            stripe.add_(B.narrow(1, j, width).t().mm(B.narrow(1, j, d - j)));
        }
    }
}
