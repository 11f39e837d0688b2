using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>Sound trainings of kinds that no rule was tuned with, and sensible settings by chance.</summary>
public static class LaterSound
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<DoctorKind> All { get; } =
    [
        Later("later sets, every default", _ => ""),
        Later("later sets, early stopping", _ => """ "net": { "hidden": [64] }, "training": { "epochs": 200, "early_stopping": 15 } """),
        Later("later sets, tanh and a cosine", _ => """
            "net": { "activation": "tanh", "initialisation": "xavier" }, "rule": { "learning_rate": 0.005, "schedule": "cosine" }
            """),
        Later("later sets, dropout of 0.3", _ => """
            "net": { "hidden": [128], "dropout": 0.3 }, "training": { "epochs": 100, "early_stopping": 20 }
            """),
        Later("later sets, momentum", _ => """ "rule": { "kind": "momentum" }, "training": { "epochs": 60, "early_stopping": 10 } """),
        Later("later sets, a rate that falls to a tenth", _ => """
            "rule": { "learning_rate": 0.01, "schedule": "exponential" }, "training": { "early_stopping": 15 }
            """),
        Later("later sets, small batches, adamw", _ => """
            "rule": { "kind": "adamw", "learning_rate": 0.001 }, "training": { "batch": 8, "epochs": 60, "early_stopping": 10 }
            """),
        Sound("features of one range", chance => (
            $"{SoundTrainings.Any(chance)}, \"scaling\": \"range\"",
            """ "rule": { "learning_rate": 0.01 }, "training": { "epochs": 80 } """)),
        Sound("sums instead of means, a rate to match", chance => (
            SoundTrainings.Any(chance), """ "loss": { "reduction": "sum" }, "training": { "epochs": 60, "early_stopping": 15 } """)),
        Sound("two labels of five wrong, early end", chance => (
            $"{DoctorKind.Of(chance, "\"set\": \"moons\", \"rows\": 1000", "\"set\": \"blobs\", \"rows\": 600")}, \"label_noise\": 0.4",
            "\"training\": { \"early_stopping\": 10 }")),
        Sound("an inverse root after a warm-up", chance => (
            SoundTrainings.Any(chance), """ "rule": { "learning_rate": 0.01, "schedule": "inverse_root", "warm_up": 20 } """)),
        Sound("settings by chance", chance => (SoundTrainings.Any(chance), Sensible(chance))),
        Sound("settings by chance, later sets", chance => (LaterSets.Any(chance), Sensible(chance))),
    ];

    /// <summary>Settings that a careful person may take.</summary>
    internal static string Sensible(Random chance)
    {
        string rule = DoctorKind.Of(chance,
            "\"kind\": \"adam\", \"learning_rate\": 0.002", "\"kind\": \"adam\", \"learning_rate\": 0.01",
            "\"kind\": \"adamw\", \"learning_rate\": 0.005", "\"kind\": \"sgd\", \"learning_rate\": 0.05",
            "\"kind\": \"sgd\", \"learning_rate\": 0.2", "\"kind\": \"momentum\", \"learning_rate\": 0.03",
            "\"kind\": \"nesterov\", \"learning_rate\": 0.02", "\"kind\": \"rmsprop\", \"learning_rate\": 0.002");
        string schedule = DoctorKind.Of(chance, "constant", "constant", "cosine", "exponential");
        string activation = DoctorKind.Of(chance, "relu", "relu", "tanh", "gelu");
        string hidden = DoctorKind.Of(chance, "16", "32", "64", "128", "32, 32", "64, 32");
        int epochs = DoctorKind.Of(chance, 60, 100, 150), batch = DoctorKind.Of(chance, 16, 32, 64);
        return $$"""
            "net": { "hidden": [{{hidden}}], "activation": "{{activation}}", "dropout": {{DoctorKind.Of(chance, "0", "0", "0.2")}} },
            "rule": { {{rule}}, "schedule": "{{schedule}}" }, "loss": { "penalty": {{DoctorKind.Of(chance, "0", "0", "0.0001")}} },
            "training": { "batch": {{batch}}, "epochs": {{epochs}}, "early_stopping": {{DoctorKind.Of(chance, 10, 20)}} }
            """;
    }

    private static DoctorKind Later(string name, Func<Random, string> others) =>
        Sound(name, chance => (LaterSets.Any(chance), others(chance)));

    private static DoctorKind Sound(string name, Func<Random, (string Data, string Others)> parts) => DoctorKind.Sound(name, parts);
}
