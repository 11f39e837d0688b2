namespace MlMaths.Torch.Calculus;

/// <summary>
/// Two valleys with a saddle between them: the slope is zero at three places, and only two of them are worth finding.
///
/// <code>
/// L(x, y)  = ¼ (x² − 1)² + ½ c y²
/// ∂L/∂x    = x³ − x                            zero at x = −1, 0, 1
/// ∂L/∂y    = c y                               zero at y = 0
/// ∇²L      = [3x² − 1, 0; 0, c]                at (±1, 0): 2 and c, a valley; at (0, 0): −1 and c, a saddle
/// </code>
///
/// On the ridge x = 0 the slope points along the ridge: whoever starts there descends to the saddle and stays.
/// </summary>
/// <param name="c">The curvature across the valleys, above 0.</param>
public sealed class TwoValleys(double c = 4) : ISurface
{
    private readonly double _c = Finite.Checked(c);

    /// <inheritdoc/>
    public string Name => "two valleys";

    /// <inheritdoc/>
    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        L(x, y) &= \tfrac14 (x^2 - 1)^2 + \tfrac12\, c\, y^2 \\
        \frac{\partial L}{\partial x} &= x^3 - x \\
        \frac{\partial L}{\partial y} &= c\, y
        \end{aligned}
        """);

    /// <inheritdoc/>
    public string Constants => FormattableString.Invariant($"c = {_c:0.####}");

    /// <inheritdoc/>
    public int Dimensions => 2;

    /// <summary>(1, 0); the other valley lies at (−1, 0).</summary>
    public IReadOnlyList<double> Minimum { get; } = [1, 0];

    /// <inheritdoc/>
    public double Value(IReadOnlyList<double> θ)
    {
        (double x, double y) = (θ[0], θ[1]);
        return (x * x - 1) * (x * x - 1) / 4 + _c / 2 * y * y;
    }

    /// <inheritdoc/>
    public double[] Gradient(IReadOnlyList<double> θ)
    {
        (double x, double y) = (θ[0], θ[1]);
        return [x * x * x - x, _c * y];
    }

    /// <inheritdoc/>
    public Tensor Loss(Tensor θ)
    {
        (Tensor x, Tensor y) = (θ[0], θ[1]);
        return (x.square() - 1).square() / 4 + _c / 2 * y.square();
    }
}
