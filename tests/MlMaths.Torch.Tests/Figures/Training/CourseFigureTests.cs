using MlMaths.Torch.Doctor;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>What the picture of a course says.</summary>
public sealed class CourseFigureTests
{
    [Fact]
    public void The_text_names_curves_references_and_the_moment()
    {
        string text = CourseFigure.Draw("course", Picture()).AltText;
        Assert.Contains("validation from 0.9 to 0.7", text, StringComparison.Ordinal);
        Assert.Contains("a straight map 0.4", text, StringComparison.Ordinal);
        Assert.Contains("Marked: lowest validation loss 0.5 in epoch 2.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_course_that_ended_in_no_number_is_drawn_as_far_as_it_goes()
    {
        CoursePicture picture = new([new("training", [1, 2], [5, double.PositiveInfinity])], [], null);
        Assert.Contains("training from 5 to no finite number", CourseFigure.Draw("course", picture).AltText, StringComparison.Ordinal);
        Assert.Contains("with a finite loss", FigureFiles.Svg(CourseFigure.Draw("course", new([], [], null))), StringComparison.Ordinal);
    }

    internal static CoursePicture Picture(string name = "a straight map") => new(
        [new("training", [1, 2, 3], [0.8, 0.3, 0.1]), new("validation", [1, 2, 3], [0.9, 0.5, 0.7])],
        [new("constant answer", 1.1), new(name, 0.4)],
        new(2, "lowest validation loss 0.5 in epoch 2"));
}
