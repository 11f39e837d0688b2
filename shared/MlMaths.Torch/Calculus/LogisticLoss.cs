namespace MlMaths.Torch.Calculus;

/// <summary>
/// The loss of logistic regression with labels y ∈ {0, 1}, its gradient and its Hessian, derived by hand.
///
/// <para>Each row is a coin with P(y = 1) = p = σ(z). The loss is the mean surprise −ln P(y), plus a penalty on long weights:</para>
/// <code>
/// zᵢ = xᵢ·w + b
/// ℓᵢ = −yᵢ ln σ(zᵢ) − (1 − yᵢ) ln(1 − σ(zᵢ))
///    = ln(1 + e^zᵢ) − yᵢzᵢ                          since ln σ(z) = z − ln(1 + e^z) and ln(1 − σ(z)) = −ln(1 + e^z)
/// L  = 1/n Σᵢ ℓᵢ + λ/2 ‖w‖²                         the bias is not penalised: it must be free to match the base rate
/// </code>
/// <para>The chain rule, from the inside out:</para>
/// <code>
/// σ'(z)   = σ(z)(1 − σ(z))
/// ∂ℓᵢ/∂zᵢ = σ(zᵢ) − yᵢ                              prediction minus truth: everything else is bookkeeping
/// ∂zᵢ/∂w  = xᵢ,  ∂zᵢ/∂b = 1
/// ∂L/∂w   = 1/n Xᵀ(p − y) + λw                      [d]
/// ∂L/∂b   = 1/n Σᵢ (pᵢ − yᵢ)                        [1]
/// </code>
/// <para>and once more, with A = [X | 1] the rows and a one for the bias, and S = diag(pᵢ(1 − pᵢ)):</para>
/// <code>
/// ∇²L = 1/n AᵀSA + λ diag(1, …, 1, 0)               [d+1, d+1], never negative: the loss is convex
/// </code>
/// <para>Where one positive shall count as much as ω negatives, row i counts ωᵢ = ω for y = 1 and 1 for y = 0, in ℓᵢ,
/// in pᵢ − yᵢ and in S alike. The probabilities are then those of a world with ω times the odds.</para>
/// Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed., section 4.4.
/// </summary>
public static class LogisticLoss
{
    /// <summary>ℓᵢ for every row [n], from logits z [n] and labels y [n].</summary>
    /// <remarks>NaN and infinite numbers go through, so that a run that diverges is seen.</remarks>
    public static Tensor PerRow(Tensor z, Tensor y) =>
        // ln(e⁰ + e^z): logaddexp takes the larger exponent out first, so that a large z never overflows; and unlike
        // max(z, 0) + ln(1 + e^−|z|) it has no kink at z = 0, where every training starts.
        torch.logaddexp(torch.zeros_like(z), z) - y * z;

    /// <summary>L [] for X [n, d], y [n], w [d], b [] and penalty λ ≥ 0, as a tensor that autograd follows.</summary>
    // One operation of libtorch's for the mean of PerRow: autograd then records three nodes instead of nine, and a step takes
    // as long as in a bare loop.
    public static Tensor Value(Tensor X, Tensor y, Tensor w, Tensor b, double λ)
    {
        Tensor L = torch.nn.functional.binary_cross_entropy_with_logits(torch.addmv(b, X, w, 1, 1), y);
        return Finite.NotNegative(λ) == 0 ? L : L + λ / 2 * w.dot(w);
    }

    /// <summary>(∂L/∂w [d], ∂L/∂b []) and L itself, which costs almost nothing beside them.</summary>
    /// <param name="X">Features [n, d].</param>
    /// <param name="y">Labels [n], 0 or 1.</param>
    /// <param name="w">Weights [d].</param>
    /// <param name="b">Bias [].</param>
    /// <param name="λ">Strength of the penalty, from 0.</param>
    /// <param name="ω">How much a positive counts beside a negative, above 0.</param>
    public static (Tensor L, Tensor dw, Tensor db) Gradient(
        Tensor X, Tensor y, Tensor w, Tensor b, double λ, double ω = 1)
    {
        long n    = X.size(0);
        Tensor z  = X.mv(w) + b;
        Tensor L  = Counted(PerRow(z, y), y, Finite.Positive(ω)).mean()
            + Finite.NotNegative(λ) / 2 * w.dot(w);
        Tensor dz = Counted(z.sigmoid() - y, y, ω) / n;
        Tensor dw = X.t().mv(dz) + λ * w;
        Tensor db = dz.sum();
        return (L, dw, db);
    }

    /// <summary>∇²L [d+1, d+1]; the last row and column belong to the bias. The labels matter to it only through ω.</summary>
    public static Tensor Hessian(Tensor X, Tensor y, Tensor w, Tensor b, double λ, double ω = 1)
    {
        Finite.Positive(ω);
        long n   = X.size(0), d = X.size(1);
        Tensor A = torch.cat([X, torch.ones(n, 1, X.dtype, X.device)], 1);
        Tensor p = (X.mv(w) + b).sigmoid();
        Tensor s = Counted(p * (1 - p), y, ω) / n;
        Tensor H = A.t().mm(A * s.unsqueeze(1));
        H.diagonal().narrow(0, 0, d).add_(Finite.NotNegative(λ));
        return H;
    }

    private static Tensor Counted(Tensor ofRows, Tensor y, double ω) => ω == 1 ? ofRows : ofRows * (1 + (ω - 1) * y);
}
