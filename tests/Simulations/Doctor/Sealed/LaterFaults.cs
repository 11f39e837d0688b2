using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Faults that no rule was tuned with: operators that the doctor's own kinds leave out, some of which its checks are made for, and known
/// ones on rows that are new. What is meant is a list of names that are right; any other whose change wins back nine tenths is right, too.
/// </summary>
public static class LaterFaults
{
    private const string Settings = "rule_settings_unsuitable";

    /// <summary>Operators that the doctor's own kinds leave out.</summary>
    public static IReadOnlyList<DoctorKind> Operators { get; } =
    [
        Fault("a rate that falls to nothing", ["learning_rate_falls_too_soon"], chance => Pair(
            Any(chance), """ "rule": { "schedule": "exponential", "decay": 1e-12 } """, "")),
        Fault("adam, epsilon of 0.9", ["learning_rate_too_small", Settings], chance => Pair(
            Any(chance), """ "rule": { "epsilon": 0.9 } """, "")),
        Fault("adam, a memory of 0.9995", [Settings, "learning_rate_too_large"], chance => Pair(
            Any(chance), """ "rule": { "beta1": 0.9995, "learning_rate": 0.01 } """, """ "rule": { "learning_rate": 0.01 } """)),
        Fault("sums over large batches, a rate for means", ["learning_rate_too_large"], chance => Pair(
            Any(chance), """
            "loss": { "reduction": "sum" }, "rule": { "kind": "sgd", "learning_rate": 0.5 }, "training": { "batch": 64 }
            """,
            """ "rule": { "kind": "sgd", "learning_rate": 0.5 }, "training": { "batch": 64 } """)),
        Fault("one unit between two layers", ["net_too_small", "net_too_deep", "activation_unsuitable"], chance => Pair(
            Any(chance), """ "net": { "hidden": [32, 1, 32] } """, """ "net": { "hidden": [32, 32] } """)),
        Fault("uniform weights of 10", [.. Weights, "activation_unsuitable"], chance => Pair(
            Any(chance), """ "net": { "hidden": [32, 32], "activation": "tanh", "initialisation": "uniform", "weight_scale": 10 } """,
            """ "net": { "hidden": [32, 32], "activation": "tanh" } """)),
        Fault("an absolute error of classes, tiny steps", ["learning_rate_too_small", "loss_and_output_do_not_fit"], chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"moons\"", "\"set\": \"breast_cancer\""), """
            "net": { "output": "sigmoid", "outputs": 1 }, "loss": { "kind": "absolute" },
            "rule": { "kind": "sgd", "learning_rate": 0.005 }
            """, """ "net": { "output": "sigmoid", "outputs": 1 }, "loss": { "kind": "binary" } """)),
        Fault("four of five labels wrong", ["labels_changed", "labels_do_not_belong", "labels_misaligned"], chance => Pair(
            "\"set\": \"digits\", \"rows\": 800, \"label_noise\": 0.8", "", "", "\"set\": \"digits\", \"rows\": 800")),
        Fault("a leap of momentum", ["learning_rate_too_large", Settings], chance => Pair(
            Any(chance), """ "rule": { "kind": "nesterov", "learning_rate": 0.5, "momentum": 0.99 } """,
            """ "rule": { "kind": "nesterov" } """)),
        Fault("sigmoid before a loss of logits", ["loss_and_output_do_not_fit", "output_cannot_reach_targets"], chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"moons\"", "\"set\": \"breast_cancer\""),
            """ "net": { "output": "sigmoid" }, "loss": { "kind": "binary", "applied_to": "logits" } """,
            """ "loss": { "kind": "binary" } """)),
        Fault("softmax twice", ["loss_and_output_do_not_fit"], chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"iris\"", "\"set\": \"digits\", \"rows\": 800", "\"set\": \"blobs\""),
            """ "slips": { "softmax_twice": true } """, "")),
        Fault("gradients that add up", ["gradients_not_cleared"], chance => Pair(
            Any(chance), """ "slips": { "gradients_not_cleared": true } """, "")),
        Fault("a sorted table, never shuffled", ["rows_sorted", "rows_not_shuffled"], chance => Pair(
            $"{Any(chance)}, \"order\": \"by_target\"",
            """ "training": { "shuffle": false, "batch": 16 }, "rule": { "learning_rate": 0.03 } """,
            """ "training": { "batch": 16 }, "rule": { "learning_rate": 0.03 } """)),
        Fault("labels of other rows", ["labels_misaligned", "labels_do_not_belong", "labels_changed"], chance => Pair(
            Any(chance), "", "", misaligned: "1")),
        Fault("no bend where one is needed", ["net_is_linear", "activation_unsuitable", "net_too_small"], chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"moons\"", "\"set\": \"xor\", \"noise\": 0.3", "\"set\": \"square\""),
            """ "net": { "activation": "none" } """, "")),
    ];

    /// <summary>Known faults on rows that are new.</summary>
    public static IReadOnlyList<DoctorKind> OnLaterSets { get; } =
    [
        OnLater("later sets, adam's rate too large", ["learning_rate_too_large"], """ "rule": { "learning_rate": 1 } """),
        OnLater("later sets, plain descent's rate too large", ["learning_rate_too_large"],
            """ "rule": { "kind": "sgd", "learning_rate": 20 } """, """ "rule": { "kind": "sgd" } """),
        OnLater("later sets, too small a rate", ["learning_rate_too_small"], """ "rule": { "learning_rate": 0.00002 } """),
        OnLater("later sets, one epoch", ["too_few_epochs"], """ "training": { "epochs": 1 } """),
        OnLater("later sets, a penalty of 1", ["penalty_too_strong"], """ "loss": { "penalty": 1 } """),
        OnLater("later sets, dropout of 0.9", ["dropout_too_strong"], """ "net": { "hidden": [16, 16], "dropout": 0.9 } """,
            """ "net": { "hidden": [16, 16] } """),
        OnLater("later sets, a clip of 0.0003", ["clipping_too_tight"], """ "rule": { "kind": "sgd", "clip": 0.0003 } """,
            """ "rule": { "kind": "sgd" } """),
        OnLater("later sets, gradients that add up", ["gradients_not_cleared"], """ "slips": { "gradients_not_cleared": true } """),
        OnLater("later sets, weights of deviation 5", Weights, """ "net": { "initialisation": "normal", "weight_scale": 5 } """),
        OnLater("later sets, equal weights", Weights, """ "net": { "initialisation": "zero", "initial_bias": 0 } """),
        Fault("later sets, one unit", ["net_too_small"], chance => Pair(
            LaterSets.Bent(chance), """ "net": { "hidden": [1] } """, "")),
        Fault("later sets, overfitted to wrong labels", ["overfitted", "regularisation_missing", "net_too_large"], chance => Pair(
            $"{LaterSets.Classes(chance)}, \"label_noise\": 0.3", """ "net": { "hidden": [256, 128] }, "training": { "epochs": 120 } """,
            """ "net": { "hidden": [256, 128] }, "training": { "epochs": 120, "early_stopping": 10 } """)),
        Fault("later sets, targets [n] beside outputs [n, 1]", ["targets_broadcast", "rows_mixed"], chance => Pair(
            LaterSets.Number(chance), """ "slips": { "targets_broadcast": true } """, "")),
        Fault("later sets, ReLU before a number", ["output_cannot_reach_targets"], chance => Pair(
            LaterSets.Number(chance), """ "net": { "output": "relu" } """, "")),
        Fault("later sets, labels of other rows", ["labels_misaligned", "labels_do_not_belong", "labels_changed"], chance => Pair(
            LaterSets.Any(chance), "", "", misaligned: "1")),
    ];

    private static string[] Weights =>
        ["initial_weights_unsuitable", "initial_weights_too_large", "symmetric_weights", "no_gradient", "features_do_not_come_through"];

    private static DoctorKind OnLater(string name, string[] meant, string faulty, string sound = "") =>
        Fault(name, meant, chance => Pair(LaterSets.Any(chance), faulty, sound));

    private static DoctorKind Fault(string name, string[] meant, Func<Random, (string Spec, string Twin)> specs) =>
        DoctorKind.Faulty(name, meant, specs);

    private static (string Spec, string Twin) Pair(
        string data, string faulty, string sound, string? soundData = null, string? misaligned = null) => (
        SoundTrainings.Spec(misaligned is null ? data : $"{data}, \"misaligned_labels\": {misaligned}", faulty),
        SoundTrainings.Spec(soundData ?? data, sound));

    private static string Any(Random chance) => SoundTrainings.Any(chance);
}
