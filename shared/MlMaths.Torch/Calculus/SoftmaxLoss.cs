using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The loss of a classifier with C classes: the mean surprise at the true class, plus a penalty on large weights.
///
/// <code>
/// pᵢₖ = e^zᵢₖ / Σⱼ e^zᵢⱼ                             softmax: positive, and 1 in sum
/// ℓᵢ  = −ln p of the true class yᵢ = ln Σⱼ e^zᵢⱼ − zᵢ,yᵢ
/// L   = 1/n Σᵢ ℓᵢ + λ/2 Σₗ ‖Wₗ‖²                     biases are not penalised
/// </code>
///
/// A net that knows nothing yet gives every class 1/C, and L is near ln C.
/// Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.2.2.3.
/// </summary>
public static class SoftmaxLoss
{
    /// <summary>1/n Σᵢ ℓᵢ [] from logits z [n, C] and classes y [n], int64 from 0 to C − 1.</summary>
    /// <remarks>NaN and infinite numbers go through, so that a run that diverges is seen.</remarks>
    // log-softmax takes the largest logit out first, so that e^z never overflows.
    public static Tensor Mean(Tensor z, Tensor y) => torch.nn.functional.cross_entropy(z, y);

    /// <summary>Σᵢ ωᵢℓᵢ / Σᵢ ωᵢ [], each row weighted by ω [C] of its class.</summary>
    /// <remarks>NaN and infinite numbers go through, so that a run that diverges is seen.</remarks>
    public static Tensor Mean(Tensor z, Tensor y, Tensor ω) => torch.nn.functional.cross_entropy(z, y, ω);

    /// <summary>λ/2 Σₗ ‖Wₗ‖² [].</summary>
    public static Tensor Penalty(Perceptron model, double λ) =>
        model.Layers.Select(layer => layer.Weight.square().sum()).Aggregate((sum, squares) => sum + squares)
            * (Finite.NotNegative(λ) / 2);

    /// <summary>L [] on X [n, d] and y [n], as a tensor that autograd follows.</summary>
    /// <remarks>NaN and infinite numbers go through, so that a run that diverges is seen.</remarks>
    public static Tensor Value(Perceptron model, Tensor X, Tensor y, double λ, bool training)
    {
        Tensor L = Mean(model.Forward(X, training), y);
        return Finite.NotNegative(λ) == 0 ? L : L + Penalty(model, λ);
    }
}
