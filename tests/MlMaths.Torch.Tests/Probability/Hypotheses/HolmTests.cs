using FsCheck.Xunit;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class HolmTests
{
    [Fact]
    public void Each_p_pays_for_those_that_are_left()
    {
        // 4·0.01, 3·0.02 after it, 2·0.03 = 0.06 held up by 0.06, 0.2
        double[] adjusted = Holm.Adjust([0.03, 0.01, 0.2, 0.02]);
        Assert.Equal([0.06, 0.04, 0.2, 0.06], adjusted.Select(p => Math.Round(p, 12)));
    }

    [Property]
    public void Calling_at_alpha_is_the_step_down_rule(ushort[] drawn)
    {
        double[] p = [.. drawn.Select(value => value / 65535.0)];
        double[] adjusted = Holm.Adjust(p);
        foreach (double alpha in new[] { 0.01, 0.05, 0.3 })
        {
            double[] sorted = [.. p.Order()];
            int called = sorted.Index().TakeWhile(one => one.Item * (p.Length - one.Index) <= alpha).Count();
            Assert.Equal(called, adjusted.Count(one => one <= alpha));
        }

        Assert.All(adjusted.Zip(p), pair => Assert.InRange(pair.First, pair.Second, Math.Min(1, p.Length * pair.Second)));
    }

    [Fact]
    public void What_is_no_p_value_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([0.5, double.NaN]));
}
