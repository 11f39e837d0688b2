using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Adam with the decay outside the scaling: every weight shrinks by the same share, whatever its slopes are.
///
/// <code>
/// θ ← θ − ηλθ
/// θ ← θ − η m̂/(√v̂ + ε)      m̂, v̂ as in Adam, of ∇L alone
/// </code>
///
/// Inside, a penalty would be divided by √v̂ too, and spare just those weights that have steep slopes.
/// Source: Loshchilov and Hutter, 2019, ICLR, algorithm 2.
/// </summary>
/// <param name="β1">Share of the mean that is kept.</param>
/// <param name="β2">Share of the mean square that is kept.</param>
/// <param name="ε">In the gradient's unit.</param>
/// <param name="λ">Weight decay, from 0; a step shrinks θ by the share ηλ.</param>
public sealed class AdamW(double β1 = 0.9, double β2 = 0.999, double ε = 1e-8, double λ = 0.01) : IUpdateRule, IDisposable
{
    private readonly double _λ = Finite.NotNegative(λ);
    private readonly Adam _adam = new(β1, β2, ε);

    /// <inheritdoc/>
    public RuleMemory Memory => _adam.Memory;

    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch)
    {
        parameters.Values.mul_(1 - Finite.Checked(η) * _λ);
        _adam.Update(parameters, η, batch);
    }

    /// <inheritdoc/>
    public void Dispose() => _adam.Dispose();
}
