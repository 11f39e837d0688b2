using System.Text.Json;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths train</c> and <c>mlmaths doctor</c>, from a file to their folders.</summary>
public sealed class TrainTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-spec-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_training_writes_its_losses_its_spec_and_a_page()
    {
        using PortfolioRunOf run = new("train", Spec("""{ "data": { "set": "iris" }, "training": { "epochs": 5 } }"""));
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
        using PortfolioRunOf first = new("train", Spec("""{ "data": { "set": "line" }, "net": { "dropout": 0.1 } }"""));
        using PortfolioRunOf again = new("train", Spec(first.Read("spec.json")));
        Assert.Equal(first.Value("validation.loss"), again.Value("validation.loss"));
        Assert.Equal(first.Read("spec.json"), again.Read("spec.json"));
    }

    [Fact]
    public void A_file_of_ones_own_stands_beside_its_spec_and_is_prepared_by_its_training_rows()
    {
        File.WriteAllLines(Path.Combine(_folder.FullName, "mine.csv"), ["size,colour,kind", .. Enumerable.Range(0, 80)
            .Select(row => $"{row % 40},{(row % 4 == 0 ? "red" : "blue")},{(row % 4 == 0 ? "yes" : "no")}")]);
        using PortfolioRunOf run = new("train", Spec(
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

    [Fact]
    public void The_doctor_names_the_cause_what_to_change_and_what_it_has_not_judged()
    {
        string spec = Spec("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""");
        using PortfolioRunOf run = new("doctor", spec);
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        JsonElement cause = diagnosis.RootElement.GetProperty("causes")[0];
        Assert.Equal(
            ("targets_broadcast", 1, "suspected"),
            (cause.GetProperty("id").GetString(), cause.GetProperty("rank").GetInt32(), cause.GetProperty("status").GetString()));
        Assert.Contains("1. targets_broadcast", run.Output, StringComparison.Ordinal);
        Assert.Contains("[n, 1]", run.Output, StringComparison.Ordinal);
        Assert.Contains("overfitting, underfitting", run.Output, StringComparison.Ordinal);
        Assert.Contains("targets broadcast", run.Read("report.md"), StringComparison.Ordinal);
        // What to change stands first, where a narrow page shows it without scrolling.
        Assert.Contains("| To change | Cause | Status | What was measured |", run.Read("report.md"), StringComparison.Ordinal);
        Typed json = PortfolioRunOf.Answer("doctor", spec, "--json");
        Assert.Equal((3, run.Read("diagnosis.json").Trim()), (json.ExitCode, json.Output.Trim()));
    }

    [Fact]
    public void Of_a_sound_training_the_doctor_says_that_nothing_was_found()
    {
        using PortfolioRunOf run = new("doctor", Spec("{}"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("nothing_found", diagnosis.RootElement.GetProperty("verdict").GetString());
        Assert.Empty(diagnosis.RootElement.GetProperty("causes").EnumerateArray());
    }

    [Fact]
    public void The_doctor_leaves_the_spec_as_the_training_does()
    {
        string spec = Spec("""{ "data": { "set": "iris" } }""");
        using PortfolioRunOf doctor = new("doctor", spec);
        using PortfolioRunOf train = new("train", spec);
        Assert.Equal(train.Read("spec.json"), doctor.Read("spec.json"));
    }

    [Theory]
    [InlineData("train")]
    [InlineData("doctor")]
    public void The_loss_and_the_learning_rate_that_were_left_out_are_said(string verb)
    {
        using PortfolioRunOf run = new(verb, Spec("""{ "training": { "epochs": 2 } }"""));
        const string Said = "The loss is cross-entropy of logits, from 2 outputs; the rule is adam with a learning rate of 0.003.";
        Assert.Contains(Said, run.Output, StringComparison.Ordinal);
        Assert.Contains(Said, run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_that_diverged_says_so_before_any_number()
    {
        using PortfolioRunOf run = new("train", Spec("""
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
            using PortfolioRunOf run = new(verb, Spec("""{ "slips": { "frozen_layers": [3, 4] } }"""));
            Assert.Equal(2, run.ExitCode);
            Assert.Null(run.Folder);
            Assert.Contains("slips.frozen_layers is 3, 4, and the net has 2 layers", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_check_that_could_not_decide_is_told_apart_from_one_that_was_not_run()
    {
        using PortfolioRunOf run = new("doctor", Spec("""{ "data": { "set": "xor" }, "net": { "hidden": [] } }"""));
        Assert.Contains("undecided, by_heart:", run.Output, StringComparison.Ordinal);
        Assert.Contains("not run, symmetry:", run.Output, StringComparison.Ordinal);
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("undecided", diagnosis.RootElement.GetProperty("checks").EnumerateArray()
            .Single(check => check.GetProperty("id").GetString() == "by_heart").GetProperty("result").GetString());
    }

    [Fact]
    public void A_leak_that_was_tried_out_is_still_a_reason_to_stop()
    {
        using PortfolioRunOf run = new("doctor", Spec("""{ "slips": { "validation_rows_in_training": 1 } }"""), "--confirm");
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1. validation_rows_in_training (suspected)", run.Output, StringComparison.Ordinal);
        Assert.Contains("validation rows took part, so validation loss cannot judge it", run.Output, StringComparison.Ordinal);
        Assert.Contains("One likely cause was found. None of them could be tried out", run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_asked_with_a_cause_changed_stands_under_a_line_that_says_so()
    {
        using PortfolioRunOf run = new("doctor", Spec("""
            { "data": { "set": "line" }, "loss": { "kind": "cross_entropy" }, "slips": { "gradients_not_cleared": true } }
            """));
        string[] lines = run.Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains(lines, line => line.StartsWith("2. gradients_not_cleared", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("also failed, gradients_fresh", StringComparison.Ordinal));
        int changed = Array.FindIndex(lines, line => line == "With the causes above changed:");
        Assert.True(changed > 0);
        Assert.All(
            lines.Index().Where(line => line.Item.StartsWith("not run, ", StringComparison.Ordinal)),
            line => Assert.True(line.Index > changed));
        Assert.Contains("all but the first look at it with its causes changed", run.Read("report.md"), StringComparison.Ordinal);
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

    [Fact]
    public void A_change_that_helps_is_confirmed_by_trainings_in_pairs()
    {
        using PortfolioRunOf run = new(
            "doctor", Spec("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }"""), "--confirm");
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1. targets_broadcast (confirmed)", run.Output, StringComparison.Ordinal);
        Assert.Contains("better in 5 of 5 pairs", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_seen_to_be_harmless_is_told_and_is_no_reason_to_stop()
    {
        using PortfolioRunOf run = new(
            "doctor", Spec("""{ "net": { "dropout": 0.3 }, "slips": { "dropout_in_validation": true } }"""), "--confirm");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1. dropout_in_validation (harmless)", run.Output, StringComparison.Ordinal);
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("harmless_only", diagnosis.RootElement.GetProperty("verdict").GetString());
    }

    private static int Lines(RunOf run, string part) =>
        run.Read("history.csv").Split('\n').Count(line => line.Contains(part, StringComparison.Ordinal));

    private string Spec(string json)
    {
        string file = Path.Combine(_folder.FullName, $"spec-{Directory.GetFiles(_folder.FullName).Length}.json");
        File.WriteAllText(file, json);
        return file;
    }
}
