using FsCheck.Xunit;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class BenjaminiHochbergTests
{
    [Fact]
    public void The_paper_s_fifteen_tests_have_four_findings_at_five_percent()
    {
        // Benjamini and Hochberg (1995), section 4: Bonferroni finds three.
        double[] p =
        [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000,
        ];
        double[] adjusted = BenjaminiHochberg.Adjust(p);
        Assert.Equal(4, adjusted.Count(one => one <= 0.05));
        Assert.Equal(0.0095 * 15 / 4, adjusted[3], 1e-15);
    }

    [Fact]
    public void A_larger_p_is_never_adjusted_below_a_smaller_one_and_the_order_is_kept() =>
        Assert.Equal([0.04, 0.03, 0.04], BenjaminiHochberg.Adjust([0.04, 0.01, 0.03]).Select(p => Math.Round(p, 12)));

    [Property]
    public void Calling_at_q_is_the_step_up_rule(ushort[] drawn)
    {
        double[] p = [.. drawn.Select(value => value / 65535.0)];
        double[] adjusted = BenjaminiHochberg.Adjust(p);
        foreach (double q in new[] { 0.01, 0.05, 0.3 })
        {
            double[] sorted = [.. p.Order()];
            int largest = Enumerable.Range(1, p.Length).LastOrDefault(j => sorted[j - 1] * p.Length / j <= q);
            double bound = largest == 0 ? -1 : sorted[largest - 1];
            for (int i = 0; i < p.Length; i++)
                Assert.Equal(p[i] <= bound, adjusted[i] <= q);
        }
    }

    [Fact]
    public void What_is_no_p_value_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjust([0.5, 1.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjust([double.NaN]));
    }
}
