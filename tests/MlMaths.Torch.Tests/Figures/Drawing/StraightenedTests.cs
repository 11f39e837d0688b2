using MlMaths.Torch.Figures;
using SkiaSharp;

namespace MlMaths.Torch.Tests.Figures;

public sealed class StraightenedTests
{
    [Fact]
    public void Corners_on_a_straight_line_go_and_real_ones_stay()
    {
        SKPoint[] line = [new(0, 0), new(1, 0), new(2, 0.1f), new(5, 0), new(5, 3), new(5, 9)];
        Assert.Equal([new(0, 0), new(5, 0), new(5, 9)], Straightened.Of(line, 0.4f));
    }

    [Fact]
    public void Of_a_closed_loop_the_shape_stays()
    {
        SKPoint[] square = [new(0, 0), new(4, 0), new(8, 0), new(8, 8), new(4, 8), new(0, 8), new(0, 0)];
        Assert.Equal([new(0, 0), new(8, 0), new(8, 8), new(0, 8), new(0, 0)], Straightened.Of(square, 0.4f));
    }

    [Fact]
    public void Nothing_moves_further_than_the_tolerance()
    {
        SKPoint[] circle = [.. Enumerable.Range(0, 361).Select(k => new SKPoint(
            100 * MathF.Cos(k * MathF.PI / 180), 100 * MathF.Sin(k * MathF.PI / 180)))];
        SKPoint[] fewer = Straightened.Of(circle, 0.4f);
        Assert.InRange(fewer.Length, 10, 100);
        // A chord of angle a stays within r (1 − cos a/2) of its circle.
        Assert.All(fewer.Zip(fewer.Skip(1)), pair => Assert.InRange(
            100 - ((pair.First + pair.Second).Length / 2), 0, 0.41f));
    }

    [Fact]
    public void Without_a_tolerance_a_line_stays_as_it_is()
    {
        SKPoint[] line = [new(0, 0), new(1, 0), new(2, 0)];
        Assert.Same(line, Straightened.Of(line, 0));
    }
}
