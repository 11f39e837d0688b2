using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Plain descent on a bowl with a rate that is typical of what can happen, and what was measured on the way.
///
/// <code>
/// along uᵢ, a step multiplies the distance by 1 − ηλᵢ
/// too small    all factors just below 1              crawls
/// good         the largest |1 − ηλᵢ| is far below 1   least at η = 2/(λmin + λmax), where both ends shrink alike
/// too large    1 − ηλmax between −1 and 0             overshoots at every step, and yet arrives
/// past 2/λmax  1 − ηλmax below −1                     overshoots by more at every step
/// </code>
/// </summary>
/// <param name="Name">Which of the four.</param>
/// <param name="ShareOfLimit">η over 2/λmax.</param>
/// <param name="Path">The places it came by.</param>
/// <param name="StepsUntilNear">Step from which on it stays within <see cref="Near"/> of the minimum; null where its end
/// is not within.</param>
/// <param name="ChangesOfSide">How often it came out on the other side of the minimum, along the sharpest direction.</param>
/// <param name="FirstDistance">Distance from the minimum at its start.</param>
/// <param name="LastDistance">Distance from the minimum at its end.</param>
/// <param name="ClosedFormDifference">The largest difference of a coordinate from θ* + (I − ηA)ᵏ(θ₀ − θ*).</param>
/// <param name="AutogradDifference">The same between the gradient by hand and by autograd.</param>
public sealed record LearningRateRegime(
    string Name, double ShareOfLimit, DescentPath Path, int? StepsUntilNear, int ChangesOfSide, double FirstDistance, double LastDistance,
    double ClosedFormDifference, double AutogradDifference)
{
    /// <summary>The distance from the minimum that counts as arrived.</summary>
    public const double Near = 1e-3;

    private const double TooSmall = 0.05, ShareOfFastest = 0.9, TooLarge = 0.9, Past = 1.05;

    /// <summary>All four, from the smallest rate to the largest.</summary>
    /// <param name="bowl">With upward curvatures only.</param>
    /// <param name="start">θ₀ [p].</param>
    /// <param name="steps">Steps of each path.</param>
    public static IReadOnlyList<LearningRateRegime> Of(Quadratic bowl, IReadOnlyList<double> start, int steps)
    {
        Finite.Checked(start);
        if (bowl.Curvatures[0] <= 0)
        {
            throw new ArgumentException(
                $"'{bowl.Name}' has a curvature of {bowl.Curvatures[0]}, and no learning rate "
                + $"converges on it.", nameof(bowl));
        }

        double limit = StableLearningRate.Of(bowl.Curvatures[^1])!.Value,
            fastest = FastestLearningRate.Plain(bowl.Curvatures[0], bowl.Curvatures[^1]);
        return
        [
            Measure("too small", TooSmall * limit), Measure("good", ShareOfFastest * fastest),
            Measure("too large", TooLarge * limit), Measure("above 2/λmax", Past * limit),
        ];

        LearningRateRegime Measure(string name, double rate)
        {
            DescentPath path = DescentPath.On(bowl, start, new GradientDescent(), rate, steps, byAutograd: true);
            DescentPath byHand = DescentPath.On(bowl, start, new GradientDescent(), rate, steps);
            double[][] closed = [.. Enumerable.Range(0, steps + 1).Select(k => bowl.AfterSteps(start, rate, k))];
            return new LearningRateRegime(
                name, rate / limit, path, path.StepsUntilWithin(Near, bowl.Minimum),
                path.ChangesOfSide(bowl.Minimum, bowl.SharpestDirection),
                Distance(path.Points[0]), Distance(path.Points[^1]),
                Math.Max(path.LargestDifference(closed), byHand.LargestDifference(closed)), path.LargestDifference(byHand));
        }

        double Distance(IReadOnlyList<double> θ) => Math.Sqrt(θ.Zip(bowl.Minimum, (a, b) => (a - b) * (a - b)).Sum());
    }
}
