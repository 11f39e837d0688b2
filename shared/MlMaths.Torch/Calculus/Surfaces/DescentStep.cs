namespace MlMaths.Torch.Calculus;

/// <summary>
/// One step of gradient descent on a function of one number, and what the tangent promised.
///
/// <code>
/// θ₁       = θ₀ − ηL'(θ₀)                       against the slope, the further the steeper
/// promised = L(θ₀) + L'(θ₀)(θ₁ − θ₀)            the tangent's height at θ₁
///          = L(θ₀) − ηL'(θ₀)²                   less than L(θ₀) for every η > 0
/// reached  = L(θ₁)                              the curve's height there: as promised only where it does not bend
/// </code>
/// </summary>
/// <param name="From">θ₀.</param>
/// <param name="LearningRate">η.</param>
/// <param name="Height">L(θ₀).</param>
/// <param name="Slope">L'(θ₀).</param>
/// <param name="To">θ₁.</param>
/// <param name="Promised">The tangent's height at θ₁.</param>
/// <param name="Reached">L(θ₁).</param>
public sealed record DescentStep(double From, double LearningRate, double Height, double Slope, double To, double Promised, double Reached)
{
    /// <summary>A step with the surface's own gradient.</summary>
    /// <exception cref="ArgumentException">The surface has more than one dimension.</exception>
    public static DescentStep On(ISurface surface, double from, double learningRate)
    {
        if (surface.Dimensions != 1)
        {
            throw new ArgumentException(
                $"The surface '{surface.Name}' has {surface.Dimensions} dimensions; a tangent is drawn in one.",
                nameof(surface));
        }

        double height = surface.Value([Finite.Checked(from)]), slope = surface.Gradient([from])[0];
        double to = from - Finite.Checked(learningRate) * slope;
        return new DescentStep(from, learningRate, height, slope, to, height + slope * (to - from), surface.Value([to]));
    }
}
