using MlMaths.Torch.Calculus;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class LearningRateRegimeTests
{
    [Fact]
    public void Three_of_the_four_rates_converge_and_the_one_past_the_limit_does_not()
    {
        var bowl = new Quadratic("bowl", new double[,] { { 2.5, 1.5 }, { 1.5, 2.5 } }, 1, -1); // curvatures 1 and 4
        IReadOnlyList<LearningRateRegime> regimes = LearningRateRegime.Of(bowl, [-2, 0], steps: 40);

        Assert.Equal(["too small", "good", "too large", "above 2/λmax"], regimes.Select(regime => regime.Name));
        Assert.Equal([0.05, 0.72, 0.9, 1.05], regimes.Select(regime => Math.Round(regime.ShareOfLimit, 12)));
        Assert.All(regimes.SkipLast(1), regime => Assert.True(regime.LastDistance < regime.FirstDistance));
        Assert.True(regimes[^1].LastDistance > 10 * regimes[^1].FirstDistance);
        Assert.Null(regimes[0].StepsUntilNear);
        Assert.Equal(0, regimes[0].ChangesOfSide);
        Assert.True(regimes[1].StepsUntilNear < regimes[2].StepsUntilNear);
        Assert.Equal(40, regimes[2].ChangesOfSide);
        Assert.All(regimes, regime => Assert.InRange(Math.Max(regime.ClosedFormDifference, regime.AutogradDifference), 0, 1e-12));
    }

    [Fact]
    public void On_a_saddle_no_rate_converges_and_none_is_tried() =>
        Assert.Throws<ArgumentException>(() => LearningRateRegime.Of(
            new Quadratic("saddle", new double[,] { { 1, 0 }, { 0, -1 } }, 0, 0), [1, 1], steps: 2));

    [Fact]
    public void A_walk_belongs_to_the_place_that_its_end_is_nearest_to()
    {
        var path = new DescentPath(0.1, [[0.0, 2], [0.9, 0.1], [1, 0.0005]], []);
        RuleWalk walk = RuleWalk.Of("plain", path, ("the left valley", [-1, 0]), ("the right valley", [1, 0]));
        Assert.Equal("the right valley", walk.Place);
        Assert.Equal(2, walk.StepsUntilNear);
        Assert.Equal(0.0005, walk.LastDistance, 1e-12);
    }

    [Fact]
    public void A_survey_repeats_itself_however_many_run_side_by_side()
    {
        int told = 0;
        StabilitySurvey first =
            StabilitySurvey.Run(quadratics: 2, nets: 0, steps: 60, () => Interlocked.Increment(ref told)),
            again = StabilitySurvey.Run(2, 0, 60);
        Assert.Equal(4, told);
        Assert.Equal(first.Trials.Select(trial => trial.Ratio), again.Trials.Select(trial => trial.Ratio));
        Assert.Equal(2, first.Trials.Count(trial => trial.IsWithinOctave));
        Assert.Null(first.WithinOctave.Value); // of bowls it is a theorem: without a net there is no share
        Assert.InRange(first.WorstFactor!.Value, 1, 1.1);
        Assert.Null(StabilitySurvey.Worst([]));
    }
}
