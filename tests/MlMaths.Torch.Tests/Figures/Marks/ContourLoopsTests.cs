using MlMaths.Torch.Figures;
using ScottPlot;

namespace MlMaths.Torch.Tests.Figures;

public sealed class ContourLoopsTests
{
    [Fact]
    public void A_hill_has_one_loop_at_its_radius()
    {
        ProbabilityField hill = ProbabilityField.Of((x, y) => Math.Exp(-(x * x + y * y)), -2, 2, -2, 2, n: 81);

        Coordinates[] loop = Assert.Single(ContourLoops.Above(hill, level: Math.Exp(-1)));

        Assert.All(loop, at => Assert.Equal(1, Math.Sqrt(at.X * at.X + at.Y * at.Y), 0.002));
        Assert.Equal(Math.PI, Area(loop), 0.01);
    }

    [Fact]
    public void A_slope_closes_along_the_border_and_fills_its_side()
    {
        ProbabilityField slope = ProbabilityField.Of((x, _) => x, 0, 1, 0, 1, n: 11);
        Coordinates[] loop = Assert.Single(ContourLoops.Above(slope, level: 0.25));
        Assert.Equal(0.75, Area(loop), 1e-12);
    }

    [Fact]
    public void Two_hills_have_two_loops_and_a_plain_has_none()
    {
        ProbabilityField hills = ProbabilityField.Of(
            (x, y) => Math.Exp(-8 * ((x - 1) * (x - 1) + y * y)) + Math.Exp(-8 * ((x + 1) * (x + 1) + y * y)), -2, 2, -2, 2);
        Assert.Equal(2, ContourLoops.Above(hills, 0.5).Count);
        Assert.Empty(ContourLoops.Above(ProbabilityField.Of((_, _) => 0.2, 0, 1, 0, 1), 0.5));
    }

    [Fact]
    public void Everything_above_is_the_whole_rectangle() =>
        Assert.Equal(6, ContourLoops.Above(ProbabilityField.Of((_, _) => 0.9, 0, 2, 0, 3, n: 5), 0.5).Sum(Area), 1e-12);

    private static double Area(Coordinates[] loop) =>
        Math.Abs(loop.Select((at, i) => at.X * loop[(i + 1) % loop.Length].Y - loop[(i + 1) % loop.Length].X * at.Y).Sum()) / 2;
}
