using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class SmallestShownTests
{
    [Fact]
    public void Gains_of_that_size_are_shown_four_times_in_five()
    {
        const double Error = 0.01;
        double half = Normal.TwoSidedQuantile(0.95) * Error;
        double change = SmallestShown.Of(new Interval(0.003, 0.003 - half, 0.003 + half, 0.95, "x"))!.Change;
        var random = new Random(7);
        int shown = 0;
        for (int draw = 0; draw < 4000; draw++)
        {
            double seen = Normal.Draw(random, mean: change, deviation: Error);
            if (new ComparisonVerdict("A", "B", new(seen, seen - half, seen + half, 0.95, "x"), 0).Evidence == Evidence.Strong) shown++;
        }

        // 3,200 are expected; by 4 deviations from 3,099 to 3,301.
        Assert.InRange(shown, 3099, 3301);
    }

    [Theory]
    [InlineData(-0.003, 0.027, "a difference of about 0.022 would have been shown (power 0.8)")]
    [InlineData(-300, 300, "a difference of about 429 would have been shown (power 0.8)")]
    [InlineData(-0.00001, 0.00001, "a difference of about 0.000015 would have been shown (power 0.8)")]
    public void It_is_said_in_two_digits_rounded_up(double low, double high, string clause) =>
        Assert.Equal(clause, SmallestShown.Of(new Interval((low + high) / 2, low, high, 0.95, "x"))!.Clause());

    [Fact]
    public void Without_an_interval_or_a_width_there_is_none()
    {
        Assert.Null(SmallestShown.Of(Interval.Undefined("nothing")));
        Assert.Null(SmallestShown.Of(new Interval(0, 0, 0, 0.95, "x")));
    }
}
