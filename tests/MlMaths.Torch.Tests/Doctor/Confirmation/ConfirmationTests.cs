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
