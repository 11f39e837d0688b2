using MlMaths.Torch.Cli;
using MlMaths.Torch.NeuralNetDiagnostics.Studies;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>study</c> as one types it.</summary>
public sealed class StudyProjectTests
{
    [Fact]
    public void A_study_of_width_sets_loss_beside_time_and_says_which_net_is_enough()
    {
        using var run = new StudyRunOf("width", "--quick", "--data", "iris", "--seed", "3");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors.Contains("Error", StringComparison.Ordinal) ? run.Errors : ""));
        foreach (string units in new[] { "8", "32", "128", "512" })
        {
            Assert.InRange(run.Value($"width.{units}.validation_loss"), 0.01, 2);
            Assert.InRange(run.Value($"width.{units}.answer_p95_us"), 0.01, 1e6);
        }

        string page = run.Read("report.md");
        Assert.Contains("Over 3 seeds, in pairs: ", page, StringComparison.Ordinal);
        Assert.Contains("| 512 units | 4,099 |", page, StringComparison.Ordinal); // 4·512 + 512 + 512·3 + 3 = 4,099
        Assert.True(File.Exists(Path.Combine(run.Folder!, "figures", "study-width.svg")));
    }

    [Fact]
    public void Schedules_differ_in_nothing_but_the_learning_rate_and_are_not_timed()
    {
        using var run = new StudyRunOf("schedule", "--quick", "--data", "iris");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("What does it cost in time?", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Equal(6, run.Results.GetProperty("measurements").EnumerateArray()
            .Count(one => one.GetProperty("id").GetString()!.EndsWith(".validation_loss", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Say what to study, one of 'batch', 'width', 'schedule'")]
    [InlineData("There is no study of 'depth'", "depth")]
    [InlineData("There is no study of '1'", "1")]
    [InlineData("There is no study of 'batch width'", "batch", "width")]
    [InlineData("from 3", "batch", "--seeds=2")]
    public void What_makes_no_sense_ends_with_2_and_a_sentence(string says, params string[] arguments)
    {
        using var run = new StudyRunOf(arguments);
        Assert.Equal((2, null), (run.ExitCode, run.Folder));
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
    }

    private sealed class StudyRunOf(params string[] arguments)
        : RunOf(arguments, null, (given, console, errors) => ProjectCommand.Run(given, new StudyProject(), console, errors));
}
