using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The slope of a penalty λ/2‖θ‖² that the update rule adds by itself:
///
/// <code>g = ∇L + λθ</code>
///
/// It pulls at every number of θ, biases too, as the optimisers of PyTorch do; the penalty of a loss spares the biases.
/// </summary>
internal static class WeightDecay
{
    public static Tensor Added(ParameterVector parameters, double λ) =>
        λ == 0 ? parameters.Gradient : parameters.Gradient.add(parameters.Values, λ);
}
