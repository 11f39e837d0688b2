using MlMaths.Torch.Data;

namespace MlMaths.Torch.Calculus;

/// <summary>A gradient source that knows the second derivatives too.</summary>
public interface IHessianSource : IGradientSource
{
    /// <summary>∇²L(θ) on the batch [p, p], rows and columns in the order of θ.</summary>
    Tensor Hessian(Batch batch);
}
