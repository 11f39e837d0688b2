using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Figures;

public sealed class SheetTests
{
    private const int Width = 680;

    /// <summary>The word of a mark stands around it: at the very end of the axis, half of it lies beyond.</summary>
    [Theory]
    [InlineData(10_000, "10,000")]
    [InlineData(100_000, "10⁵")]
    public void The_word_of_a_mark_at_the_end_of_the_axis_ends_inside_the_picture(double end, string word)
    {
        float half = FigureFont.Width(word, Sheet.TextSize) / 2;
        Scale[] scales = [.. Enumerable.Range(0, 100).Select(step => Scale.Logarithm("time", [3, end * (0.6 + 0.005 * step)]))];
        float[] ends = [.. scales.Where(scale => scale.High >= end)
            .Select(scale => new Sheet(scale, Scale.FromZero("calls", [10]), Width).Across(end) + half)];
        Assert.InRange(ends.Length, 30, 99);
        Assert.All(ends, at => Assert.InRange(at, Width / 2, Width - 1.5f));
    }
}
