using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class FisherFTests
{
    [Theory]
    [InlineData(161.4476, 1, 1)] // the 5 % points that every table of F prints
    [InlineData(4.9646, 1, 10)]
    [InlineData(3.0984, 3, 20)]
    [InlineData(1.8307 * 1.0, 10, 1e9)]
    public void Five_percent_lie_above_the_tabled_point(double f, double numerator, double denominator) =>
        Assert.Equal(0.05, FisherF.UpperTail(f, numerator, denominator), 1e-5);

    [Fact]
    public void With_one_numerator_degree_it_is_student_s_t_squared() =>
        Assert.Equal(StudentT.TwoSidedPValue(2.3, 17), FisherF.UpperTail(2.3 * 2.3, 1, 17), 1e-12);

    [Fact]
    public void The_tail_keeps_its_digits_and_ends_at_zero()
    {
        Assert.Equal(1, FisherF.UpperTail(0, 2, 5));
        Assert.InRange(FisherF.UpperTail(500, 3, 200), double.Epsilon, 1e-80);
        Assert.Equal(0, FisherF.UpperTail(double.PositiveInfinity, 3, 200));
    }
}
