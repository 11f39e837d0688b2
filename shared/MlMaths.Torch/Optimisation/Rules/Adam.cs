using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Steps of about η in every coordinate, however steep it is: the mean slope over its own size.
///
/// <code>
/// m ← β₁m + (1 − β₁)g       mean of the slopes          g = ∇L + λθ
/// v ← β₂v + (1 − β₂)g²      mean of their squares
/// m̂ = m/(1 − β₁ᵗ)           both began at 0, and are too small by this factor at step t
/// v̂ = v/(1 − β₂ᵗ)
/// θ ← θ − η m̂/(√v̂ + ε)      ε keeps a coordinate without any slope from being divided by 0
/// </code>
///
/// Source: Kingma and Ba, 2015, ICLR, algorithm 1.
/// </summary>
/// <param name="β1">Share of the mean that is kept.</param>
/// <param name="β2">Share of the mean square that is kept.</param>
/// <param name="ε">In the gradient's unit.</param>
/// <param name="λ">Weight decay, from 0, inside the scaling; <see cref="AdamW"/> has it outside.</param>
public sealed class Adam(double β1 = 0.9, double β2 = 0.999, double ε = 1e-8, double λ = 0) : IUpdateRule, IDisposable
{
    private readonly double _β1 = Finite.Share(β1), _β2 = Finite.Share(β2), _ε = Finite.NotNegative(ε),
        _λ = Finite.NotNegative(λ);
    private readonly RuleMemory _memory = new(2);

    /// <inheritdoc/>
    public RuleMemory Memory => _memory;

    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch)
    {
        Finite.Checked(η);
        int t = ++_memory.Steps;
        Tensor m = _memory.Of(parameters, 0), v = _memory.Of(parameters, 1);
        Tensor g = WeightDecay.Added(parameters, _λ);
        m.mul_(_β1).add_(g, 1 - _β1);
        v.mul_(_β2).addcmul_(g, g, 1 - _β2);
        Tensor size = v.sqrt().div_(Math.Sqrt(1 - Math.Pow(_β2, t))).add_(_ε);
        parameters.Values.addcdiv_(m, size, -η / (1 - Math.Pow(_β1, t)));
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
