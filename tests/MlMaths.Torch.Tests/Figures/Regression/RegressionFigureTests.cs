using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>What figures of a regression say to who cannot see them.</summary>
public sealed class RegressionFigureTests
{
    [Fact]
    public void Digits_that_are_lost() => Assert.Contains(
        "from 0.0001 to 0.1 at κ = 1e7, beyond which they have no solution or a worthless one; by QR it is still 0.001 at κ = 1e12",
        DigitsLostFigure.Draw([new(1e4, 1e-10, 1e-4), new(1e7, 1e-8, 0.1), new(1e12, 1e-3, null)]).AltText, StringComparison.Ordinal);

    [Fact]
    public void Normal_equations_that_never_have_a_solution() =>
        Assert.Contains("fail everywhere", DigitsLostFigure.Draw([new(1e9, 1e-7, null), new(1e10, 1e-6, null)]).AltText,
            StringComparison.Ordinal);

    [Fact]
    public void Wild_rows() => Assert.Contains(
        "squares goes from 1 to 5; absolute goes from 1.1 to 1.2",
        OutlierShareFigure.Draw([0, 0.1], [new("squares", [1, 5]), new("absolute", [1.1, 1.2])], "MAE").AltText, StringComparison.Ordinal);

    [Fact]
    public void Weights_with_two_intervals() => Assert.Contains(
        "of 1 intervals, 1 by t and 0 by bootstrap exclude zero. The furthest from zero is x, 2.000 (95 %: 1.000 "
        + "to 3.000)",
        CoefficientFigure.Draw(
            "weight", [new("x", new Interval(2, 1, 3, 0.95, "t"))], [new Interval(2, -1, 3, 0.95, "b")],
            ("t", "bootstrap")).AltText,
        StringComparison.Ordinal);

    [Fact]
    public void Residuals_and_predictions()
    {
        Assert.Contains(
            "1 lie beyond ±2, the furthest at −3.0", ResidualsFigure.Draw([1, 2, 3], [0, -3, 1], "y").AltText,
            StringComparison.Ordinal);
        Assert.Contains("correlation of 1.00", PredictedObservedFigure.Draw([1, 2, 3], [2, 4, 6], 4, "y").AltText,
            StringComparison.Ordinal);
        Assert.Contains("for 5,000 held-out rows", PredictedObservedFigure.Draw(Many(), Many(), 4, "y").AltText, StringComparison.Ordinal);
        Assert.Contains("1000 of 5,000 rows are drawn", ResidualsFigure.Draw(Many(), Many(), "y").AltText, StringComparison.Ordinal);
        Assert.Contains("2 lie outside", NormalQuantileFigure.Draw(new ResidualEnvelope(
            [-1, 0, 1], [-2, 0, 2], [-1, -1, -1], [1, 1, 1], 2, 0.1, 99)).AltText, StringComparison.Ordinal);

        static double[] Many() => [.. Enumerable.Range(0, 5000).Select(i => i / 1000.0)];
    }
}
