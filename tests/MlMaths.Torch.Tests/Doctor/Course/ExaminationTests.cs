using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Before the first step and after it, as one diagnosis.</summary>
public sealed class ExaminationTests
{
    private const int Seed = 7;

    [Fact]
    public void A_symptom_that_something_upstream_explains_is_no_cause_beside_it()
    {
        Examination examination = Of("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""");
        Assert.Equal(["targets_broadcast"], examination.Causes.Select(cause => cause.Id));
        CheckResult reaches = examination.Checks.Single(check => check.Id == "reaches_references");
        Assert.Equal((CheckOutcome.Failed, "targets_broadcast"), (reaches.Outcome, reaches.Fault?.Id));
    }

    [Fact]
    public void One_that_stays_when_the_cause_upstream_is_changed_stands_beside_it()
    {
        Examination examination =
            Of("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true }, "training": { "epochs": 1 } }""");
        Assert.Equal(["targets_broadcast", "too_few_epochs"], examination.Causes.Select(cause => cause.Id));
        Assert.Equal([1, 2], examination.Causes.Select(cause => cause.Rank));
        Assert.StartsWith("With the causes above changed: ", examination.Causes[1].Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "data": { "set": "moons" } }""", true)]
    [InlineData("""{ "data": { "set": "moons" }, "training": { "epochs": 1 } }""", false)]
    public void A_sound_training_that_is_not_at_its_end_is_told_to_go_on_and_one_that_has_hardly_begun_is_a_fault(
        string json, bool isStillLearning)
    {
        Examination examination = Of(json);
        Assert.Equal(["too_few_epochs"], examination.Causes.Select(cause => cause.Id));
        Assert.Equal(isStillLearning, examination.IsStillLearning);
    }

    [Theory]
    [InlineData("""{ "net": { "hidden": [32, 32] }, "data": { "set": "moons", "misaligned_labels": 0.5 }, "training": { "epochs": 2 } }""",
        "labels_misaligned", "too_few_epochs")]
    [InlineData(
        """
        { "net": { "hidden": [32, 32] }, "data": { "set": "iris" }, "loss": { "penalty": 1 }, "rule": { "learning_rate": 0.00003 } }
        """,
        "learning_rate_too_small", "penalty_too_strong")]
    public void One_fault_that_hides_another_is_changed_and_the_rest_examined_again(string json, string first, string second)
    {
        Examination examination = Of(json);
        Assert.Equal([first, second], examination.Causes.Select(cause => cause.Id).Order());
        Assert.True(examination.Effect?.IsWorthIt);
    }

    [Fact]
    public void A_loss_that_cannot_be_computed_is_not_trained()
    {
        Examination examination = Of("""{ "data": { "set": "iris" }, "net": { "outputs": 2 } }""");
        Assert.All(examination.Course.Checks, check => Assert.Equal(CheckOutcome.NotRun, check.Outcome));
        Assert.Null(examination.Course.Picture);
        Assert.Equal("outputs_and_classes_differ", examination.Causes[0].Id);
    }

    private static Examination Of(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        return Examination.Of(spec, data, Seed, CancellationToken.None);
    }
}
