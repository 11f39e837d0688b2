namespace MlMaths.Torch.Optimisation;

/// <summary>
/// A moving mean that forgets:
///
/// <code>
/// aᵢ = βaᵢ₋₁ + (1−β)Lᵢ,  a₋₁ = 0
/// sᵢ = aᵢ/(1 − βⁱ⁺¹)              the weights of L₀ … Lᵢ sum to 1 − βⁱ⁺¹: divided by it, the start at 0 leaves no trace
/// </code>
/// </summary>
/// <param name="β">Share that is kept, from 0 to below 1.</param>
internal sealed class SmoothedLoss(double β)
{
    private double _a, _forgotten = 1;

    public double Add(double L)
    {
        _a = β * _a + (1 - β) * L;
        _forgotten *= β;
        return _a / (1 - _forgotten);
    }
}
