namespace MlMaths.Torch.Doctor;

/// <summary>Sound trainings, many of which published rules take for ill: dropout, schedules, noise, rare classes, long ends.</summary>
public static class SoundTrainings
{
    private static readonly string[] Easy =
    [
        "\"set\": \"moons\"", "\"set\": \"blobs\"", "\"set\": \"iris\"", "\"set\": \"wine\"", "\"set\": \"breast_cancer\"",
        "\"set\": \"line\"",
        "\"set\": \"square\"", "\"set\": \"xor\", \"noise\": 0.3", "\"set\": \"penguins\"",
    ];

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<DoctorKind> All { get; } =
    [
        DoctorKind.Sound("every default", chance => Parts(Any(chance))),
        DoctorKind.Sound("digits, 64 units, no penalty", _ => Parts("\"set\": \"digits\"", """
            "net": { "hidden": [64] }, "rule": { "learning_rate": 0.001 }
            """)),
        DoctorKind.Sound("dropout of a half", chance => Parts(Any(chance), """
            "net": { "hidden": [128], "dropout": 0.5 }, "training": { "epochs": 80 }
            """)),
        DoctorKind.Sound("one cycle with momentum", chance => Parts(Any(chance), """
            "rule": { "kind": "momentum", "learning_rate": 0.1, "schedule": "one_cycle" }
            """)),
        DoctorKind.Sound("a fifth of the labels wrong, early end", chance => Parts(
            $"{DoctorKind.Of(chance, "\"set\": \"digits\"", "\"set\": \"moons\", \"rows\": 1000", "\"set\": \"blobs\"")}, "
            + "\"label_noise\": 0.2",
            "\"training\": { \"early_stopping\": 10 }")),
        DoctorKind.Sound("two tanh units where two are enough", _ => Parts("\"set\": \"line\", \"noise\": 0.5", """
            "net": { "hidden": [2], "activation": "tanh" }, "rule": { "learning_rate": 0.01 }, "training": { "epochs": 100 }
            """)),
        DoctorKind.Sound("wine, until nothing is left to learn", _ => Parts("\"set\": \"wine\"", "\"training\": { \"epochs\": 150 }")),
        DoctorKind.Sound("one row of twenty is rare", chance => Parts($"\"set\": \"rare\", \"rows\": {DoctorKind.Of(chance, 400, 1000)}")),
        DoctorKind.Sound("full batches at the edge of stability", chance => Parts(
            DoctorKind.Of(chance, "\"set\": \"moons\", \"rows\": 200", "\"set\": \"blobs\", \"rows\": 200"), """
            "net": { "activation": "tanh" }, "rule": { "kind": "sgd", "learning_rate": 0.7 }, "training": { "batch": 200, "epochs": 800 }
            """)),
        DoctorKind.Sound("sigmoid units", chance => Parts(Any(chance), """
            "net": { "activation": "sigmoid" }, "rule": { "learning_rate": 0.01 }, "training": { "epochs": 80 }
            """)),
        DoctorKind.Sound("a cosine to 0", chance => Parts(Any(chance), """
            "rule": { "learning_rate": 0.01, "schedule": "cosine" }
            """)),
        DoctorKind.Sound("early stopping after a long time", chance => Parts(Any(chance), """
            "net": { "hidden": [128, 64] }, "training": { "epochs": 300, "early_stopping": 15 }
            """)),
        DoctorKind.Sound("a straight map where it is enough", chance => Parts(
            DoctorKind.Of(chance, "\"set\": \"line\"", "\"set\": \"iris\"", "\"set\": \"blobs\"", "\"set\": \"breast_cancer\""), """
            "net": { "hidden": [] }, "rule": { "learning_rate": 0.01 }, "training": { "epochs": 80 }
            """)),
        DoctorKind.Sound("adamw, clipped, warmed up", chance => Parts(Any(chance), """
            "rule": { "kind": "adamw", "clip": 1, "warm_up": 50 }
            """)),
        DoctorKind.Sound("rmsprop, small batches", chance => Parts(Any(chance), """
            "rule": { "kind": "rmsprop", "learning_rate": 0.001 }, "training": { "batch": 8 }
            """)),
        DoctorKind.Sound("three layers", chance => Parts(Any(chance), "\"net\": { \"hidden\": [32, 32, 32], \"activation\": \"gelu\" }")),
        DoctorKind.Sound("a small penalty", chance => Parts(Any(chance), "\"loss\": { \"penalty\": 0.001 }")),
        DoctorKind.Sound("plain descent", chance => Parts(
            Any(chance), "\"rule\": { \"kind\": \"sgd\" }, \"training\": { \"epochs\": 80 }")),
        DoctorKind.Sound("absolute errors", chance => Parts(DoctorKind.Of(chance, "\"set\": \"line\"", "\"set\": \"square\""), """
            "loss": { "kind": "absolute" }
            """)),
        DoctorKind.Sound("squared errors of classes", chance => Parts(
            DoctorKind.Of(chance, "\"set\": \"moons\"", "\"set\": \"iris\"", "\"set\": \"breast_cancer\""), """
            "net": { "output": "softmax", "outputs": OUTPUTS }, "loss": { "kind": "squared" }, "training": { "epochs": 100 }
            """)),
        DoctorKind.Sound("binary cross-entropy", chance => Parts(
            DoctorKind.Of(chance, "\"set\": \"moons\"", "\"set\": \"breast_cancer\""), """
            "loss": { "kind": "binary" }, "training": { "epochs": 100 }
            """)),
        DoctorKind.Sound("few rows", chance => Parts(
            $"\"set\": \"{DoctorKind.Of(chance, "moons", "blobs", "line")}\", \"rows\": 100", "\"training\": { \"epochs\": 150 }")),
        DoctorKind.Sound("classes that overlap", chance => Parts("\"set\": \"blobs\", \"noise\": 2, \"rows\": 600")),
        DoctorKind.Sound("a noisy number, a small penalty", _ => Parts(
            "\"set\": \"line\", \"noise\": 1, \"rows\": 800", """ "loss": { "penalty": 0.01 } """)),
        DoctorKind.Sound("diabetes, ended early", _ => Parts("\"set\": \"diabetes\"", "\"training\": { \"epochs\": 15 }")),
        DoctorKind.Sound("nesterov with steps down", chance => Parts(Any(chance), """
            "rule": { "kind": "nesterov", "schedule": "step", "decay": 0.3, "decay_epochs": 15 }
            """)),
    ];

    private static (string Data, string Others) Parts(string data, string rest = "") => (data, rest);

    internal static string Spec(string data, string rest = "")
    {
        string outputs = data.Contains("iris", StringComparison.Ordinal) ? "3" : "2";
        string others = rest.Replace("OUTPUTS", outputs, StringComparison.Ordinal).Trim();
        return $"{{ \"data\": {{ {data} }}{(others.Length > 0 ? ", " : "")}{others} }}";
    }

    internal static string Any(Random chance) => Easy[chance.Next(Easy.Length)];
}
