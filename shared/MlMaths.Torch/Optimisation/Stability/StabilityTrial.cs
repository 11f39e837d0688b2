using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>The largest stable rate of one loss, twice: predicted from its curvature, and observed by trying rates.</summary>
/// <param name="Name">Which loss.</param>
/// <param name="Parameters">p.</param>
/// <param name="Curvature">λmax where it was looked at.</param>
/// <param name="Predicted">2(1 + β)/λmax; null where nothing curves up, or the iteration did not converge.</param>
/// <param name="Observed">By bisection over descents.</param>
public sealed record StabilityTrial(
    string Name, int Parameters, LargestCurvature Curvature, double? Predicted, ObservedStableLearningRate Observed)
{
    /// <summary>Observed over predicted; null where one of them is missing.</summary>
    public double? Ratio => Observed.Value / Predicted;

    /// <summary>Whether they differ by at most a factor of 2; a trial where one is missing is not.</summary>
    public bool IsWithinOctave => Ratio is >= 0.5 and <= 2;

    /// <summary>
    /// Looks at the curvature where θ is, moves θ by the kick, and tries rates from there. θ stays at the kicked place.
    /// </summary>
    /// <param name="name">Which loss.</param>
    /// <param name="source">The loss and its gradient.</param>
    /// <param name="hessian">Hv of the same loss.</param>
    /// <param name="rows">All rows in one batch.</param>
    /// <param name="steps">Steps of each descent.</param>
    /// <param name="kick">What is added to θ [p]: at a minimum itself nothing moves, whatever the rate.</param>
    /// <param name="β">Share of the velocity that is kept; 0 is plain descent.</param>
    /// <param name="cancellation">Ends the trial before the next step.</param>
    public static StabilityTrial Search(
        string name, IGradientSource source, HessianVectorProduct hessian, Batches rows, int steps, double[] kick,
        double β = 0, CancellationToken cancellation = default)
    {
        Finite.Check(kick);
        Finite.Share(β);
        LargestCurvature curvature = LargestCurvature.Search(hessian, rows.Whole);
        source.Parameters.Set([.. source.Parameters.ToArray().Zip(kick, (place, move) => place + move)]);
        return new StabilityTrial(
            name, source.Parameters.Count, curvature, curvature.Converged ? StableLearningRate.Of(curvature.Value, β) : null,
            ObservedStableLearningRate.Find(source, rows, steps, β, cancellation: cancellation));
    }

    /// <summary>A bowl that the seed draws, descended by autograd from a normal distance in every coordinate.</summary>
    public static StabilityTrial OfQuadratic(int seed, int steps = 300, double β = 0, CancellationToken cancellation = default)
    {
        Finite.Share(β);
        Quadratic bowl = DrawnQuadratic.Draw(seed);
        using var source = new SurfaceSource(bowl, bowl.Minimum);
        return Search(bowl.Name, source.Autograd, source.Hessian, source.Rows, steps, Kick(bowl.Dimensions, seed, 1), β, cancellation);
    }

    /// <summary>Numbers from N(0, size²) [p].</summary>
    internal static double[] Kick(int p, int seed, double size)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var chance = new torch.Generator((ulong)Seeds.Of(seed, DrawnFor.Start), torch.CPU);
        return (size * torch.randn(p, torch.ScalarType.Float64, generator: chance)).data<double>().ToArray();
    }
}
