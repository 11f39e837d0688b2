namespace MlMaths.Torch.Doctor;

/// <summary>Trainings that go wrong after their first step, each with the twin that does not.</summary>
public static class FaultyTrainings
{
    private static readonly string[] TooLarge = ["learning_rate_too_large"], TooSmall = ["learning_rate_too_small"],
        Overfitted = ["overfitted", "regularisation_missing", "net_too_large"], Short = ["too_few_epochs"], Weights =
        [
            "initial_weights_unsuitable", "initial_weights_too_large", "symmetric_weights", "no_gradient", "features_do_not_come_through",
        ],
        Depth = ["net_too_deep", "activation_unsuitable"];

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<DoctorKind> All { get; } =
    [
        DoctorKind.Faulty("plain descent, far too large a rate", TooLarge, chance => Pair(
            Any(chance), $$""" "rule": { "kind": "sgd", "learning_rate": {{DoctorKind.Of(chance, 5, 20, 100)}} } """,
            """ "rule": { "kind": "sgd" } """)),
        DoctorKind.Faulty("adam, too large a rate", TooLarge, chance => Pair(
            Any(chance), $$""" "rule": { "learning_rate": {{DoctorKind.Of(chance, "0.5", "1", "3")}} } """, "")),
        DoctorKind.Faulty("momentum, too large a rate", TooLarge, chance => Pair(
            Any(chance), $$""" "rule": { "kind": "momentum", "learning_rate": {{DoctorKind.Of(chance, "2", "5")}} } """,
            """ "rule": { "kind": "momentum" } """)),
        DoctorKind.Faulty("momentum near 1", [.. TooLarge, "rule_settings_unsuitable"], chance => Pair(
            Any(chance), """ "rule": { "kind": "momentum", "learning_rate": 0.1, "momentum": 0.997 } """,
            """ "rule": { "kind": "momentum", "learning_rate": 0.1 } """)),
        DoctorKind.Faulty("a rate that is too large after a warm-up", TooLarge, chance => Pair(
            Any(chance), """ "rule": { "kind": "sgd", "learning_rate": 30, "warm_up": 400 }, "training": { "epochs": 80 } """,
            """ "rule": { "kind": "sgd", "learning_rate": 0.1, "warm_up": 400 }, "training": { "epochs": 80 } """)),
        DoctorKind.Faulty("adam, too small a rate", TooSmall, chance => Pair(
            Any(chance), $$""" "rule": { "learning_rate": {{DoctorKind.Of(chance, "0.00003", "0.00001")}} } """, "")),
        DoctorKind.Faulty("plain descent, too small a rate", TooSmall, chance => Pair(
            Any(chance), $$""" "rule": { "kind": "sgd", "learning_rate": {{DoctorKind.Of(chance, "0.0005", "0.0001")}} } """,
            """ "rule": { "kind": "sgd" } """)),
        DoctorKind.Faulty("overfitted to wrong labels", Overfitted, chance => Pair(
            $"{DoctorKind.Of(chance, "\"set\": \"digits\", \"rows\": 600", "\"set\": \"moons\", \"rows\": 200", "\"set\": \"wine\"")}, "
            + "\"label_noise\": 0.3",
            """ "net": { "hidden": [256, 128] }, "training": { "epochs": 150 } """,
            """ "net": { "hidden": [256, 128] }, "training": { "epochs": 150, "early_stopping": 10 } """)),
        DoctorKind.Faulty("overfitted to noise", Overfitted, chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"blobs\", \"rows\": 120, \"noise\": 2", "\"set\": \"line\", \"rows\": 120, \"noise\": 3",
                "\"set\": \"moons\", \"rows\": 120, \"noise\": 0.5"),
            """ "net": { "hidden": [256, 256] }, "training": { "epochs": 300 } """,
            """ "net": { "hidden": [256, 256] }, "training": { "epochs": 300, "early_stopping": 10 } """)),
        DoctorKind.Faulty("diabetes, far too long", Overfitted, chance => Pair(
            "\"set\": \"diabetes\"", """ "net": { "hidden": [128] }, "training": { "epochs": 300 } """,
            """ "net": { "hidden": [128] }, "training": { "epochs": 300, "early_stopping": 10 } """)),
        DoctorKind.Faulty("two epochs", Short, chance => Pair(
            Any(chance), $$""" "training": { "epochs": {{DoctorKind.Of(chance, 1, 2)}} } """, "")),
        DoctorKind.Faulty("plain descent, too few epochs", Short, chance => Pair(
            Any(chance), """ "rule": { "kind": "sgd" }, "training": { "epochs": 2 } """,
            """ "rule": { "kind": "sgd" }, "training": { "epochs": 60 } """)),
        DoctorKind.Faulty("full batches, few steps", [.. Short, "batch_too_large"], chance => Pair(
            Any(chance), """ "training": { "batch": 100000, "epochs": 30 } """, """ "training": { "epochs": 30 } """)),
        DoctorKind.Faulty("a rate that falls too soon", ["learning_rate_falls_too_soon"], chance => Pair(
            Any(chance), """ "rule": { "schedule": "step", "decay": 0.1, "decay_epochs": 1 } """, "")),
        DoctorKind.Faulty("a warm-up longer than the training", ["warm_up_too_long"], chance => Pair(
            Any(chance), """ "rule": { "warm_up": 100000 } """, "")),
        DoctorKind.Faulty("a net that is too small", ["net_too_small"], chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"moons\"", "\"set\": \"digits\"", "\"set\": \"xor\", \"noise\": 0.2", "\"set\": \"square\""),
            """ "net": { "hidden": [1], "activation": "tanh" } """, """ "net": { "activation": "tanh" } """)),
        DoctorKind.Faulty("deep sigmoids", Depth, chance => Pair(
            Any(chance), """ "net": { "hidden": [16, 16, 16, 16, 16, 16], "activation": "sigmoid" } """,
            """ "net": { "hidden": [16] } """)),
        DoctorKind.Faulty("tiny weights in many layers", [.. Weights, .. Depth], chance => Pair(
            Any(chance), """
            "net": { "hidden": [16, 16, 16, 16], "initialisation": "normal", "weight_scale": 0.01 }, "rule": { "kind": "sgd" }
            """,
            """ "net": { "hidden": [16, 16, 16, 16] }, "rule": { "kind": "sgd" } """)),
        DoctorKind.Faulty("weights that are too large", Weights, chance => Pair(
            Any(chance), """ "net": { "initialisation": "normal", "weight_scale": 5 } """, "")),
        DoctorKind.Faulty("biases that silence all units", Weights, chance => Pair(
            Any(chance), """ "net": { "hidden": [32, 32], "initial_bias": -20 } """, """ "net": { "hidden": [32, 32] } """)),
        DoctorKind.Faulty("too strong a penalty", ["penalty_too_strong"], chance => Pair(
            Any(chance), $$""" "loss": { "penalty": {{DoctorKind.Of(chance, "0.3", "1", "5")}} } """, "")),
        DoctorKind.Faulty("too strong a weight decay", ["weight_decay_too_strong"], chance => Pair(
            Any(chance), $$""" "rule": { "kind": "adamw", "weight_decay": {{DoctorKind.Of(chance, "10", "30")}} } """,
            """ "rule": { "kind": "adamw" } """)),
        DoctorKind.Faulty("too much dropout", ["dropout_too_strong"], chance => Pair(
            Any(chance), """ "net": { "hidden": [16, 16], "dropout": 0.9 } """, """ "net": { "hidden": [16, 16] } """)),
        DoctorKind.Faulty("gradients clipped to nothing", ["clipping_too_tight"], chance => Pair(
            Any(chance), """ "rule": { "kind": "sgd", "clip": 0.0003 } """, """ "rule": { "kind": "sgd" } """)),
        DoctorKind.Faulty("a number as it is", ["target_scale", "learning_rate_too_small"], _ => Pair(
            "\"set\": \"diabetes\", \"target_scaling\": \"none\"", "", "", "\"set\": \"diabetes\"")),
        DoctorKind.Faulty("features as they are", ["feature_scale"], chance =>
        {
            string set = DoctorKind.Of(chance, "wine", "breast_cancer", "diabetes", "penguins");
            const string Descent = """ "rule": { "kind": "sgd" } """;
            return Pair($"\"set\": \"{set}\", \"scaling\": \"none\"", Descent, Descent, $"\"set\": \"{set}\"");
        }),
    ];

    private static (string Spec, string Twin) Pair(string data, string faulty, string sound, string? soundData = null) =>
        (SoundTrainings.Spec(data, faulty), SoundTrainings.Spec(soundData ?? data, sound));

    private static string Any(Random chance) => SoundTrainings.Any(chance);
}
