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

    private static StartExamination Of(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        return StartExamination.Of(spec, data, Seed, CancellationToken.None);
    }
}
