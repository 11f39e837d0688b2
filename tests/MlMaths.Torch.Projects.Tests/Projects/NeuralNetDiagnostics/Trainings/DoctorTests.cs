using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths doctor</c>, from a file to its diagnosis.</summary>
public sealed class DoctorTests(SpecFiles specs) : IClassFixture<SpecFiles>
{
    [Fact]
    public void The_doctor_names_the_cause_what_to_change_and_what_it_has_not_judged()
    {
        string spec = specs.Spec("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""");
        using PortfolioRunOf run = new("doctor", spec);
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        JsonElement cause = diagnosis.RootElement.GetProperty("causes")[0];
        Assert.Equal(
            ("targets_broadcast", 1, "suspected"),
            (cause.GetProperty("id").GetString(), cause.GetProperty("rank").GetInt32(), cause.GetProperty("status").GetString()));
        Assert.Contains("1. targets_broadcast", run.Output, StringComparison.Ordinal);
        Assert.Contains("[n, 1]", run.Output, StringComparison.Ordinal);
        Assert.Contains("Judged on these rows and this seed", run.Output, StringComparison.Ordinal);
        Assert.Contains("targets broadcast", run.Read("report.md"), StringComparison.Ordinal);
        // What to change stands first, where a narrow page shows it without scrolling.
        Assert.Contains("| To change | Cause | Status | What was measured |", run.Read("report.md"), StringComparison.Ordinal);
        Typed json = PortfolioRunOf.Answer("doctor", spec, "--json");
        Assert.Equal((3, run.Read("diagnosis.json").Trim()), (json.ExitCode, json.Output.Trim()));
    }

    [Fact]
    public void Of_a_sound_training_the_doctor_says_that_nothing_was_found()
    {
        using PortfolioRunOf run = new("doctor", specs.Spec("""{ "data": { "set": "blobs" } }"""));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("nothing_found", diagnosis.RootElement.GetProperty("verdict").GetString());
        Assert.Empty(diagnosis.RootElement.GetProperty("causes").EnumerateArray());
        Assert.Contains("The course shows no symptom.", run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_training_that_is_not_at_its_end_is_told_to_go_on_and_is_not_ill()
    {
        using PortfolioRunOf run = new("doctor", specs.Spec("{}"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("still_learning", diagnosis.RootElement.GetProperty("verdict").GetString());
        Assert.Contains("Still learning", run.Output, StringComparison.Ordinal);
        Assert.Contains("To change: set training.epochs to 160.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_wrong_after_the_first_step_is_named_tried_out_and_drawn_before_and_after()
    {
        using PortfolioRunOf run = new("doctor", specs.Spec("""{ "data": { "set": "line" }, "training": { "epochs": 1 } }"""), "--confirm");
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1. too_few_epochs (confirmed)", run.Output, StringComparison.Ordinal);
        Assert.Contains("before-and-after", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Contains("figures/course", run.Read("report.md"), StringComparison.Ordinal);
        Assert.InRange(run.Output.Split('\n').Length, 1, 25);
    }

    [Fact]
    public void The_doctor_leaves_the_spec_as_the_training_does()
    {
        string spec = specs.Spec("""{ "data": { "set": "iris" } }""");
        using PortfolioRunOf doctor = new("doctor", spec);
        using PortfolioRunOf train = new("train", spec);
        Assert.Equal(train.Read("spec.json"), doctor.Read("spec.json"));
    }

    [Fact]
    public void A_check_that_could_not_decide_is_told_apart_from_one_that_was_not_run()
    {
        using PortfolioRunOf run = new("doctor", specs.Spec("""{ "data": { "set": "xor" }, "net": { "hidden": [] } }"""));
        Assert.Contains("undecided, by_heart:", run.Output, StringComparison.Ordinal);
        Assert.Contains("not run, symmetry:", run.Output, StringComparison.Ordinal);
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("undecided", diagnosis.RootElement.GetProperty("checks").EnumerateArray()
            .Single(check => check.GetProperty("id").GetString() == "by_heart").GetProperty("result").GetString());
    }

    [Fact]
    public void A_leak_that_was_tried_out_is_still_a_reason_to_stop()
    {
        using PortfolioRunOf run = new(
            "doctor", specs.Spec("""{ "data": { "set": "blobs" }, "slips": { "validation_rows_in_training": 1 } }"""), "--confirm");
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1. validation_rows_in_training (suspected)", run.Output, StringComparison.Ordinal);
        Assert.Contains("validation rows took part, so validation loss cannot judge it", run.Output, StringComparison.Ordinal);
        Assert.Contains("One likely cause was found. It could not be tried out", run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_asked_with_a_cause_changed_stands_under_a_line_that_says_so()
    {
        using PortfolioRunOf run = new("doctor", specs.Spec("""
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
    public void A_change_that_helps_is_confirmed_by_trainings_in_pairs()
    {
        using PortfolioRunOf run = new(
            "doctor", specs.Spec("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }"""), "--confirm");
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1. targets_broadcast (confirmed)", run.Output, StringComparison.Ordinal);
        Assert.Contains("better in 5 of 5 pairs", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_seen_to_be_harmless_is_told_and_is_no_reason_to_stop()
    {
        using PortfolioRunOf run = new(
            "doctor", specs.Spec("""
                { "data": { "set": "blobs" }, "net": { "dropout": 0.3 }, "slips": { "dropout_in_validation": true } }
                """), "--confirm");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("1. dropout_in_validation (harmless)", run.Output, StringComparison.Ordinal);
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("harmless_only", diagnosis.RootElement.GetProperty("verdict").GetString());
    }
}
