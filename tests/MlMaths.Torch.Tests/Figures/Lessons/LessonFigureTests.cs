using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>What a lesson draws.</summary>
public sealed class LessonFigureTests
{
    [Fact]
    public void Its_words_are_text_and_its_colours_have_twins_for_dark_pages()
    {
        string svg = FigureFiles.Svg(LessonFigure.Draw(new("two-arrows", "Two arrows.", new("first", 0, 4), new("second", 0, 3))
        {
            Arrows = [new((0, 0), (3, 2), LessonInk.Warm), new((0, 0), (1, 2), LessonInk.Cool)],
            Words = [new("the sum", 2, 2, LessonInk.Warm)],
        }));
        Assert.Contains(">the sum<", svg, StringComparison.Ordinal);
        Assert.Contains("Two arrows.", svg, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
    }
}
