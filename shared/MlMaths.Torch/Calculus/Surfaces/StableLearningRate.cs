namespace MlMaths.Torch.Calculus;

/// <summary>
/// The learning rate at which descent stops converging, from the largest curvature alone.
///
/// <code>
/// along uᵢ       xₖ₊₁ = (1 − ηλᵢ)xₖ              x the distance to the minimum, λᵢ the curvature there
/// shrinks        |1 − ηλᵢ| &lt; 1                   so 0 &lt; η &lt; 2/λᵢ
/// in all         η &lt; 2/λmax                      past it the sharpest direction grows, whatever the others do
///
/// with momentum  xₖ₊₁ = (1 + β − ηλᵢ)xₖ − βxₖ₋₁    v ← βv + g, θ ← θ − ηv, with v eliminated
/// tried: xₖ = zᵏ  z² − (1 + β − ηλᵢ)z + β = 0      both |z| &lt; 1 if and only if |1 + β − ηλᵢ| &lt; 1 + β  (and β &lt; 1)
/// in all         η &lt; 2(1 + β)/λmax               almost twice as far at β = 0.9
/// </code>
///
/// On a quadratic this is exact. Elsewhere it holds near a minimum, with the curvature found there.
/// Source: Polyak, 1964, USSR Computational Mathematics and Mathematical Physics 4:1; Goh, Why Momentum Really Works (Distill, 2017).
/// </summary>
public static class StableLearningRate
{
    /// <summary>2(1 + β)/λmax; null where nothing curves upwards, and no rate is too large for the curvature's sake.</summary>
    /// <param name="λmax">The largest eigenvalue of ∇²L.</param>
    /// <param name="β">Share of the velocity that is kept, from 0 to below 1; 0 is plain descent.</param>
    public static double? Of(double λmax, double β = 0)
    {
        Finite.NotNegative(β);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(β, 1);
        return Finite.Checked(λmax) > 0 ? 2 * (1 + β) / λmax : null;
    }

    /// <summary>
    /// How many times its start the loss of a stable run may grow on the way: a heavy ball overshoots before it settles.
    ///
    /// <code>
    /// at the bound   z = −1 and z = −β              xₖ = a(−1)ᵏ + b(−β)ᵏ with x₀ = 1, x₁ = 1 − 2(1 + β)
    /// so             a = (1 + β)/(1 − β)            the distance comes near a, the loss near a²; 1 without momentum
    /// </code>
    /// </summary>
    public static double LargestGrowth(double β) => Math.Pow((1 + Finite.Share(β)) / (1 - β), 2);
}
