using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The Hessian of the loss times a vector, without the Hessian: autograd walks through its own record once more.
///
/// <code>
/// g   = ∇L(θ)                 [p]     recorded, so that it can be differentiated itself
/// Hv  = ∇(gᵀv)                [p]     v [p] is held fixed: ∂/∂θᵢ Σⱼ gⱼvⱼ = Σⱼ (∂²L/∂θᵢ∂θⱼ) vⱼ
/// </code>
///
/// It costs about two gradients, whatever p is; the Hessian itself has p² numbers.
/// Source: Pearlmutter, Fast Exact Multiplication by the Hessian (1994).
/// </summary>
/// <param name="parameters">θ, which the loss depends on.</param>
/// <param name="loss">L(θ) on a batch, in operations that autograd can differentiate twice.</param>
public sealed class HessianVectorProduct(ParameterVector parameters, Func<Batch, Tensor> loss)
{
    /// <summary>θ.</summary>
    public ParameterVector Parameters => parameters;

    /// <summary>Hv [p] at θ as it is now; ∇L, as the last gradient source left it, stays. It dies with the caller's scope.</summary>
    /// <remarks>NaN and infinite numbers go through, so that a run that diverges is seen.</remarks>
    /// <param name="batch">The rows.</param>
    /// <param name="v">A direction [p].</param>
    public Tensor Times(Batch batch, Tensor v)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor[] θ = [.. parameters.Slices.Select(slice => parameters[slice.Name])];
        // Where L does not depend on a parameter, or only in a straight line, autograd has no record to walk: 0·θ is one.
        Tensor nothing = 0 * torch.cat([.. θ.Select(part => part.reshape(-1))]).sum();
        Tensor g  = Flat(torch.autograd.grad([loss(batch) + nothing], θ, retain_graph: true, create_graph: true));
        Tensor Hv = Flat(torch.autograd.grad([g.dot(v) + nothing], θ));
        return Hv.MoveToOuterDisposeScope();
    }

    private static Tensor Flat(IEnumerable<Tensor> parts) => torch.cat([.. parts.Select(part => part.reshape(-1))]);
}
