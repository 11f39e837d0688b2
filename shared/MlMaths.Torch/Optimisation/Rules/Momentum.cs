using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// A heavy ball: it keeps a share β of its velocity, so that slopes which agree add up and slopes which alternate cancel.
///
/// <code>
/// v ← βv + g                g = ∇L + λθ
/// θ ← θ − ηv                on a steady slope v grows to g/(1 − β): ten times the step at β = 0.9
/// </code>
///
/// Source: Polyak, 1964, USSR Computational Mathematics and Mathematical Physics 4:1, in the form of Sutskever et al.,
/// 2013, with η outside v.
/// </summary>
/// <param name="β">Share of the velocity that is kept, from 0 to below 1.</param>
/// <param name="λ">Weight decay, from 0.</param>
public sealed class Momentum(double β = 0.9, double λ = 0) : IUpdateRule, IDisposable
{
    private readonly double _λ = Finite.NotNegative(λ);
    private readonly RuleMemory _memory = new(1);

    /// <summary>β; a schedule may change it.</summary>
    public double β
    {
        get;
        set => field = Finite.Share(value);
    } = Finite.Share(β);

    /// <inheritdoc/>
    public RuleMemory Memory => _memory;

    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch)
    {
        Finite.Checked(η);
        Tensor v = _memory.Of(parameters, 0);
        v.mul_(β).add_(WeightDecay.Added(parameters, _λ));
        parameters.Values.add_(v, -η);
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
