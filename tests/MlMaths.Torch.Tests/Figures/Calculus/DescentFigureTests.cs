using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>What the pictures of descent say to who cannot see them, and that their words stand clear of each other.</summary>
public sealed class DescentFigureTests
{
    private static readonly Quadratic Parabola = new("a parabola", new double[,] { { 2 } }, 0);
    private static readonly Quadratic Bowl = new("a bowl", new double[,] { { 1, 0 }, { 0, 4 } }, 0, 0);

    [Fact]
    public void A_step_says_slope_place_promise_and_what_came_of_it()
    {
        Figure figure = DescentStepFigure.Draw("step", Parabola, DescentStep.On(Parabola, from: 2, learningRate: 0.3));
        Assert.Equal(
            "One step on a parabola: at θ = 2 the height is 4 and the slope 4; "
            + "with η = 0.3 the step leads to θ = 0.8, where the tangent predicts −0.8 and the curve is at 0.64.",
            figure.AltText);
        Fits(figure);
    }

    [Theory]
    [InlineData(2, 1.1)] // past the minimum, and higher than before
    [InlineData(-1, 0.3)]
    [InlineData(1, 0.01)]
    public void Any_step_can_be_drawn(double from, double learningRate) =>
        Assert.NotEmpty(Fits(DescentStepFigure.Draw("step", Parabola, DescentStep.On(Parabola, from, learningRate))));

    [Fact]
    public void Only_a_curve_has_a_tangent() => Assert.Throws<ArgumentException>(() => DescentStep.On(Bowl, 1, 0.1));

    [Fact]
    public void Four_rates_on_a_curve_say_how_each_ended()
    {
        Figure figure = LearningRateRegimesFigure.Draw("rates", Parabola, LearningRateRegime.Of(Parabola, [2], 40));
        Assert.Contains(
            "too small, η = 0.05 or 0.05 of the limit, 0.0296 away after 40 steps, never changed sides", figure.AltText,
            StringComparison.Ordinal);
        Assert.Contains(
            "good, η = 0.45 or 0.45 of the limit, within 0.001 after 4 steps, never changed sides", figure.AltText,
            StringComparison.Ordinal);
        Assert.Contains(
            "too large, η = 0.9 or 0.9 of the limit, within 0.001 after 35 steps, changed sides 40 times",
            figure.AltText, StringComparison.Ordinal);
        Assert.Contains(
            "above 2/λmax, η = 1.05 or 1.05 of the limit, 90.5 away after 40 steps, changed sides 40 times",
            figure.AltText, StringComparison.Ordinal);
        Fits(figure);
    }

    [Fact]
    public void Four_rates_on_a_map_and_rules_on_a_map_fit()
    {
        Fits(LearningRateRegimesFigure.Draw("rates", Bowl, LearningRateRegime.Of(Bowl, [-3, 1], 40)));
        DescentPath path = DescentPath.On(Bowl, [-3, 1], new GradientDescent(), 0.2, 60),
            away = DescentPath.On(Bowl, [-3, 1], new GradientDescent(), 1e80, 30);
        RuleWalk arrived = RuleWalk.Of("plain, η = 0.2", path, ("the minimum", new double[2]));
        Figure figure = DescentRulesFigure.Draw("rules", Bowl, [arrived, arrived with { StepsUntilNear = null, LastDistance = 3 }]);
        Assert.Equal(
            $"Paths on a bowl: plain, η = 0.2, {RateWords(arrived)}; plain, η = 0.2, 3 from the minimum after 60 steps.", figure.AltText);
        Fits(figure);
        Fits(DescentRulesFigure.Draw("rules", Bowl, [RuleWalk.Of("too far", away, ("the minimum", new double[2]))]));
    }

    [Fact]
    public void Predictions_say_how_many_came_near()
    {
        StabilityTrial Trial(double predicted, double observed) => new(
            "bowl", 2, new LargestCurvature(2 / predicted, 0, 5, Converged: true, Lift: 0, [1, 0]), predicted,
            new ObservedStableLearningRate(observed, observed, 9));
        var net = new PerceptronStability(Trial(1, 3), 0.9, Trial(1, 1.25), 1e-7, 50);
        StabilityTrial missing = Trial(1, 1) with { Predicted = null };
        Figure figure = StableLearningRateFigure.Draw("stable", new StabilitySurvey([Trial(0.1, 0.1), Trial(2, 1)], [missing], [net]));
        Assert.Equal(
            "Largest stable rate, tried against predicted: bowls, 2 of 2 within a factor of 2, the worst off by a factor of 2.00; "
            + "bowls, with momentum, 0 of 1 within a factor of 2; "
            + "nets near a minimum, 1 of 1 within a factor of 2, the worst off by a factor of 1.25; "
            + "nets at their initial weights, 0 of 1 within a factor of 2, the worst off by a factor of 3.00.",
            figure.AltText);
        Fits(figure);
        Fits(StableLearningRateFigure.Draw("none", new StabilitySurvey([], [missing], [])));
    }

    [Fact]
    public void A_line_that_leaves_a_panel_is_cut_at_its_edge()
    {
        string svg = FigureFiles.Svg(LearningRateRegimesFigure.Draw("rates", Parabola, LearningRateRegime.Of(Parabola, [2], 40)));
        // The diverging path comes 90 units away: uncut, it would reach thousands of pixels.
        Assert.DoesNotMatch(@"[ L,M\-]\d{4,}(\.\d+)?[ ,""L]",
            string.Concat(svg.Split('\n').Where(line => line.Contains("<path", StringComparison.Ordinal))));
    }

    private static string RateWords(RuleWalk walk) => $"within 0.001 of the minimum after {walk.StepsUntilNear} steps";

    private static string Fits(Figure figure)
    {
        string svg = FigureFiles.Svg(figure);
        Assert.InRange(figure.Width, 1, 500);
        Assert.InRange(svg.Length, 1, 100_000);
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.DoesNotContain('□', svg);
        return svg;
    }
}
