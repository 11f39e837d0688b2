using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Faults that no rule was tuned with, written before any of them was run. Those for validation may be looked at a few times; the others
/// are drawn for the sealed set alone.
/// </summary>
public static class UnseenFaults
{
    private const string Bikes =
        "\"set\": \"bike_daily\", \"columns\": [\"temp\", \"hum\", \"windspeed\", \"yr\", \"season\"]";

    private static readonly string[] Labels = ["labels_misaligned", "labels_changed", "labels_do_not_belong"],
        TooLarge = ["learning_rate_too_large"], TooSmall = ["learning_rate_too_small", "step_too_small"],
        Weights =
        [
            "initial_weights_unsuitable", "initial_weights_too_large", "symmetric_weights", "no_gradient", "features_do_not_come_through",
        ],
        Reach = ["output_cannot_reach_targets", "loss_and_output_do_not_fit", "loss_is_constant"];

    /// <summary>Operators for validation.</summary>
    public static IReadOnlyList<DoctorKind> ForValidation { get; } =
    [
        Fault("rmsprop, too large a rate", TooLarge, chance => Pair(
            Any(chance), $$""" "rule": { "kind": "rmsprop", "learning_rate": {{DoctorKind.Of(chance, "0.5", "2")}} } """,
            """ "rule": { "kind": "rmsprop" } """)),
        Fault("sigmoid in front of a number", Reach, chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"line\"", "\"set\": \"diabetes\""), """ "net": { "output": "sigmoid" } """, "")),
        Fault("two thirds of the labels wrong", Labels, chance => Pair(
            "\"set\": \"digits\", \"rows\": 700, \"label_noise\": 0.75", "", "", "\"set\": \"digits\", \"rows\": 700")),
        Fault("plain descent pulled to 0", ["weight_decay_too_strong"], chance => Pair(
            Any(chance), """ "rule": { "kind": "sgd", "weight_decay": 1 } """, """ "rule": { "kind": "sgd" } """)),
        Fault("a narrow net that drops most of itself", ["dropout_too_strong"], chance => Pair(
            UnseenSets.ForValidation(chance), """ "net": { "hidden": [8], "dropout": 0.8 } """, """ "net": { "hidden": [8] } """)),
        Fault("an ellipse or a ramp, one epoch", ["too_few_epochs"], chance => Pair(
            UnseenSets.ForValidation(chance), """ "training": { "epochs": 1 } """, "")),
    ];

    /// <summary>Operators for the sealed set.</summary>
    public static IReadOnlyList<DoctorKind> Operators { get; } =
    [
        Fault("nesterov, too small a rate", TooSmall, chance => Pair(
            Any(chance), """ "rule": { "kind": "nesterov", "learning_rate": 0.00003 } """, """ "rule": { "kind": "nesterov" } """)),
        Fault("a frozen first layer of large weights", ["frozen_layers", .. Weights], chance => Pair(
            Any(chance), """ "net": { "hidden": [16, 16] }, "slips": { "frozen_layers": [1, 2] } """,
            """ "net": { "hidden": [16, 16] } """)),
        Fault("softmax of one output", [.. Reach, "outputs_and_classes_differ"], chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"moons\"", "\"set\": \"breast_cancer\"", "\"set\": \"xor\", \"noise\": 0.3"),
            """ "net": { "output": "softmax", "outputs": 1 }, "loss": { "kind": "binary", "applied_to": "probabilities" } """,
            """ "loss": { "kind": "binary" } """)),
        Fault("classes divided by two", ["labels_collapsed", .. Labels], chance => Pair(
            DoctorKind.Of(chance, "\"set\": \"iris\"", "\"set\": \"digits\", \"rows\": 700", "\"set\": \"blobs\""),
            """ "slips": { "labels_divided": 2 } """, "")),
        Fault("four of ten labels in other rows", Labels, chance => Pair(
            $"{Any(chance)}, \"misaligned_labels\": 0.4", "", "", "SAME")),
        Fault("momentum clipped to nothing", ["clipping_too_tight"], chance => Pair(
            Any(chance), """ "rule": { "kind": "momentum", "clip": 0.0001 } """, """ "rule": { "kind": "momentum" } """)),
        Fault("tanh, three layers of large weights", [.. Weights, "activation_unsuitable"], chance => Pair(
            Any(chance), """ "net": { "hidden": [24, 24, 24], "activation": "tanh", "initialisation": "normal", "weight_scale": 4 } """,
            """ "net": { "hidden": [24, 24, 24], "activation": "tanh", "initialisation": "xavier" } """)),
        Fault("gelu units that begin silent", Weights, chance => Pair(
            Any(chance), """ "net": { "hidden": [32, 16], "activation": "gelu", "initial_bias": -15 } """,
            """ "net": { "hidden": [32, 16], "activation": "gelu" } """)),
        Fault("nine narrow layers", ["net_too_deep", "activation_unsuitable", "net_too_small"], chance => Pair(
            Any(chance), """ "net": { "hidden": [4, 4, 4, 4, 4, 4, 4, 4, 4] }, "rule": { "kind": "sgd" } """,
            """ "net": { "hidden": [32] }, "rule": { "kind": "sgd" } """)),
        Fault("falls of a half each two epochs, from a small rate", ["learning_rate_falls_too_soon", .. TooSmall], chance => Pair(
            Any(chance), """ "rule": { "kind": "sgd", "learning_rate": 0.05, "schedule": "step", "decay": 0.3, "decay_epochs": 2 } """,
            """ "rule": { "kind": "sgd", "learning_rate": 0.05 } """)),
        Fault("bikes in thousands", ["target_scale", .. TooLarge, .. TooSmall], chance => Pair(
            $"{Bikes}, \"target_scaling\": \"none\"", "", "", Bikes)),
        Fault("a hundred epochs of noise by heart", ["overfitted", "regularisation_missing", "net_too_large"], chance => Pair(
            $"{UnseenSets.Number(chance)}, \"rows\": 120", """ "net": { "hidden": [128, 128] }, "training": { "epochs": 250 } """,
            """ "net": { "hidden": [128, 128] }, "training": { "epochs": 250, "early_stopping": 10 } """)),
    ];

    /// <summary>Known faults on rows that are drawn for the sealed set alone.</summary>
    public static IReadOnlyList<DoctorKind> OnUnseenSets { get; } =
    [
        On("unseen sets, adam's rate too large", TooLarge, """ "rule": { "learning_rate": 0.7 } """),
        On("unseen sets, too small a rate", TooSmall, """ "rule": { "learning_rate": 0.00002 } """),
        On("unseen sets, two epochs", ["too_few_epochs"], """ "training": { "epochs": 2 } """),
        On("unseen sets, a penalty of 2", ["penalty_too_strong"], """ "loss": { "penalty": 2 } """),
        On("unseen sets, dropout of 0.9", ["dropout_too_strong"], """ "net": { "hidden": [24, 24], "dropout": 0.9 } """,
            """ "net": { "hidden": [24, 24] } """),
        On("unseen sets, gradients that add up", ["gradients_not_cleared"], """ "slips": { "gradients_not_cleared": true } """),
        On("unseen sets, weights of deviation 6", Weights, """ "net": { "initialisation": "normal", "weight_scale": 6 } """),
        On("unseen sets, a warm-up without end", ["warm_up_too_long"], """ "rule": { "warm_up": 200000 } """),
        Fault("unseen sets, one unit", ["net_too_small"], chance => Pair(UnseenSets.Any(chance), """ "net": { "hidden": [1] } """, "")),
        Fault("unseen sets, no bend", ["net_is_linear", "activation_unsuitable", "net_too_small"], chance => Pair(
            UnseenSets.Any(chance), """ "net": { "activation": "none" } """, "")),
        Fault("unseen sets, targets [n] beside outputs [n, 1]", ["targets_broadcast", "rows_mixed"], chance => Pair(
            UnseenSets.Number(chance), """ "slips": { "targets_broadcast": true } """, "")),
        Fault("unseen sets, labels of other rows", Labels, chance => Pair(
            $"{UnseenSets.Any(chance)}, \"misaligned_labels\": 1", "", "", "SAME")),
        Fault("unseen sets, softmax twice", ["loss_and_output_do_not_fit"], chance => Pair(
            UnseenSets.Classes(chance), """ "slips": { "softmax_twice": true } """, "")),
    ];

    private static DoctorKind On(string name, string[] meant, string faulty, string sound = "") =>
        Fault(name, meant, chance => Pair(UnseenSets.Any(chance), faulty, sound));

    private static DoctorKind Fault(string name, string[] meant, Func<Random, (string Spec, string Twin)> specs) =>
        DoctorKind.Faulty(name, meant, specs);

    /// <summary>The faulty training and its twin; SAME: the same rows without mixed labels.</summary>
    private static (string Spec, string Twin) Pair(string data, string faulty, string sound, string? soundData = null) => (
        SoundTrainings.Spec(data, faulty),
        SoundTrainings.Spec(
            soundData == "SAME" ? data[..data.LastIndexOf(", \"misaligned", StringComparison.Ordinal)] : soundData ?? data, sound));

    private static string Any(Random chance) => SoundTrainings.Any(chance);
}
