using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Newton's method: fit a parabola to the loss where we stand, and go to its lowest point.
///
/// <code>
/// L(θ + Δ) ≈ L(θ) + ∇L·Δ + ½ Δ·∇²L Δ          least where  ∇²L Δ = −∇L
/// θ ← θ + ηtΔ                                 t = 1, ½, ¼, … until L falls by at least c·t·|∇L·Δ|  (Armijo)
/// </code>
///
/// Gradient descent knows the slope but not how soon it changes, so one rate must suit the steepest and the flattest
/// direction at once. Newton divides each direction by its own curvature: near the optimum the number of right digits
/// doubles with every step. The price is a d × d system per step. Source: Nocedal and Wright, Numerical Optimization, chapter 3.
/// </summary>
public sealed class DampedNewton(IHessianSource source) : IUpdateRule
{
    private const double SufficientDecrease = 1e-4;
    private const int    MaxHalvings     = 40;

    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch)
    {
        Finite.Positive(η);
        double L = source.Loss(batch);
        Tensor Δ = Direction(parameters, batch);
        double slope = parameters.Gradient.dot(Δ).ToDouble();
        using Tensor θ = parameters.Values.clone();

        double t = η;
        for (int halving = 0; halving < MaxHalvings; halving++, t /= 2)
        {
            parameters.Values.copy_(θ).add_(Δ, t);
            // Rounding makes L jitter by about 1e-16 near the optimum: there, a full step must still be allowed.
            if (source.Loss(batch) <= L + SufficientDecrease * t * slope + 1e-15 * Math.Abs(L))
                return;
        }

        parameters.Values.copy_(θ);
    }

    /// <summary>Δ = −(∇²L)⁻¹∇L, by Cholesky; where the curvature vanishes, the least that makes it solvable is added.</summary>
    private Tensor Direction(ParameterVector parameters, Batch batch)
    {
        Tensor H = source.Hessian(batch);
        if (!H.isfinite().all().ToBoolean())
        {
            throw new UserMistakeException("The curvature of the loss is too large for double precision (1.8e308): a "
                + "column "
                + "is too large to be squared; standardise the columns first, or use other units.");
        }

        double scale = H.diagonal().abs().max().ToDouble();
        for (double ridge = 0; ; ridge = ridge == 0 ? 1e-12 * Math.Max(scale, 1e-300) : ridge * 100)
        {
            H.diagonal().add_(ridge);
            if (!double.IsFinite(ridge))
            {
                throw new UserMistakeException("No Newton step can be computed from the curvature of the loss, "
                    + "whatever is "
                    + "added to it: standardise the columns first.");
            }

            (Tensor R, Tensor info) = torch.linalg.cholesky_ex(H, false);
            if (info.ToInt32() == 0)
                return torch.cholesky_solve(-parameters.Gradient.unsqueeze(1), R).squeeze(1);
        }
    }
}
