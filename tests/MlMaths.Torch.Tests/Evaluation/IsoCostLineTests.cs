using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class IsoCostLineTests
{
    private static readonly ConfusionMatrix Calls = new(60, 90, 40, 810);

    [Fact]
    public void All_along_it_the_cost_is_the_same()
    {
        var costs = new ErrorCosts(30, 2) { Review = 1 };
        IsoCostLine line = IsoCostLine.Through(Calls, costs)!;

        Assert.Equal(900 * 3 / (100.0 * 29), line.Slope, 1e-15);
        foreach (double rate in (double[])[0, 0.1, 0.2, 0.5])
        {
            double cost = 0.1 * 30 * (1 - line.At(rate)) + 0.9 * 2 * rate + 1 * (0.1 * line.At(rate) + 0.9 * rate);
            Assert.Equal(costs.PerCase(Calls)!.Value, cost, 1e-12);
        }
    }

    [Theory]
    [InlineData(30, 2, 0.0, 0.54)]
    [InlineData(30, 0, 0.0, 0.6)]
    [InlineData(1, 5, 0.0867, 0.0)]
    public void It_enters_the_plane_at_an_edge(double miss, double falseAlarm, double across, double up)
    {
        ((double FalsePositiveRate, double TruePositiveRate) low, (double FalsePositiveRate, double TruePositiveRate) high) =
            IsoCostLine.Through(Calls, new ErrorCosts(miss, falseAlarm))!.Ends();
        Assert.Equal(across, low.FalsePositiveRate, 1e-4);
        Assert.Equal(up, low.TruePositiveRate, 1e-12);
        Assert.True(high is { FalsePositiveRate: 1 } or { TruePositiveRate: > 1 - 1e-12 });
    }

    [Fact]
    public void Where_no_call_pays_or_a_class_is_missing_there_is_none()
    {
        Assert.Null(IsoCostLine.Through(Calls, new ErrorCosts(3, 1) { Review = 3 }));
        Assert.Null(IsoCostLine.Through(new ConfusionMatrix(0, 1, 0, 3), new ErrorCosts(3, 1)));
    }
}
