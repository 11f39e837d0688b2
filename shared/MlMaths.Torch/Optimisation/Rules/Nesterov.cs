using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Momentum that looks ahead: the ball first rolls on by its velocity, and takes the slope from there.
///
/// <code>
/// v ← βv + g                g = ∇L + λθ
/// θ ← θ − η(g + βv)         what θ ← θ − ηv becomes when θ stands for the point that is rolled on
/// </code>
///
/// Source: Nesterov, 1983, Soviet Mathematics Doklady 27; in this form Sutskever et al., 2013, ICML.
/// </summary>
/// <param name="β">Share of the velocity that is kept, from 0 to below 1.</param>
/// <param name="λ">Weight decay, from 0.</param>
public sealed class Nesterov(double β = 0.9, double λ = 0) : IUpdateRule, IDisposable
{
    private readonly double _β = Finite.Share(β), _λ = Finite.NotNegative(λ);
    private readonly RuleMemory _memory = new(1);

    /// <inheritdoc/>
    public RuleMemory Memory => _memory;

    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch)
    {
        Finite.Checked(η);
        Tensor v = _memory.Of(parameters, 0);
        Tensor g = WeightDecay.Added(parameters, _λ);
        v.mul_(_β).add_(g);
        parameters.Values.add_(g, -η).add_(v, -η * _β);
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
