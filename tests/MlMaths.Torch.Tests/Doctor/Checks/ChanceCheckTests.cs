using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Chance that is seeded anew is found; rows that are equal, a gradient of 0 and two rows are no such thing.</summary>
public sealed class ChanceCheckTests
{
    [Theory]
    [InlineData("""{ "slips": { "seed_per_batch": true } }""", CheckOutcome.Failed)]
    [InlineData(
        """{ "slips": { "seed_per_batch": true }, "net": { "dropout": 0.1 }, "training": { "batch": 1000 } }""", CheckOutcome.Failed)]
    [InlineData("""{ "net": { "dropout": 0.3, "initialisation": "zero" } }""", CheckOutcome.Passed)]
    [InlineData("""{ "net": { "dropout": 0.001, "hidden": [2] }, "data": { "rows": 8 } }""", CheckOutcome.Passed)]
    [InlineData("""{ "data": { "rows": 4, "validation": 0.5 }, "training": { "batch": 1 } }""", CheckOutcome.Passed)]
    [InlineData("""{ "training": { "batch": 1000 } }""", CheckOutcome.NotRun)]
    public void It_is_asked_of_orders_and_masks_themselves(string json, CheckOutcome outcome)
    {
        var spec = TrainingSpec.Parse(json);
        foreach (int seed in Enumerable.Range(1, 6))
        {
            using var data = SpecData.Prepare(spec, seed);
            using StartProbe probe = new(spec, data, seed, CancellationToken.None);
            Assert.Equal(outcome, ChanceCheck.GoesOn(probe).Outcome);
        }
    }
}
