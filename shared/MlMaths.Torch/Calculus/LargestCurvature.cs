using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The largest eigenvalue λmax of the Hessian H = ∇²L, from nothing but products Hv.
///
/// <code>
/// v ← Hv/‖Hv‖                    each round multiplies the part of v along uᵢ by λᵢ: the largest |λᵢ| wins
/// ρ = vᵀHv                       the eigenvalue that v belongs to, if it belongs to one
/// r = ‖Hv − ρv‖                  some eigenvalue lies within r of ρ: stop when r ≤ tolerance · |ρ|
/// </code>
///
/// The winner is the largest in size, and may be negative: away from a minimum a net has directions that curve down. Then,
/// or where two of opposite sign share the lead and v never settles, all are lifted by s, the largest size seen:
/// <code>
/// (H + sI)u = (λ + s)u           with s ≥ −λmin every λ + s is from 0 up, and the largest of them is λmax + s
/// </code>
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., chapter 8; Pearlmutter, 1994, for Hv.
/// </summary>
/// <param name="Value">λmax, as the largest that was found; below 0 where every direction curves down.</param>
/// <param name="Residual">r: some eigenvalue lies within it of <paramref name="Value"/>.</param>
/// <param name="Products">How many products Hv it took.</param>
/// <param name="Converged">False where the products allowed were used up first: then <paramref name="Value"/> is a
/// lower bound of λmax.</param>
/// <param name="Lift">s, 0 where it was not needed.</param>
/// <param name="Direction">v [p], of length 1.</param>
public sealed record LargestCurvature(
    double Value, double Residual, int Products, bool Converged, double Lift, IReadOnlyList<double> Direction)
{
    /// <summary>Iterates from a direction that the seed draws; θ stays where it is.</summary>
    /// <param name="H">Hv at θ.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="seed">Seed of the first direction.</param>
    /// <param name="tolerance">
    /// r/|ρ| at which to stop, of the matrix that is iterated with. ρ itself is mostly much nearer: its error is about r² over the
    /// gap to the next eigenvalue. Where two eigenvalues are almost the same, a small r takes very long, and ρ is good already.
    /// </param>
    /// <param name="most">Products allowed, before the lift and again after it.</param>
    public static LargestCurvature Search(HessianVectorProduct H, Batch batch, int seed = 0, double tolerance = 1e-4, int most = 5000)
    {
        Finite.Positive(tolerance);
        LargestCurvature size = Iterate(lift: 0);
        if (size is { Converged: true, Value: >= 0 })
            return size;
        LargestCurvature lifted = Iterate(lift: Math.Abs(size.Value) + size.Residual);
        return lifted with { Products = size.Products + lifted.Products };

        LargestCurvature Iterate(double lift)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using var chance = new torch.Generator((ulong)Seeds.Of(seed, DrawnFor.Start), torch.CPU);
            Tensor θ = H.Parameters.Values;
            Tensor v = torch.randn(H.Parameters.Count, torch.ScalarType.Float64, generator: chance).to(θ.dtype, θ.device);
            v.div_(v.norm());
            for (int k = 1; ; k++)
            {
                using DisposeScope step = torch.NewDisposeScope();
                Tensor Hv = H.Times(batch, v) + lift * v;
                double ρ = v.dot(Hv).ToDouble(), r = (Hv - ρ * v).norm().ToDouble(), length = Hv.norm().ToDouble();
                bool converged = r <= tolerance * Math.Abs(ρ);
                if (converged || k >= most || !double.IsFinite(length))
                    return new(ρ - lift, r, k, converged, lift, v.to(torch.ScalarType.Float64).cpu().data<double>().ToArray());
                v.copy_(Hv / length);
            }
        }
    }
}
