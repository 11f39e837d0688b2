namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The two ways to the axes of X [n, d] and the variance along each, descending.
///
/// <code>
/// X − 1mᵀ = USVᵀ            λₖ = sₖ² / (n − 1)       singular values; where n > d those of R, X − 1mᵀ = QR
/// C       = V diag(λ) Vᵀ                             C the covariance
/// </code>
/// They agree, as C = VSUᵀUSVᵀ/(n − 1) = V S²/(n − 1) Vᵀ. Source: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th
/// edition (2013), sections 5.4 and 8.6.
/// </summary>
internal static class Spectrum
{
    // Multiplications up to which the accurate way takes a few milliseconds.
    private const double Small = 5e7;

    /// <summary>The way for a table of n rows and d columns.</summary>
    public static PcaMethod MethodFor(long n, long d) => n < d || (double)n * d * d <= Small ? PcaMethod.Svd : PcaMethod.Covariance;

    /// <summary>m [d], λ [k], Vᵀ [k, d], on the device of X.</summary>
    public static (Tensor Mean, Tensor Variances, Tensor Axes) Of(Tensor X, PcaMethod method)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (Tensor m, Tensor λ, Tensor Vt) = method == PcaMethod.Covariance ? ByCovariance(X) : BySingularValues(X);
        return (m.MoveToOuterDisposeScope(), λ.MoveToOuterDisposeScope(), Vt.MoveToOuterDisposeScope());
    }

    /// <summary>λ of a covariance [d, d], descending; what rounding took below 0 is 0.</summary>
    public static double[] VariancesOf(Tensor C)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return [.. torch.linalg.eigvalsh(C).clamp_min(0).flip(0).cpu().data<double>()];
    }

    private static (Tensor, Tensor, Tensor) BySingularValues(Tensor X)
    {
        (long n, long d) = (X.size(0), X.size(1));
        Tensor m = X.mean([0], type: torch.ScalarType.Float64);
        Tensor centred = X - m;
        Tensor rest = centred.mean([0]); // the mean of n large numbers is not right to the last digit; this one is
        centred.sub_(rest);
        Tensor R = n > d ? torch.linalg.qr(centred, torch.linalg.QRMode.R).R : centred;
        (_, Tensor S, Tensor Vt) = torch.linalg.svd(R, fullMatrices: false);
        return (m + rest, S.square() / (n - 1), Vt);
    }

    private static (Tensor, Tensor, Tensor) ByCovariance(Tensor X)
    {
        (Tensor m, Tensor C) = SymmetricCovariance.Of(X);
        (Tensor λ, Tensor V) = torch.linalg.eigh(C);
        return (m, λ.flip(0).clamp_min(0), V.flip(1).t());
    }
}
