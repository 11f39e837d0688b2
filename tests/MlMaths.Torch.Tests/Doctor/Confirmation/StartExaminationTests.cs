using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>What one cause explains is left out, and what it does not is listed beside it.</summary>
public sealed class StartExaminationTests
{
    private const int Seed = 7;

    [Theory]
    [InlineData("""{ "slips": { "scaler_on_all_rows": true }, "rule": { "kind": "sgd", "learning_rate": 0.000001 } }""",
        "scaler_on_all_rows", "learning_rate_too_small")]
    [InlineData("""{ "data": { "set": "line" }, "loss": { "kind": "cross_entropy" }, "slips": { "gradients_not_cleared": true } }""",
        "loss_and_target_differ", "gradients_not_cleared")]
    [InlineData("""{ "data": { "set": "xor" }, "net": { "hidden": [] }, "slips": { "validation_rows_in_training": 0.5 } }""",
        "validation_rows_in_training", "net_is_linear")]
    [InlineData("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""", "targets_broadcast")]
    [InlineData("""{ "net": { "initialisation": "zero", "hidden": [16, 16] } }""", "symmetric_weights")]
    public void Independent_causes_stand_beside_each_other_and_consequences_do_not(string json, params string[] causes)
    {
        StartExamination examination = Of(json);
        Assert.Equal(causes, examination.Diagnosis.Causes.Select(cause => cause.Id));
        Assert.Equal(Enumerable.Range(1, causes.Length), examination.Diagnosis.Causes.Select(cause => cause.Rank));
    }

    [Fact]
    public void Where_the_loss_cannot_be_computed_the_other_checks_are_made_with_that_changed()
    {
        StartExamination examination =
            Of("""{ "data": { "set": "line" }, "loss": { "kind": "cross_entropy" }, "slips": { "gradients_not_cleared": true } }""");
        Assert.True(examination.WasCutShort);
        Assert.Equal(StartChecks.Count, examination.Checks.Count);
        Assert.Equal(StartChecks.Count, examination.Checks.Select(check => check.Id).Distinct().Count());
        int failed = examination.Checks.Count(check => check.Outcome == CheckOutcome.Failed);
        Assert.StartsWith(
            $"Of {StartChecks.Count} checks before the first step {failed} failed", examination.Diagnosis.Counts, StringComparison.Ordinal);
        Assert.StartsWith("With the causes above changed: ", examination.Diagnosis.Causes[1].Evidence, StringComparison.Ordinal);
        Assert.Equal(["shapes", "gradients_fresh"], examination.Diagnosis.Causes.Select(cause => cause.Check));
    }

    [Fact]
    public void Two_reasons_why_a_loss_cannot_be_computed_are_both_told()
    {
        StartExamination examination = Of("""
            {
                "data": { "set": "line" }, "loss": { "kind": "cross_entropy" }, "net": { "outputs": 2 },
                "slips": { "targets_broadcast": true }
            }
            """);
        Assert.Equal(["loss_and_target_differ", "targets_broadcast"], examination.Diagnosis.Causes.Select(cause => cause.Id));
        Assert.Single(examination.Diagnosis.Causes[1].Evidence.Split("With the causes above changed: ").Skip(1));
    }

    [Fact]
    public void Rows_that_cannot_be_read_again_leave_the_cause_suspected_and_say_why()
    {
        string file = Path.GetTempFileName();
        File.WriteAllLines(file, ["x,y", .. Enumerable.Range(0, 80).Select(row => $"{row},{2 * row}")]);
        var spec = TrainingSpec.Parse($$"""
            { "data": { "file": "{{Path.GetFileName(file)}}", "target": "y" }, "loss": { "kind": "cross_entropy" } }
            """) with { Home = Path.GetDirectoryName(file)! };
        using var data = SpecData.Prepare(spec, Seed);
        File.Delete(file);
        Cause cause = Assert.Single(StartExamination.Of(spec, data, Seed, CancellationToken.None).Diagnosis.Causes);
        Assert.Equal("loss_and_target_differ", cause.Id);
        Assert.Contains("What else may be wrong was not asked", cause.Evidence, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), cause.Evidence, StringComparison.Ordinal);
    }

    private static StartExamination Of(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        return StartExamination.Of(spec, data, Seed, CancellationToken.None);
    }
}
