using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class ProportionPowerTests
{
    // R 4.3: power.prop.test(p1 = .50, p2 = .75, power = .90) and power.prop.test(n = 50, p1 = .50, p2 = .75), the
    // examples of its help page, which says 76.7.
    [Fact]
    public void Formulas_give_what_R_gives()
    {
        Assert.Equal(76.7, ProportionPower.TrialsFor(0.5, 0.75, power: 0.9), 0.05);
        Assert.Equal(0.7401659, ProportionPower.Of(0.5, 50, 0.75, 50), 1e-5);
    }

    [Fact]
    public void So_many_trials_have_the_power_that_was_asked_for_when_all_outcomes_are_added_up()
    {
        int n = (int)Math.Ceiling(ProportionPower.TrialsFor(0.1, 0.2));
        double called = IntervalCoverage.OfTwo(
            0.1, n, 0.2, n, truth: 1, counts => new Interval(1, counts.PValueOfZ < 0.05 ? 0 : 2, 3, 0.95, "z"));
        Assert.InRange(called, 0.78, 0.82);
    }

    [Fact]
    public void Without_a_difference_the_power_is_the_level_and_no_number_suffices()
    {
        Assert.Equal(0.05, ProportionPower.Of(0.1, 500, 0.1, 700), 1e-9);
        Assert.Throws<ArgumentException>(() => ProportionPower.TrialsFor(0.1, 0.1));
        Assert.Equal(1, ProportionPower.Of(0, 50, 1, 50));
    }
}
