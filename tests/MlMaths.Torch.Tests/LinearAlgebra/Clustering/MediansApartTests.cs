using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class MediansApartTests
{
    // From the middle of a part to the cut is a half of the part, and the median deviation a quarter of it.
    [Theory]
    [InlineData(100)]
    [InlineData(50)]
    [InlineData(150)]
    public void The_parts_of_an_even_line_are_two_apart_wherever_it_is_cut(int first) =>
        Assert.Equal(2, MediansApart.Of(Line(200), first), 0.05);

    [Fact]
    public void The_halves_of_an_even_half_circle_are_two_apart_as_those_of_a_line()
    {
        double[][] arc = [.. Enumerable.Range(0, 200).Select(i =>
            (double[])[Math.Cos(Math.PI * i / 199), Math.Sin(Math.PI * i / 199)])];

        Assert.Equal(2, MediansApart.Of(arc, 100), 0.1);
    }

    // The quantiles of two normal laws: δ / (2 z), z = 0.6745; facing or not.
    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void Normal_groups_lie_as_far_apart_as_the_formula_says(double δ)
    {
        double[] quantiles = [.. Enumerable.Range(0, 150).Select(i => Normal.Quantile((i + 0.5) / 150))];
        double[][] rows = [.. quantiles.Select(z => (double[])[z]), .. quantiles.Select(z => (double[])[z + δ])];

        // A median of 150 or 75 rows is a row: to one row's step.
        Assert.Equal(δ / (2 * Normal.Quantile(0.75)), MediansApart.Of(rows, 150), 0.1);
    }

    [Fact]
    public void A_thin_place_in_a_line_moves_them_little_and_a_gap_much()
    {
        double[][] line = Line(200);
        double[][] Without(int rows) => [.. line.Where((_, i) => Math.Abs(i - 99.5) > rows / 2.0)];

        // Ten of 200 rows are missing: 2 + 10/95, where a gap as long as a half of either part gives 3.
        Assert.Equal(2 + 2 * 10 / 95.0, MediansApart.Of(Without(10), 95), 0.1);
        Assert.True(MediansApart.Of([.. line.Select((row, i) => (double[])[row[0] + (i < 100 ? 0 : 0.5)])], 100)
            > Separation.LeastApart - 0.05);
    }

    [Fact]
    public void Groups_of_one_value_each_are_apart_without_end_and_equal_ones_not_at_all()
    {
        Assert.Equal(double.PositiveInfinity, MediansApart.Of([[0], [0], [0], [1], [1], [1]], 3));
        Assert.Equal(0, MediansApart.Of([[0], [0], [0], [0]], 2));
    }

    private static double[][] Line(int rows) => [.. Enumerable.Range(0, rows).Select(i => (double[])[(double)i / rows])];
}
