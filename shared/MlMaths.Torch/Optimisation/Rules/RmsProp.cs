using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// RMSprop: the slope over its own usual size.
///
/// <code>
/// v ← βv + (1 − β)g²        g = ∇L + λθ
/// θ ← θ − η g/(√v + ε)      v began at 0: the first step is 1/√(1 − β) times too long, ten times at β = 0.99
/// </code>
///
/// Source: Hinton, Neural Networks for Machine Learning, lecture 6e, 2012.
/// </summary>
/// <param name="β">Share of the mean square that is kept.</param>
/// <param name="ε">In the gradient's unit.</param>
/// <param name="λ">Weight decay, from 0.</param>
public sealed class RmsProp(double β = 0.99, double ε = 1e-8, double λ = 0) : IUpdateRule, IDisposable
{
    private readonly double _β = Finite.Share(β), _ε = Finite.NotNegative(ε), _λ = Finite.NotNegative(λ);
    private readonly RuleMemory _memory = new(1);

    /// <inheritdoc/>
    public RuleMemory Memory => _memory;

    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch)
    {
        Finite.Checked(η);
        Tensor v = _memory.Of(parameters, 0);
        Tensor g = WeightDecay.Added(parameters, _λ);
        v.mul_(_β).addcmul_(g, g, 1 - _β);
        parameters.Values.addcdiv_(g, v.sqrt().add_(_ε), -η);
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
