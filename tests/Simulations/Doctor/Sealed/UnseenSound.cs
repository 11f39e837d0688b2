using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>Sound trainings that no rule was tuned with, written before any of them was run: a few for validation, the others for the
/// sealed set alone.</summary>
public static class UnseenSound
{
    /// <summary>For validation.</summary>
    public static IReadOnlyList<DoctorKind> ForValidation { get; } =
    [
        Sound("an ellipse or a ramp, every default", chance => (UnseenSets.ForValidation(chance), "")),
        Sound("an ellipse or a ramp, settings by chance", chance => (UnseenSets.ForValidation(chance), LaterSound.Sensible(chance))),
        Sound("adam at a third of the usual rate", chance => (
            Any(chance), """ "rule": { "learning_rate": 0.001 }, "training": { "epochs": 120, "early_stopping": 20 } """)),
        Sound("momentum and a cosine", chance => (
            Any(chance), """ "rule": { "kind": "momentum", "schedule": "cosine" }, "training": { "epochs": 60 } """)),
    ];

    /// <summary>Settings for the sealed set.</summary>
    public static IReadOnlyList<DoctorKind> Settings { get; } =
    [
        Sound("tanh, two layers, a penalty", chance => (Any(chance), """
            "net": { "hidden": [32, 32], "activation": "tanh", "initialisation": "xavier" }, "loss": { "penalty": 0.0003 },
            "training": { "epochs": 80, "early_stopping": 15 }
            """)),
        Sound("large batches, a rate to match", chance => (Any(chance), """
            "rule": { "learning_rate": 0.01 }, "training": { "batch": 128, "epochs": 150, "early_stopping": 25 }
            """)),
        Sound("rmsprop that falls", chance => (Any(chance), """
            "rule": { "kind": "rmsprop", "learning_rate": 0.005, "schedule": "exponential" },
            "training": { "epochs": 80, "early_stopping": 15 }
            """)),
        Sound("a wide layer, a fifth dropped, adamw", chance => (Any(chance), """
            "net": { "hidden": [256], "dropout": 0.2 }, "rule": { "kind": "adamw" }, "training": { "epochs": 80, "early_stopping": 15 }
            """)),
        Sound("a third of the labels wrong, early end", _ => (
            "\"set\": \"digits\", \"rows\": 1000, \"label_noise\": 0.33", "\"training\": { \"early_stopping\": 10 }")),
        Sound("one row of twenty is rare, a third dropped", _ => (
            "\"set\": \"rare\", \"rows\": 800", """ "net": { "hidden": [64], "dropout": 0.3 }, "training": { "early_stopping": 15 } """)),
        Sound("features of one range, momentum", chance => ($"{Any(chance)}, \"scaling\": \"range\"", """
            "rule": { "kind": "momentum", "learning_rate": 0.05 }, "training": { "epochs": 120, "early_stopping": 20 }
            """)),
        Sound("other settings by chance", chance => (Any(chance), Other(chance))),
    ];

    /// <summary>On rows for the sealed set.</summary>
    public static IReadOnlyList<DoctorKind> OnUnseenSets { get; } =
    [
        Sound("unseen sets, every default", chance => (UnseenSets.Any(chance), "")),
        Sound("unseen sets, 64 units, early stopping", chance => (
            UnseenSets.Any(chance), """ "net": { "hidden": [64] }, "training": { "epochs": 200, "early_stopping": 15 } """)),
        Sound("unseen sets, small batches", chance => (
            UnseenSets.Any(chance), """ "training": { "batch": 8, "epochs": 60, "early_stopping": 10 } """)),
        Sound("unseen sets, settings by chance", chance => (UnseenSets.Any(chance), LaterSound.Sensible(chance))),
        Sound("unseen sets, other settings by chance", chance => (UnseenSets.Any(chance), Other(chance))),
    ];

    /// <summary>Settings that a careful person may take, from other lists than those of <see cref="LaterSound"/>.</summary>
    private static string Other(Random chance)
    {
        string rule = DoctorKind.Of(chance,
            "\"kind\": \"adam\", \"learning_rate\": 0.005", "\"kind\": \"adamw\", \"learning_rate\": 0.002",
            "\"kind\": \"sgd\", \"learning_rate\": 0.1", "\"kind\": \"momentum\", \"learning_rate\": 0.01",
            "\"kind\": \"nesterov\", \"learning_rate\": 0.05", "\"kind\": \"rmsprop\", \"learning_rate\": 0.001");
        string schedule = DoctorKind.Of(chance, "constant", "cosine", "inverse_root", "one_cycle");
        string hidden = DoctorKind.Of(chance, "24", "48", "96", "48, 24", "32, 32, 16");
        string activation = DoctorKind.Of(chance, "relu", "gelu", "tanh");
        return $$"""
            "net": { "hidden": [{{hidden}}], "activation": "{{activation}}", "dropout": {{DoctorKind.Of(chance, "0", "0.1", "0.3")}} },
            "rule": { {{rule}}, "schedule": "{{schedule}}" }, "loss": { "penalty": {{DoctorKind.Of(chance, "0", "0.0001", "0.001")}} },
            "training": {
              "batch": {{DoctorKind.Of(chance, 16, 24, 48)}}, "epochs": {{DoctorKind.Of(chance, 80, 120, 200)}},
              "early_stopping": {{DoctorKind.Of(chance, 12, 25)}}
            }
            """;
    }

    private static DoctorKind Sound(string name, Func<Random, (string Data, string Others)> parts) => DoctorKind.Sound(name, parts);

    private static string Any(Random chance) => SoundTrainings.Any(chance);
}
