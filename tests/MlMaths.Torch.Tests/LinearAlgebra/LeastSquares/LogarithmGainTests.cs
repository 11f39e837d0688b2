using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>A logarithm is advised where errors multiply, and nowhere else.</summary>
public sealed class LogarithmGainTests
{
    private const int Rows = 200;

    [Fact]
    public void Errors_that_multiply_ask_for_it() => Assert.True(Gain((x, error) => Math.Exp(1 + 0.5 * x + 0.4 * error)).Helps);

    [Fact]
    public void Errors_that_add_do_not() => Assert.False(Gain((x, error) => 20 + 2 * x + error).Helps);

    [Fact]
    public void It_is_the_difference_of_two_log_likelihoods()
    {
        (double[] x, double[] y) = Drawn((x, error) => Math.Exp(1 + 0.3 * x + 0.2 * error));
        double[] ones = [.. Enumerable.Repeat(1.0, Rows)];
        double Likelihood(double[] target) => -Rows / 2.0 * Math.Log(LeastSquares.Fit([x], target).Residuals.Sum(r => r * r) / Rows);
        double expected = Likelihood(Array.ConvertAll(y, Math.Log)) - y.Sum(Math.Log) - Likelihood(y);
        Assert.Equal(expected, LogarithmGain.Of(HouseholderQr.Factor([ones, x]), y)!.Gain, 1e-9);
    }

    [Fact]
    public void What_is_not_above_0_has_no_logarithm()
    {
        (double[] x, double[] y) = Drawn((x, error) => x + error);
        Assert.Null(LogarithmGain.Of(HouseholderQr.Factor([[.. Enumerable.Repeat(1.0, Rows)], x]), y));
    }

    private static LogarithmGain Gain(Func<double, double, double> law)
    {
        (double[] x, double[] y) = Drawn(law);
        return LogarithmGain.Of(HouseholderQr.Factor([[.. Enumerable.Repeat(1.0, Rows)], x]), y)!;
    }

    private static (double[] X, double[] Y) Drawn(Func<double, double, double> law)
    {
        var random = new Random(4);
        double[] x = [.. Enumerable.Range(0, Rows).Select(_ => Normal.Draw(random))];
        return (x, [.. x.Select(one => law(one, Normal.Draw(random)))]);
    }
}
