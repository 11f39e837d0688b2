using MlMaths.Torch.Calculus;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>Gradient descent on surfaces that can be drawn: a step, four rates, and other rules.</summary>
/// <param name="Parabola">A function of one number.</param>
/// <param name="Step">One step on it.</param>
/// <param name="OnParabola">Four rates on it.</param>
/// <param name="Bowl">A function of two numbers.</param>
/// <param name="OnBowl">Four rates on it.</param>
/// <param name="LongBowl">A bowl that is longer, where plain descent is slow.</param>
/// <param name="OnLongBowl">Rules on it, plain descent first.</param>
/// <param name="Valleys">A surface with a saddle.</param>
/// <param name="OnValleys">Plain descent from the ridge itself, then rules from beside it.</param>
internal sealed record DescentFindings(
    Quadratic Parabola, DescentStep Step, IReadOnlyList<LearningRateRegime> OnParabola, Quadratic Bowl,
    IReadOnlyList<LearningRateRegime> OnBowl,
    Quadratic LongBowl, IReadOnlyList<RuleWalk> OnLongBowl, TwoValleys Valleys, IReadOnlyList<RuleWalk> OnValleys)
{
    private const int Steps = 40, RuleSteps = 200, QuickRuleSteps = 60;
    private const double AdamRate = 0.2, ValleyRate = 0.1, ValleyShareKept = 0.9, Aside = 0.01;

    /// <summary>The worst distance of any path from the closed form, over both surfaces, all rates and all steps.</summary>
    public double PathDifference => OnParabola.Concat(OnBowl).Max(regime => regime.ClosedFormDifference);

    /// <summary>The worst distance between the paths by hand and by autograd.</summary>
    public double AutogradDifference => OnParabola.Concat(OnBowl).Max(regime => regime.AutogradDifference);

    /// <summary>Whether every path below the limit ended nearer to the minimum than it began, and every one past it further.</summary>
    public bool LimitDecides =>
        OnParabola.Concat(OnBowl).All(regime => regime.ShareOfLimit < 1 == regime.LastDistance < regime.FirstDistance);

    public static DescentFindings Of(bool quick)
    {
        var parabola = new Quadratic("a parabola", new double[,] { { 2 } }, 0);
        Quadratic bowl = Rotated("a bowl", 1, 4), longBowl = Rotated("a long bowl", 1, 12);
        var valleys = new TwoValleys();
        int steps = quick ? QuickRuleSteps : RuleSteps;
        return new DescentFindings(
            parabola, DescentStep.On(parabola, from: 2, learningRate: 0.3), LearningRateRegime.Of(parabola, [2], Steps),
            bowl, LearningRateRegime.Of(bowl, [-3, -0.4], Steps),
            longBowl, [.. OnBowlOf(longBowl, [-3, -0.4], steps)], valleys, [.. OnValleysOf(valleys, steps)]);
    }

    private static IEnumerable<RuleWalk> OnBowlOf(Quadratic bowl, double[] start, int steps)
    {
        double λmin = bowl.Curvatures[0], λmax = bowl.Curvatures[^1];
        double plain = FastestLearningRate.Plain(λmin, λmax);
        (double η, double β) = FastestLearningRate.Momentum(λmin, λmax);
        using var heavy = new Momentum(β);
        using var nesterov = new Nesterov(Math.Sqrt(β));
        using var adam = new Adam();
        yield return Walk("plain descent", new GradientDescent(), plain);
        yield return Walk($"momentum, β = {β:0.##}", heavy, η);
        // Its own choice for a bowl: η = 1/λmax and β = (√κ − 1)/(√κ + 1), the root of momentum's (Nesterov, 2004, section 2.2).
        yield return Walk($"Nesterov, β = {Math.Sqrt(β):0.##}", nesterov, 1 / λmax);
        yield return Walk("Adam", adam, AdamRate);

        RuleWalk Walk(string name, IUpdateRule rule, double learningRate) =>
            RuleWalk.Of($"{name}, η = {learningRate:0.###}", DescentPath.On(bowl, start, rule, learningRate, steps, byAutograd: true),
                ("the minimum", bowl.Minimum));
    }

    private static IEnumerable<RuleWalk> OnValleysOf(TwoValleys valleys, int steps)
    {
        using var heavy = new Momentum(ValleyShareKept);
        using var adam = new Adam();
        yield return Walk("plain on the ridge", 0, new GradientDescent());
        yield return Walk("plain beside it", Aside, new GradientDescent());
        yield return Walk($"momentum, β = {ValleyShareKept}", Aside, heavy);
        yield return Walk("Adam", Aside, adam);

        RuleWalk Walk(string name, double x, IUpdateRule rule) => RuleWalk.Of(
            $"{name}, η = {ValleyRate}", DescentPath.On(valleys, [x, 0.8], rule, ValleyRate, steps, byAutograd: true),
            ("a minimum", valleys.Minimum), ("a minimum", new[] { -1.0, 0 }), ("the saddle", new double[2]));
    }

    /// <summary>Curvatures along and across a line that is turned by 30 degrees.</summary>
    private static Quadratic Rotated(string name, double along, double across)
    {
        (double sin, double cos) = (0.5, Math.Sqrt(0.75));
        double both = (along - across) * sin * cos;
        return new Quadratic(
            name, new double[,]
            {
                { along * cos * cos + across * sin * sin, both },
                { both, along * sin * sin + across * cos * cos },
            },
            0, 0);
    }
}
