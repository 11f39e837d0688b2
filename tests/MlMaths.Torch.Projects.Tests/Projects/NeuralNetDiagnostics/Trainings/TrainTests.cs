using System.Text.Json;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths train</c>, and what it shares with <c>mlmaths doctor</c>: from a file to its folder.</summary>
public sealed class TrainTests(SpecFiles specs) : IClassFixture<SpecFiles>
{
    [Fact]
    public void A_training_writes_its_losses_its_spec_and_a_page()
    {
        using PortfolioRunOf run = new("train", specs.Spec("""{ "data": { "set": "iris" }, "training": { "epochs": 5 } }"""));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(5, Lines(run, ",training,evaluated_loss,"));
        Assert.Equal(5, Lines(run, ",validation,loss,"));
        Assert.Equal(run.Value("validation.loss"), double.Parse(
            run.Read("history.csv").Split('\n').Last(line => line.Contains(",validation,loss,", StringComparison.Ordinal)).Split(',')[^1],
            System.Globalization.CultureInfo.InvariantCulture));
        using var spec = JsonDocument.Parse(run.Read("spec.json"));
        Assert.Equal("iris", spec.RootElement.GetProperty("data").GetProperty("set").GetString());
        Assert.Equal(32, spec.RootElement.GetProperty("training").GetProperty("batch").GetInt32());
        string page = run.Read("report.md");
        Assert.Contains("Sixteen rows are learnt by heart", page, StringComparison.Ordinal);
        Assert.Contains("none failed", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(run.Folder!, "figures", "losses.svg")));
    }

    [Fact]
    public void The_spec_that_a_run_leaves_is_the_same_training()
    {
        using PortfolioRunOf first = new("train", specs.Spec("""{ "data": { "set": "line" }, "net": { "dropout": 0.1 } }"""));
        using PortfolioRunOf again = new("train", specs.Spec(first.Read("spec.json")));
        Assert.Equal(first.Value("validation.loss"), again.Value("validation.loss"));
        Assert.Equal(first.Read("spec.json"), again.Read("spec.json"));
    }

    [Fact]
    public void A_file_of_ones_own_stands_beside_its_spec_and_is_prepared_by_its_training_rows()
    {
        File.WriteAllLines(Path.Combine(specs.Folder, "mine.csv"), ["size,colour,kind", .. Enumerable.Range(0, 80)
            .Select(row => $"{row % 40},{(row % 4 == 0 ? "red" : "blue")},{(row % 4 == 0 ? "yes" : "no")}")]);
        using PortfolioRunOf run = new("train", specs.Spec(
            """{ "data": { "file": "mine.csv", "target": "kind" }, "training": { "epochs": 300 } }"""));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(1, run.Value("validation.accuracy"));
    }

    [Fact]
    public void The_schema_is_printed_and_asks_for_no_folder()
    {
        Assert.Equal(0, PortfolioRunOf.Answer("train", "--schema").ExitCode);
        using PortfolioRunOf refused = new("train", "--schema"); // with --out, as every run of these tests
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--out", refused.Errors, StringComparison.Ordinal);
        Assert.Null(refused.Folder);
    }

    [Theory]
    [InlineData("Which training?")]
    [InlineData("could not be read", "nowhere.json")]
    [InlineData("one file too many", "a.json", "b.json")]
    public void What_makes_no_sense_gets_a_sentence(string named, params string[] arguments)
    {
        foreach (string verb in new[] { "train", "doctor" })
        {
            using PortfolioRunOf run = new([verb, .. arguments]);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains(named, run.Errors, StringComparison.Ordinal);
            Assert.Null(run.Folder);
        }
    }

    [Theory]
    [InlineData("train")]
    [InlineData("doctor")]
    public void The_loss_and_the_learning_rate_that_were_left_out_are_said(string verb)
    {
        using PortfolioRunOf run = new(verb, specs.Spec("""{ "training": { "epochs": 2 } }"""));
        const string Said = "The loss is cross-entropy of logits, from 2 outputs; the rule is adam with a learning rate of 0.003.";
        Assert.Contains(Said, run.Output, StringComparison.Ordinal);
        Assert.Contains(Said, run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_that_diverged_says_so_before_any_number()
    {
        using PortfolioRunOf run = new("train", specs.Spec("""
            { "data": { "set": "diabetes", "target_scaling": "none", "scaling": "none" }, "rule": { "kind": "sgd", "learning_rate": 10 } }
            """));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        int caution = run.Output.IndexOf("Caution: the training diverged at step ", StringComparison.Ordinal);
        Assert.InRange(caution, 0, run.Output.IndexOf("The loss is", StringComparison.Ordinal) - 1);
        Assert.StartsWith(
            "**Caution: the training diverged at step ", run.Read("report.md").Split('\n').Skip(1).First(line => line.Length > 0),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_that_do_not_exist_are_one_sentence_and_leave_no_folder()
    {
        foreach (string verb in new[] { "train", "doctor" })
        {
            using PortfolioRunOf run = new(verb, specs.Spec("""{ "slips": { "frozen_layers": [3, 4] } }"""));
            Assert.Equal(2, run.ExitCode);
            Assert.Null(run.Folder);
            Assert.Contains("slips.frozen_layers is 3, 4, and the net has 2 layers", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_cannot_be_trained_is_told_before_anything_is_examined()
    {
        var spec = TrainingSpec.Parse("""{ "data": { "set": "line" }, "loss": { "kind": "cross_entropy" } }""");
        using var data = SpecData.Prepare(spec, 7);
        Assert.Throws<UserMistakeException>(() => TrainFindings.Train(spec, data, 7, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("doctor", true)]
    [InlineData("train", false)]
    public void The_help_has_the_exit_codes_that_the_command_may_end_with(string verb, bool mayAnswerNo) => Assert.Equal(
        mayAnswerNo, PortfolioRunOf.Answer(verb, "--help").Output.Contains("the answer is no", StringComparison.Ordinal));

    private static int Lines(RunOf run, string part) =>
        run.Read("history.csv").Split('\n').Count(line => line.Contains(part, StringComparison.Ordinal));
}
