using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Exercise 8, where a gradient is not a number: what ends is judged by what was logged.</summary>
public sealed class GradientNormsTests
{
    private static Exercise Exercise => ExerciseCatalogue.Known("8");

    [Fact]
    public void A_log_that_names_NaN_and_goes_on_is_told_so()
    {
        string text = ExerciseText.Mistakes(Exercise).Single(one => one.Name == "not-a-number-goes-on").Text;
        Assert.Equal("not-a-number-goes-on", Graded(text).Now.Mistakes[0].Id);
    }

    [Fact]
    public void A_norm_that_skips_NaN_logs_none_and_is_not_rejected_for_it()
    {
        const string Largest = "all.Select(Math.Abs).Max()";
        string text = Alternatives.First(ExerciseText.Approaches(Exercise).Single(one => one.Name == "one-list").Text);
        Assert.Contains(Largest, text, StringComparison.Ordinal);
        Assert.True(Graded(text.Replace(Largest, "all.Select(Math.Abs).Append(0).Max()", StringComparison.Ordinal)).IsRight);
    }

    private static ExerciseGrade Graded(string text) => ExerciseGrade.Of(Exercise, LearnerCompiler.Compile(text).Assembly!, text, seed: 1);
}
