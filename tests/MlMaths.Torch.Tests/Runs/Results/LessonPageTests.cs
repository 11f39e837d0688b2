using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Figures;

namespace MlMaths.Torch.Tests.Runs;

/// <summary>A lesson as a page.</summary>
public sealed class LessonPageTests
{
    [Fact]
    public void The_figure_stands_below_the_heading_that_speaks_of_it()
    {
        string page = LessonPage.Html(
            "Vectors", "# Vectors\n\n## The picture\n\nTwo arrows.\n\n## The formula\n\n```\na + b\n```\n", Examples.Lesson());
        int heading = page.IndexOf(">The picture<", StringComparison.Ordinal);
        int words = page.IndexOf("Two arrows.", StringComparison.Ordinal);
        int drawing = page.IndexOf("<svg", StringComparison.Ordinal);
        Assert.InRange(drawing, heading, words);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("<code>a + b", page, StringComparison.Ordinal);
    }
}
