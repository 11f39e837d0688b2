using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>A cause tried out in pairs of trainings: what helped, what did nothing, and what was not tried.</summary>
public sealed class ConfirmationTests
{
    private const int Seed = 7;

    [Theory]
    [InlineData("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""", CauseStatus.Confirmed)]
    [InlineData("""{ "data": { "set": "iris", "misaligned_labels": 1 } }""", CauseStatus.Confirmed)]
    [InlineData("""{ "data": { "set": "digits" }, "slips": { "labels_divided": 255 } }""", CauseStatus.Confirmed)]
    [InlineData("""{ "net": { "dropout": 0.3 }, "slips": { "dropout_in_validation": true } }""", CauseStatus.Harmless)]
    public void The_change_is_judged_by_what_it_does_to_untouched_labels(string json, CauseStatus status) =>
        Assert.Equal(status, Tried(json).Status);

    [Fact]
    public void Without_validation_rows_nothing_is_tried()
    {
        Confirmation tried =
            Tried("""{ "data": { "set": "line", "validation": 0 }, "slips": { "targets_broadcast": true } }""");
        Assert.Equal(CauseStatus.Suspected, tried.Status);
        Assert.Contains("no validation rows", tried.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "slips": { "validation_rows_in_training": 1 } }""")]
    [InlineData("""{ "data": { "set": "wine" }, "slips": { "scaler_on_all_rows": true } }""")]
    public void A_leak_is_never_acquitted_by_the_rows_that_it_leaked(string json)
    {
        Confirmation tried = Tried(json);
        Assert.Equal(CauseStatus.Suspected, tried.Status);
        Assert.Equal("Not tried: validation rows took part, so validation loss cannot judge it.", tried.Evidence);
    }

    [Fact]
    public void Of_two_causes_with_one_change_the_first_is_tried()
    {
        var spec = TrainingSpec.Parse("""{ "net": { "initial_bias": -100 } }""");
        Cause[] causes =
        [
            new(new("features_do_not_come_through", FaultStage.Initialisation, ""), 1, ""),
            new(new("no_gradient", FaultStage.Initialisation, ""), 2, ""),
        ];
        IReadOnlyList<Confirmation> tried =
            Confirmation.Train(spec, causes, Seed, (one, _) => (one.Net.InitialBias < 0 ? 0.9 : 0.2, 1));
        Assert.Equal([CauseStatus.Confirmed, CauseStatus.Suspected], tried.Select(one => one.Status));
        Assert.Equal("Not tried: what takes an earlier cause away takes this one away, too.", tried[1].Evidence);
    }

    [Fact]
    public void What_causes_have_in_common_is_trained_once()
    {
        var spec = TrainingSpec.Parse("""
            {
                "data": { "set": "line", "scaling": "none" }, "rule": { "learning_rate": 0.01 },
                "slips": { "targets_broadcast": true, "frozen_layers": [1], "scaler_on_all_rows": true }
            }
            """);
        Cause[] causes =
        [
            new(new("targets_broadcast", FaultStage.LossAndOutput, ""), 1, ""),
            new(new("frozen_layers", FaultStage.RateAndRule, ""), 2, ""),
            new(new("feature_scale", FaultStage.Data, ""), 3, ""),
        ];
        List<TrainingSpec> trained = [];
        IReadOnlyList<Confirmation> tried = Confirmation.Train(spec, causes, Seed, (one, _) =>
        {
            trained.Add(one);
            return (one.Slips.FrozenLayers.Count > 0 ? 0.9 : 0.2, 1);
        });
        // The sound one and the known good net once, and each cause with the two others changed.
        Assert.Equal((2 + causes.Length) * Confirmation.Pairs, trained.Count);
        Assert.Equal([CauseStatus.Harmless, CauseStatus.Confirmed, CauseStatus.Harmless], tried.Select(one => one.Status));
        Assert.Equal(Confirmation.Pairs, trained.Count(one => one.Slips is { TargetsBroadcast: true, FrozenLayers: [] }));
    }

    [Fact]
    public void Losses_of_classes_are_not_compared_with_those_of_numbers()
    {
        Cause[] causes = [new(new("number_taken_for_classes", FaultStage.Labels, ""), 1, "")];
        Confirmation tried = Confirmation.Train(TrainingSpec.Parse("{}"), causes, Seed, (_, _) => (0.5, 1))[0];
        Assert.Equal((CauseStatus.Suspected, false), (tried.Status, tried.WasTried));
        Assert.Equal("Not tried: losses of classes and of numbers cannot be compared.", tried.Evidence);
    }

    [Fact]
    public void The_net_that_is_known_to_work_has_the_causes_changed()
    {
        var straight = TrainingSpec.Parse("""{ "data": { "set": "xor" }, "net": { "hidden": [] } }""");
        Cause[] causes = [new(CapacityCheck.StraightLine(straight), 1, "")];
        // Were the known net a straight map, too, it would have 0.9, and any gain would be above a tenth of 0.
        Confirmation tried = Confirmation.Train(straight, causes, Seed, (one, _) => (one.Net.Hidden.Count == 0 ? 0.9 : 0.2, 1))[0];
        Assert.Contains("known to work has 0.2.", tried.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_cannot_be_trained_leaves_its_cause_suspected()
    {
        Cause[] causes = [new(new("feature_scale", FaultStage.Data, ""), 1, "")];
        Confirmation tried = Confirmation.Train(
            TrainingSpec.Parse("""{ "data": { "scaling": "none" } }"""), causes, Seed,
            (_, _) => throw new UserMistakeException("The file is gone."))[0];
        Assert.Equal(CauseStatus.Suspected, tried.Status);
        Assert.Equal("Not tried, as the changed training cannot be read: The file is gone.", tried.Evidence);
    }

    [Theory]
    [InlineData(new[] { 0.9, 0.9, 0.9, 0.9, 0.9 }, 0.2, 0.2, CauseStatus.Confirmed)]
    [InlineData(new[] { 0.9, 0.9, 0.1, 0.9, 0.9 }, 0.2, 0.2, CauseStatus.Suspected)]
    [InlineData(new[] { 0.24, 0.24, 0.24, 0.24, 0.24 }, 0.2, -0.8, CauseStatus.Suspected)]
    [InlineData(new[] { 0.2, 0.2, 0.2, 0.2, 0.2 }, 0.2, 0.2, CauseStatus.Harmless)]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1 }, 0.2, 0.2, CauseStatus.Harmless)]
    [InlineData(
        new[] { double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 0.9 }, 0.2, 0.2,
        CauseStatus.Confirmed)]
    public void All_pairs_must_gain_and_by_a_tenth_of_the_distance_to_a_good_net(
        double[] runs, double changed, double known, CauseStatus status) =>
        Assert.Equal(status, Confirmation.Judged(runs, [.. runs.Select(_ => (changed, 1.0))], known).Status);

    private static Confirmation Tried(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        StartDiagnosis diagnosis = StartDiagnosis.Of(StartChecks.Run(spec, data, Seed, CancellationToken.None));
        return Confirmation.Train(spec, [diagnosis.Causes[0]], Seed, CancellationToken.None)[0];
    }
}
