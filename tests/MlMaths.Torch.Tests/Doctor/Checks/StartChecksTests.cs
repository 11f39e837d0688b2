using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>What is found before the first step, and what is not: faults by what they do, sound trainings by silence.</summary>
public sealed class StartChecksTests
{
    private const int Seed = 7;

    [Theory]
    [InlineData("""{ "slips": { "gradients_not_cleared": true } }""", "gradients_fresh", "gradients_not_cleared")]
    [InlineData("""{ "data": { "set": "digits" }, "slips": { "softmax_twice": true } }""", "loss_floor", "loss_and_output_do_not_fit")]
    [InlineData("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""", "shapes", "targets_broadcast")]
    [InlineData("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""", "rows_apart", "targets_broadcast")]
    [InlineData(
        """{ "net": { "dropout": 0.3 }, "slips": { "dropout_in_validation": true } }""", "validation_repeats", "dropout_in_validation")]
    [InlineData("""{ "slips": { "scaler_on_all_rows": true } }""", "scaler_rows", "scaler_on_all_rows")]
    [InlineData("""{ "slips": { "frozen_layers": [1] } }""", "parameters_move", "frozen_layers")]
    [InlineData("""{ "slips": { "validation_rows_in_training": 0.5 } }""", "split_apart", "validation_rows_in_training")]
    [InlineData("""{ "data": { "set": "digits" }, "slips": { "labels_divided": 255 } }""", "classes", "labels_collapsed")]
    [InlineData("""{ "slips": { "seed_per_batch": true } }""", "chance_goes_on", "seed_per_batch")]
    [InlineData(
        """{ "net": { "output": "softmax" }, "loss": { "kind": "binary" } }""", "targets_in_reach", "output_cannot_reach_targets")]
    [InlineData("""{ "data": { "set": "diabetes" }, "net": { "output": "relu" } }""", "targets_in_reach", "output_cannot_reach_targets")]
    [InlineData("""{ "data": { "set": "square" }, "net": { "output": "sigmoid" } }""", "targets_in_reach", "output_cannot_reach_targets")]
    [InlineData(
        """{ "data": { "set": "breast_cancer" }, "loss": { "kind": "binary", "applied_to": "probabilities" } }""", "targets_in_reach",
        "outputs_are_no_probabilities")]
    [InlineData(
        """{ "data": { "set": "iris" }, "loss": { "kind": "cross_entropy", "applied_to": "probabilities" } }""", "targets_in_reach",
        "outputs_are_no_probabilities")]
    [InlineData("""{ "net": { "initialisation": "zero" } }""", "symmetry", "symmetric_weights")]
    [InlineData(
        """{ "data": { "set": "digits" }, "net": { "hidden": [30], "initialisation": "normal", "weight_scale": 1 } }""", "start_loss",
        "initial_weights_too_large")]
    [InlineData("""{ "data": { "set": "wine", "scaling": "none" } }""", "scales", "feature_scale")]
    [InlineData("""{ "data": { "set": "iris", "misaligned_labels": 1 } }""", "labels_belong", "labels_misaligned")]
    [InlineData(
        """{ "data": { "set": "iris", "order": "by_target" }, "training": { "shuffle": false } }""", "batches_mixed", "rows_sorted")]
    [InlineData(
        """{ "rule": { "kind": "sgd", "learning_rate": 1e-6 } }""", "by_heart", "learning_rate_too_small")]
    [InlineData("""{ "data": { "set": "digits" }, "rule": { "learning_rate": 0.3 } }""", "rate_on_rows", "learning_rate_too_large")]
    [InlineData(
        """{ "data": { "set": "diabetes" }, "net": { "hidden": [100] }, "rule": { "learning_rate": 3 }, "training": { "epochs": 100 } }""",
        "rate_on_rows", "learning_rate_too_large")]
    [InlineData("""{ "data": { "set": "xor" }, "net": { "hidden": [] } }""", "straight_map", "net_is_linear")]
    [InlineData("""{ "data": { "set": "xor" }, "net": { "activation": "none" } }""", "straight_map", "net_is_linear")]
    [InlineData("""{ "data": { "set": "square", "validation": 0 }, "net": { "hidden": [] } }""", "straight_map", "net_is_linear")]
    [InlineData("""{ "net": { "output": "tanh" } }""", "targets_in_reach", "output_cannot_reach_targets")]
    [InlineData("""{ "net": { "output": "relu" }, "loss": { "kind": "binary" } }""", "targets_in_reach", "output_cannot_reach_targets")]
    [InlineData("""{ "data": { "set": "line" }, "loss": { "kind": "binary" } }""", "targets_in_reach", "loss_and_target_differ")]
    [InlineData("""{ "data": { "set": "line" }, "loss": { "kind": "cross_entropy" } }""", "shapes", "loss_and_target_differ")]
    [InlineData(
        """{ "data": { "set": "line" }, "net": { "hidden": [] }, "rule": { "kind": "sgd", "learning_rate": 0.0001 } }""", "by_heart",
        "learning_rate_too_small")]
    [InlineData(
        """{ "data": { "set": "line" }, "net": { "hidden": [] }, "rule": { "kind": "sgd", "learning_rate": 3 } }""", "by_heart",
        "learning_rate_too_large")]
    [InlineData("""{ "data": { "set": "iris" }, "net": { "outputs": 1 } }""", "classes", "outputs_and_classes_differ")]
    [InlineData("""{ "data": { "set": "iris" }, "net": { "outputs": 2 } }""", "shapes", "outputs_and_classes_differ")]
    public void A_fault_is_found_by_what_it_does(string json, string check, string cause)
    {
        IReadOnlyList<CheckResult> results = Checks(json);
        Assert.Contains(check, results.Where(one => one.Outcome == CheckOutcome.Failed).Select(one => one.Id));
        StartDiagnosis diagnosis = StartDiagnosis.Of(results);
        Assert.Equal(cause, diagnosis.Causes[0].Id);
        Assert.InRange(diagnosis.Causes.Count, 1, 3);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "data": { "set": "digits" } }""")]
    [InlineData("""{ "data": { "set": "wine" }, "net": { "activation": "tanh", "initialisation": "xavier" } }""")]
    [InlineData("""{ "data": { "set": "iris" }, "net": { "activation": "sigmoid" }, "rule": { "learning_rate": 0.01 } }""")]
    [InlineData("""{ "data": { "set": "diabetes" } }""")]
    [InlineData("""{ "data": { "set": "line" }, "net": { "hidden": [] }, "rule": { "kind": "sgd" } }""")]
    [InlineData("""{ "data": { "set": "square" }, "loss": { "kind": "absolute" } }""")]
    [InlineData("""{ "data": { "set": "xor" }, "loss": { "kind": "binary" } }""")]
    [InlineData("""{ "data": { "set": "blobs" }, "net": { "output": "softmax" } }""")]
    [InlineData("""{ "data": { "set": "rare" }, "rule": { "kind": "momentum" } }""")]
    [InlineData("""{ "data": { "set": "moons", "label_noise": 0.2 }, "training": { "early_stopping": 5 } }""")]
    [InlineData("""{ "net": { "dropout": 0.5 }, "rule": { "schedule": "one_cycle", "kind": "momentum", "learning_rate": 0.1 } }""")]
    [InlineData("""{ "net": { "hidden": [2], "activation": "tanh" }, "rule": { "learning_rate": 0.03 } }""")]
    [InlineData("""{ "training": { "batch": 1, "epochs": 10 } }""")]
    [InlineData("""{ "training": { "batch": 100000, "epochs": 400 }, "rule": { "kind": "sgd", "learning_rate": 0.5 } }""")]
    [InlineData("""{ "net": { "hidden": [32, 32, 32, 32], "activation": "gelu" }, "rule": { "kind": "adamw", "clip": 1 } }""")]
    [InlineData("""{ "data": { "set": "breast_cancer" }, "loss": { "kind": "squared" }, "net": { "output": "sigmoid" } }""")]
    [InlineData("""{ "data": { "set": "digits", "scaling": "range" }, "loss": { "penalty": 0.0001 }, "rule": { "kind": "rmsprop" } }""")]
    [InlineData("""{ "training": { "shuffle": false } }""")]
    [InlineData("""{ "data": { "set": "breast_cancer" }, "net": { "hidden": [] } }""")]
    [InlineData(
        """{ "data": { "set": "line", "noise": 1.5 }, "rule": { "kind": "sgd", "learning_rate": 0.02, "schedule": "inverse_root" } }""")]
    [InlineData("""{ "data": { "set": "diabetes" }, "net": { "hidden": [] }, "rule": { "kind": "sgd" } }""")]
    [InlineData("""{ "data": { "set": "iris" }, "net": { "output": "sigmoid" }, "loss": { "kind": "cross_entropy" } }""")]
    [InlineData("""{ "data": { "set": "digits" }, "rule": { "kind": "sgd", "learning_rate": 0.3, "schedule": "one_cycle" } }""")]
    public void Of_a_sound_training_nothing_is_said(string json)
    {
        CheckResult[] failed = [.. Checks(json).Where(one => one.Outcome == CheckOutcome.Failed)];
        Assert.True(failed.Length == 0, string.Join('\n', failed.Select(one => $"{one.Id}: {one.Why}")));
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("breast_cancer")]
    [InlineData("diabetes")]
    public void A_straight_map_may_begin_at_zero(string set)
    {
        string json = $$"""{ "data": { "set": "{{set}}" }, "net": { "hidden": [], "initialisation": "zero" } }""";
        CheckResult inputs = Checks(json).Single(one => one.Id == "inputs_used");
        Assert.Equal(CheckOutcome.Passed, inputs.Outcome);
        Assert.Contains("after one step they change", inputs.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_of_rest_is_no_frozen_layer()
    {
        // Balanced classes, answers of one half, and a power of two of rows, so that nothing is rounded: the gradient of the bias is 0.
        CheckResult move = Checks("""
            {
                "data": { "set": "xor", "rows": 128, "validation": 0 }, "net": { "hidden": [], "initialisation": "zero" },
                "loss": { "kind": "binary" }
            }
            """)
            .Single(one => one.Id == "parameters_move");
        Assert.Equal(CheckOutcome.Passed, move.Outcome);
        Assert.Contains("the gradient of layer1.bias is 0", move.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, "line")]
    [InlineData(300, "line")]
    [InlineData(100, "blobs")]
    public void A_straight_map_is_enough_for_rows_on_a_straight_line(int rows, string set)
    {
        foreach (int seed in Enumerable.Range(1, 10))
        {
            CheckResult straight = Straight($$"""
                { "data": { "set": "{{set}}", "rows": {{rows}}, "validation": 0 }, "net": { "hidden": [] } }
                """, seed);
            Assert.True(straight.Outcome == CheckOutcome.Passed, $"Seed {seed}: {straight.Why}");
        }
    }

    [Fact]
    public void Both_halves_of_rows_are_scaled_alike()
    {
        // Without noise a straight map leaves nothing over, where both halves are in one unit.
        CheckResult straight = Straight(
            """
            {
                "data": { "set": "line", "rows": 80, "noise": 0, "validation": 0, "scaling": "none", "target_scaling": "none" },
                "net": { "hidden": [] }
            }
            """, Seed);
        double loss = double.Parse(
            straight.Why.Split("a straight map has a loss of ")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(loss, 0, 1e-3);
    }

    [Fact]
    public void The_fix_of_dead_units_is_the_field_that_killed_them()
    {
        Fault[] faults = [.. Checks("""{ "data": { "set": "moons" }, "net": { "hidden": [32, 32], "initial_bias": -100 } }""")
            .Where(one => one.Id is "inputs_used" or "parameters_move").Select(one => one.Fault).OfType<Fault>()];
        Assert.Equal(2, faults.Length);
        Assert.All(faults, fault => Assert.Equal("set net.initial_bias to 0", fault.Fix));
    }

    [Fact]
    public void Every_check_has_an_answer_and_leaves_no_tensor()
    {
        var spec = TrainingSpec.Parse("""{ "net": { "hidden": [] }, "data": { "set": "line", "rows": 12, "validation": 0 } }""");
        long before = 0;
        for (int round = 0; round < 3; round++)
        {
            using var data = SpecData.Prepare(spec, Seed);
            IReadOnlyList<CheckResult> results = StartChecks.Run(spec, data, Seed, CancellationToken.None);
            Assert.All(results, one => Assert.EndsWith(".", one.Why, StringComparison.Ordinal));
            Assert.Equal(results.Count, results.Select(one => one.Id).Distinct().Count());
            Assert.Equal(
                [
                    "scaler_rows", "split_apart", "batches_mixed", "classes", "labels_belong", "symmetry", "chance_goes_on",
                    "validation_repeats", "straight_map",
                ],
                results.Where(one => one.Outcome == CheckOutcome.NotRun).Select(one => one.Id));
            if (round == 1) before = LiveTensors.Count;
        }

        Assert.InRange(LiveTensors.Count, 0, before);
    }

    private static CheckResult Straight(string json, int seed)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, seed);
        using StartProbe probe = new(spec, data, seed, CancellationToken.None);
        return CapacityCheck.Of(probe);
    }

    private static IReadOnlyList<CheckResult> Checks(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        return StartChecks.Run(spec, data, Seed, CancellationToken.None);
    }
}
