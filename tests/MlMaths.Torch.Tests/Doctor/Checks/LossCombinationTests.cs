using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Every loss with every end of a net and every kind of target: what is found is repaired by what its fix says.</summary>
public sealed class LossCombinationTests
{
    private const int Seed = 7, MostRepairs = 4;

    public static TheoryData<string, string, string> Combinations { get; } =
    [
        .. from set in (string[])["moons", "iris", "line"]
           from kind in (string[])["null", "\"cross_entropy\"", "\"binary\"", "\"squared\"", "\"absolute\""]
           from applied in (string[])["null", "\"logits\"", "\"probabilities\""]
           select (set, kind, applied),
    ];

    [Theory]
    [MemberData(nameof(Combinations))]
    public void What_does_not_fit_is_found_and_the_repaired_training_learns(string set, string kind, string applied)
    {
        foreach (string output in (string[])["none", "softmax", "sigmoid", "tanh", "relu"])
        {
            foreach (string outputs in (string[])["null", "1", "2", "3"])
            {
                string json = $$"""
                    {
                        "data": { "set": "{{set}}", "rows": 60 }, "net": { "output": "{{output}}", "outputs": {{outputs}} },
                        "loss": { "kind": {{kind}}, "applied_to": {{applied}} }, "training": { "epochs": 4, "batch": 8 }
                    }
                    """;
                var spec = TrainingSpec.Parse(json);
                for (int repair = 0; FirstFault(spec) is { } fault; repair++)
                {
                    Assert.True(repair < MostRepairs, $"{json} still has {fault.Id}");
                    IReadOnlyList<SpecChange> changes = Repair.Of(fault, spec);
                    Assert.True(changes.Count > 0, $"{fault.Id} of {json} has no repair");
                    Assert.True(
                        changes.Any(change => fault.Fix.Contains(change.Path, StringComparison.Ordinal)),
                        $"{fault.Id} of {json} says: {fault.Fix}; and {SpecChange.Words(changes)} takes it away");
                    spec = spec.With(changes);
                }

                Assert.True(LossFalls(spec), $"{json} became {spec.Whole}");
            }
        }
    }

    [Theory]
    [InlineData("""{ "data": { "set": "line" }, "loss": { "kind": "cross_entropy" } }""", "loss_and_target_differ", "loss.kind to squared")]
    [InlineData("""{ "data": { "set": "line" }, "loss": { "kind": "binary" } }""", "loss_and_target_differ", "loss.kind to squared")]
    [InlineData("""{ "data": { "set": "iris" }, "loss": { "kind": "binary" }, "net": { "outputs": 1 } }""", "outputs_and_classes_differ",
        "net.outputs to 3")]
    [InlineData("""{ "data": { "set": "line" }, "net": { "outputs": 2 } }""", "targets_broadcast", "one output")]
    [InlineData("""{ "net": { "output": "tanh" } }""", "output_cannot_reach_targets", "leave net.output out")]
    [InlineData("""{ "net": { "output": "relu" } }""", "output_cannot_reach_targets", "leave net.output out")]
    [InlineData("""{ "net": { "output": "relu" }, "loss": { "kind": "binary" } }""", "output_cannot_reach_targets", "leave net.output out")]
    [InlineData("""{ "net": { "output": "softmax" }, "loss": { "applied_to": "logits" } }""", "loss_and_output_do_not_fit",
        "leave net.output out")]
    public void The_fix_names_the_field(string json, string id, string named)
    {
        Fault fault = FirstFault(TrainingSpec.Parse(json))!;
        Assert.Equal(id, fault.Id);
        Assert.Contains(named, fault.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_loss_takes_shares_and_no_other_numbers()
    {
        Assert.Null(FirstFault(TrainingSpec.Parse("""{ "loss": { "kind": "binary" } }""")));
        var unscaled = TrainingSpec.Parse("""{ "data": { "set": "line", "target_scaling": "none" }, "loss": { "kind": "binary" } }""");
        Assert.Equal("loss_and_target_differ", FirstFault(unscaled)!.Id);
    }

    private static Fault? FirstFault(TrainingSpec spec)
    {
        using var data = SpecData.Prepare(spec, Seed);
        if (SpecShapes.Mismatch(spec, data.Classes?.Count, data.Outputs) is not null)
            return StartChecks.Run(spec, data, Seed, CancellationToken.None)[0].Fault;
        using StartProbe probe = new(spec, data, Seed, CancellationToken.None);
        CheckResult[] results =
        [
            LabelChecks.Classes(probe), LossChecks.Shapes(probe), LossChecks.RowsApart(probe), ReachCheck.Of(probe),
            LossChecks.Floor(probe),
        ];
        return StartDiagnosis.Of(results).Causes is [{ } first, ..] ? first.Fault : null;
    }

    private static bool LossFalls(TrainingSpec spec)
    {
        using var data = SpecData.Prepare(spec, Seed);
        using SpecTraining training = new(spec, data, Seed);
        double before = training.MeanLoss(data.Training);
        TrainingHistory history = training.Fit(CancellationToken.None);
        return history.Status == TrainingStatus.Completed && training.MeanLoss(data.Training) < before;
    }
}
