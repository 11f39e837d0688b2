using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// One answer to the question "how does the loss on this batch change with θ?". Autograd, a derivation by hand and finite
/// differences all answer it; whoever asks cannot tell them apart.
/// </summary>
public interface IGradientSource
{
    /// <summary>θ, and the place where ∇L is left.</summary>
    ParameterVector Parameters { get; }

    /// <summary>L(θ) on the batch, with nothing differentiated.</summary>
    double Loss(Batch batch);

    /// <summary>
    /// L(θ) on the batch; ∇L is left in <see cref="ParameterVector.Gradient"/>, in place of what stood there. The tensors made
    /// on the way die with the caller's scope: a training has one for each step, and two would cost a small step a tenth.
    /// </summary>
    double Differentiate(Batch batch);
}
