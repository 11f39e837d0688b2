using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class AlarmPowerTests
{
    [Fact]
    public void Power_grows_with_the_shift_and_with_the_rows()
    {
        PriorStream reference = PriorStream.Draw(0.1, 0.1, 4000, seed: 1);
        var strays = MeanNullDistribution.Of(reference.Probabilities, seed: 2, simulations: 999);
        AlarmPower few = Of(100), many = Of(1000);

        Assert.InRange(many.Shares[2], 0, 0.105); // nothing moved: 99.9 % of binomial(200, 0.05)
        Assert.True(many.Shares[0] > 0.5 && many.Shares[4] > 0.95, string.Join(" ", many.Shares));
        Assert.True(few.Shares[0] < many.Shares[0] && few.Shares[3] < few.Shares[4]);

        AlarmPower Of(int rows) =>
            AlarmPower.Of(strays.Alarm(rows, 0.05), reference.Reference, [0.5, 0.8, 1, 1.25, 2], seed: 3, windows: 200);
    }

    [Fact]
    public void Fresh_windows_ring_as_often_as_was_asked()
    {
        var strays = MeanNullDistribution.Of(PriorStream.Draw(0.1, 0.1, 1000, seed: 4).Probabilities, seed: 5, simulations: 1999);
        Assert.InRange(strays.FalseRate(strays.Alarm(200, 0.05), seed: 6, windows: 4000).Value!.Value, 0.035, 0.065);
    }

    // Of probabilities 0 and 1 the chance to ring is a sum: window and reference are binomial counts.
    [Fact]
    public void The_printed_false_rate_holds_the_true_one()
    {
        const int Reference = 40, Window = 30, Tried = 48;
        double[] ones = [.. Enumerable.Range(0, Reference).Select(row => row < 8 ? 1.0 : 0)];
        CountLaw window = CountLaw.OfBinomial(Window, 0.2), reference = CountLaw.OfBinomial(Reference, 0.2);
        int held = 0;
        for (int seed = 1; seed <= Tried; seed++)
        {
            var strays = MeanNullDistribution.Of(ones, seed, simulations: 199);
            BaseRateAlarm alarm = strays.Alarm(Window, 0.05);
            double truth = 0;
            for (int i = 0; i <= Window; i++)
            {
                for (int j = 0; j <= Reference; j++)
                {
                    // The order of the library's sum: whether two counts that are alike ring must not hang on a last digit.
                    double stray = (double)i / Window - (double)j / Reference;
                    if (alarm.RingsAt(strays.ReferenceMean + stray)) truth += window.Mass(i) * reference.Mass(j);
                }
            }

            if (strays.FalseRate(alarm, seed + 1000, windows: 20_000).Contains(truth)) held++;
        }

        Assert.InRange(held, Tried - 7, Tried); // 99.7 % of binomial(48, 0.95)
    }

    [Fact]
    public void Of_three_draws_the_smallest_leaves_a_quarter_below_it()
    {
        // S + 1 = 4: at α = 0.5 the limits are the first and the third draw, and a smaller α cannot have them any wider.
        var strays = MeanNullDistribution.Of([0.1, 0.5, 0.9], seed: 1, simulations: 3);
        (BaseRateAlarm half, BaseRateAlarm less) = (strays.Alarm(5, 0.5), strays.Alarm(5, 0.01));
        Assert.Equal((half.Low, half.High), (less.Low, less.High));
        Assert.True(strays.Alarm(5, 0.75).High < half.High && half.Low < half.High);
    }
}
