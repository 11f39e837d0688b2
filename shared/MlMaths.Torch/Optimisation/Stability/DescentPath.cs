using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The places that a descent came by on a surface, one after the other. The suite's trainer walks: an update rule, a
/// gradient source, and an observer that remembers.
///
/// <example>
/// How far momentum gets where plain descent crawls, and whether autograd walks the same way:
/// <code>
/// var bowl = new Quadratic("a long bowl", new double[,] { { 1, 0 }, { 0, 20 } }, 0, 0);
/// double[] start = [-4, 1];
/// double limit = StableLearningRate.Of(bowl.Curvatures[^1])!.Value;                          // 2/λmax = 0.1
///
/// DescentPath plain = DescentPath.On(bowl, start, new GradientDescent(), 0.9 * limit, steps: 100);
/// using var rule = new Momentum(β: 0.5);
/// DescentPath heavy = DescentPath.On(bowl, start, rule, 0.9 * limit, steps: 100);
/// int? slow = plain.StepsUntilWithin(1e-3, of: bowl.Minimum);                        // 88
/// int? fast = heavy.StepsUntilWithin(1e-3, of: bowl.Minimum);                        // 27
///
/// DescentPath same = DescentPath.On(bowl, start, new GradientDescent(), 0.9 * limit, steps: 100, byAutograd: true);
/// double apart = same.LargestDifference(plain);                                      // below 1e-12
///
/// using var source = new SurfaceSource(bowl, start);
/// double λmax = LargestCurvature.Search(source.Hessian, source.Rows.Whole).Value;        // 20, without looking at the matrix
/// </code>
/// </example>
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Points">θ₀, θ₁, … [p] each.</param>
/// <param name="Losses">L at each point.</param>
public sealed record DescentPath(double LearningRate, IReadOnlyList<IReadOnlyList<double>> Points, IReadOnlyList<double> Losses)
{
    /// <summary>Walks; where the loss is no longer a finite number the path ends.</summary>
    /// <param name="surface">What is descended.</param>
    /// <param name="start">θ₀ [p].</param>
    /// <param name="rule">How θ moves; a rule with a memory must be new.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="steps">Updates at most.</param>
    /// <param name="byAutograd">The gradient comes from autograd; else from the surface's own formula.</param>
    public static DescentPath On(
        ISurface surface, IReadOnlyList<double> start, IUpdateRule rule, double learningRate, int steps, bool byAutograd = false)
    {
        using var source = new SurfaceSource(surface, start); // which refuses what is no number
        var visited = new VisitedPointsRecorder();
        var trainer = new Trainer(new TrainingOptions { LearningRate = learningRate, Epochs = steps, Run = surface.Name }, rule, visited);
        trainer.Fit(byAutograd ? source.Autograd : source, source.Rows);
        return new DescentPath(learningRate, visited.Points, [.. visited.Points.Select(surface.Value)]);
    }

    /// <summary>The first step from which on the path stays within a distance of a place; null where its end is not within.</summary>
    public int? StepsUntilWithin(double distance, IReadOnlyList<double> of)
    {
        Finite.NotNegative(distance);
        Finite.Checked(of);
        int last = Points.Count - 1;
        while (last >= 0 && Distance(Points[last], of) <= distance)
            last--;
        return last == Points.Count - 1 ? null : last + 1;
    }

    /// <summary>How often the path came out on the other side of a place, looking along a direction [p].</summary>
    public int ChangesOfSide(IReadOnlyList<double> of, IReadOnlyList<double> along)
    {
        Finite.Checked(of);
        Finite.Checked(along);
        int[] sides = [.. Points.Select(θ => SideOf(along.Select((part, j) => part * (θ[j] - of[j])).Sum()))
            .Where(side => side != 0)];
        return sides.Zip(sides.Skip(1)).Count(pair => pair.First != pair.Second);
    }

    /// <summary>The largest difference of a coordinate at any step; infinite where the paths are not equally long.</summary>
    public double LargestDifference(DescentPath other) => LargestDifference(other.Points);

    /// <summary>
    /// The largest difference of a coordinate at any step to places worked out in another way; NaN where a place holds
    /// NaN, and infinite where it holds an infinite number, as after a divergence.
    /// </summary>
    public double LargestDifference(IReadOnlyList<IReadOnlyList<double>> places) => places.Count != Points.Count
        ? double.PositiveInfinity
        : Points.Zip(places, (here, there) => here.Zip(there, (a, b) => Math.Abs(a - b)).Max()).Max();

    // Of a place that is no number, after a divergence, no side: Math.Sign would throw.
    private static int SideOf(double along) => along > 0 ? 1 : along < 0 ? -1 : 0;

    private static double Distance(IReadOnlyList<double> θ, IReadOnlyList<double> place) =>
        Math.Sqrt(θ.Zip(place, (a, b) => (a - b) * (a - b)).Sum());
}
