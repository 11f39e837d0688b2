using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// L-BFGS that begins from a curvature which is nearly right, such as that of a few of the rows: a step costs one gradient.
///
/// <code>
/// s = θₖ₊₁ − θₖ,  g = ∇Lₖ₊₁ − ∇Lₖ            what the last steps said of the curvature:  ∇²L s ≈ g
/// q ← ∇L;  newest first:  α = s·q / s·g,  q ← q − αg
/// q ← H₀⁻¹q                                   H₀: the curvature to begin from, by its Cholesky factor
/// oldest first:  q ← q + (α − g·q / s·g) s
/// θ ← θ − ηt q                                t = 1, ½, ¼, … until L falls by at least c·t·|∇L·q|  (Armijo)
/// </code>
///
/// Source: Nocedal and Wright, Numerical Optimization, algorithm 7.4.
/// </summary>
/// <param name="source">Of the gradients; where it remembers its last answer, a step that is taken at once costs one.</param>
/// <param name="factor">R [p, p] of H₀ = RRᵀ.</param>
internal sealed class PreconditionedLbfgs(IGradientSource source, Tensor factor) : IUpdateRule
{
    private const double SufficientDecrease = 1e-4;
    private const int    MaxHalvings = 40, Remembered = 12;

    private readonly List<(double[] s, double[] g, double sg)> _steps = [];
    private double[] _θ = [], _gradient = [];

    /// <inheritdoc/>
    public void Update(ParameterVector parameters, double η, Batch batch)
    {
        double L = source.Loss(batch);
        double[] θ = parameters.ToArray(), gradient = parameters.GradientToArray();
        Remember(θ, gradient);
        double[] q = Direction(gradient);
        double slope = -Dot(gradient, q);

        double t = η;
        for (int halving = 0; halving < MaxHalvings; halving++, t /= 2)
        {
            parameters.Set([.. θ.Zip(q, (from, along) => from - t * along)]);
            // As in Newton's method: near the optimum rounding must not forbid a full step.
            if (source.Loss(batch) <= L + SufficientDecrease * t * slope + 1e-15 * Math.Abs(L)) return;
        }

        parameters.Set(θ);
    }

    private void Remember(double[] θ, double[] gradient)
    {
        if (_θ.Length > 0)
        {
            double[] s = Minus(θ, _θ), g = Minus(gradient, _gradient);
            double sg = Dot(s, g);
            if (sg > 0) _steps.Add((s, g, sg));
            if (_steps.Count > Remembered) _steps.RemoveAt(0);
        }

        (_θ, _gradient) = (θ, gradient);
    }

    private double[] Direction(double[] gradient)
    {
        double[] q = [.. gradient], α = new double[_steps.Count];
        for (int k = _steps.Count - 1; k >= 0; k--)
            Add(q, -(α[k] = Dot(_steps[k].s, q) / _steps[k].sg), _steps[k].g);
        q = Solved(q);
        for (int k = 0; k < _steps.Count; k++)
            Add(q, α[k] - Dot(_steps[k].g, q) / _steps[k].sg, _steps[k].s);
        return q;
    }

    private double[] Solved(double[] q)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return TensorNumbers.Of(torch.cholesky_solve(TensorCopy.Of<double>(q).unsqueeze(1), factor).squeeze(1));
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void Add(double[] to, double factor, double[] along)
    {
        for (int i = 0; i < to.Length; i++) to[i] += factor * along[i];
    }

    private static double[] Minus(double[] a, double[] b) => [.. a.Zip(b, (one, other) => one - other)];
}
