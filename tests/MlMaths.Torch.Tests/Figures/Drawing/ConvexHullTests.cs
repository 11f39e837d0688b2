using MlMaths.Torch.Figures;
using ScottPlot;

namespace MlMaths.Torch.Tests.Figures;

public sealed class ConvexHullTests
{
    [Fact]
    public void A_square_with_points_inside_and_on_its_edges_has_four_corners_against_the_clock() =>
        Assert.Equal(
            [new(0, 0), new(2, 0), new(2, 2), new(0, 2)],
            ConvexHull.Of([new(1, 1), new(0, 0), new(2, 2), new(1, 0), new(0, 2), new(2, 0), new(0.5, 1.7), new(2, 0), new(0, 1)]));

    [Fact]
    public void Points_on_a_line_have_its_two_ends() =>
        Assert.Equal([new(0, 0), new(3, 3)], ConvexHull.Of([new(1, 1), new(3, 3), new(0, 0), new(2, 2)]));

    [Fact]
    public void Fewer_than_three_points_are_their_own_hull()
    {
        Assert.Empty(ConvexHull.Of([]));
        Assert.Equal([new(1, 2)], ConvexHull.Of([new(1, 2), new(1, 2)]));
    }

    [Fact]
    public void Every_point_lies_left_of_every_edge()
    {
        var random = new Random(1);
        Coordinates[] points = [.. Enumerable.Range(0, 500).Select(_ => new Coordinates(random.NextDouble(), random.NextDouble()))];
        Coordinates[] hull = ConvexHull.Of(points);
        for (int i = 0; i < hull.Length; i++)
        {
            Coordinates from = hull[i], to = hull[(i + 1) % hull.Length];
            Assert.All(points, point =>
                Assert.True((to.X - from.X) * (point.Y - from.Y) - (to.Y - from.Y) * (point.X - from.X) >= 0));
        }
    }
}
