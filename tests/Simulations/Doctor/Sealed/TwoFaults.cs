using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>Two faults at once, of different fields; the twin has neither.</summary>
/// <param name="Name">Both, in words.</param>
/// <param name="Spec">The training.</param>
/// <param name="Twin">The same without both.</param>
/// <param name="WithoutFirst">The training without the first fault.</param>
/// <param name="WithoutSecond">The training without the second fault.</param>
/// <param name="First">Names that mean the first.</param>
/// <param name="Second">Names that mean the second.</param>
public sealed record TwoFaults(
    string Name, string Spec, string Twin, string WithoutFirst, string WithoutSecond, IReadOnlyList<string> First,
    IReadOnlyList<string> Second)
{
    // Written for the sealed set, and not run before it.
    private static readonly (string Name, string[] Meant, string Part, string Fields)[] Unseen =
    [
        ("a third of the labels in other rows", ["labels_misaligned", "labels_do_not_belong", "labels_changed"], "data",
            """{ "misaligned_labels": 0.35 }"""),
        ("momentum clipped to nothing", ["clipping_too_tight"], "rule", """{ "kind": "momentum", "clip": 0.0001 }"""),
        ("adamw that pulls to 0", ["weight_decay_too_strong"], "rule", """{ "kind": "adamw", "weight_decay": 20 }"""),
        ("one unit", ["net_too_small"], "net", """{ "hidden": [1] }"""),
        ("units that begin silent",
            ["initial_weights_unsuitable", "initial_weights_too_large", "no_gradient", "features_do_not_come_through"], "net",
            """{ "initial_bias": -20 }"""),
        ("full batches, few steps", ["too_few_epochs", "batch_too_large"], "training", """{ "batch": 100000, "epochs": 15 }"""),
        ("a warm-up without end", ["warm_up_too_long"], "rule", """{ "warm_up": 100000 }"""),
    ];

    private static readonly (string Name, string[] Meant, string Part, string Fields)[] All =
    [
        ("labels of other rows", ["labels_misaligned", "labels_do_not_belong", "labels_changed"], "data",
            """{ "misaligned_labels": 0.5 }"""),
        ("gradients that add up", ["gradients_not_cleared"], "slips", """{ "gradients_not_cleared": true }"""),
        ("a frozen layer of random weights", ["frozen_layers"], "slips", """{ "frozen_layers": [2] }"""),
        ("a rate that is too large", ["learning_rate_too_large"], "rule", """{ "learning_rate": 0.5 }"""),
        ("a rate that is too small", ["learning_rate_too_small", "step_too_small"], "rule", """{ "learning_rate": 0.00003 }"""),
        ("weights that are too large",
            ["initial_weights_unsuitable", "initial_weights_too_large", "no_gradient", "features_do_not_come_through"], "net",
            """{ "initialisation": "normal", "weight_scale": 5 }"""),
        ("too much dropout", ["dropout_too_strong"], "net", """{ "dropout": 0.9 }"""),
        ("too strong a penalty", ["penalty_too_strong"], "loss", """{ "penalty": 1 }"""),
        ("two epochs", ["too_few_epochs"], "training", """{ "epochs": 2 }"""),
    ];

    /// <summary>How new they are: at least one was not run before the sealed set, or both were tuned with.</summary>
    public KindOrigin Origin { get; private init; }

    /// <summary>Two of the faults, which stand in different parts of the spec; in the sealed set, half of the time one is new.</summary>
    public static TwoFaults Draw(Random chance, TrialSet set = TrialSet.Open)
    {
        string data = DoctorKind.Of(chance, SoundTrainings.Any(chance), LaterSets.Any(chance));
        bool isUnseen = set == TrialSet.Sealed && chance.Next(2) == 0;
        var first = isUnseen ? Unseen[chance.Next(Unseen.Length)] : All[chance.Next(All.Length)];
        (string Name, string[] Meant, string Part, string Fields)[] others = [.. All.Where(other => other.Part != first.Part)];
        var second = others[chance.Next(others.Length)];
        string twin = SoundTrainings.Spec(data, """ "net": { "hidden": [32, 32] } """);
        return new($"{first.Name}, and {second.Name}", With(twin, first.Part, first.Fields, second.Part, second.Fields), twin,
            With(twin, second.Part, second.Fields), With(twin, first.Part, first.Fields), first.Meant, second.Meant)
        {
            Origin = isUnseen ? KindOrigin.LaterOperator : KindOrigin.Own,
        };
    }

    private static string With(string spec, params string[] partsAndFields)
    {
        JsonObject whole = JsonNode.Parse(spec)!.AsObject();
        foreach (string[] pair in partsAndFields.Chunk(2))
        {
            JsonObject part = whole[pair[0]] as JsonObject ?? [];
            whole[pair[0]] = part;
            foreach ((string field, JsonNode? value) in JsonNode.Parse(pair[1])!.AsObject())
                part[field] = value?.DeepClone();
        }

        return whole.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }
}
