namespace MlMaths.Torch.Calculus;

/// <summary>What the numbers of θ can carry, and which differences that lets one expect.</summary>
/// <param name="Epsilon">ε: the distance of 1 to the next number.</param>
internal sealed record Precision(double Epsilon)
{
    public static Precision Of(torch.ScalarType type) =>
        new(type == torch.ScalarType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1f) - 1f);

    /// <summary>
    /// The error of a central difference is h²/6 · L''' + ε|L|/h, least near h = ε^⅓: 6·10⁻⁶ in float64, 5·10⁻³ in float32.
    /// Source: Press et al., Numerical Recipes, 3rd ed., section 5.7.
    /// </summary>
    public double DefaultStep => Math.Cbrt(Epsilon);

    /// <summary>
    /// Relative; what the usual step leaves, ε^⅔ ≈ 4·10⁻¹¹, with room for a third derivative of ten thousand. In float32 that is
    /// 2·10⁻⁵, and there is only room for one of a hundred.
    /// </summary>
    public double DifferenceTolerance => (Epsilon < 1e-10 ? 1e4 : 1e2) * DefaultStep * DefaultStep;

    /// <summary>Relative; two ways to compute the same number differ by a few hundred roundings at most.</summary>
    public double DerivativeTolerance => 1e4 * Epsilon;
}
