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

    /// <summary>Two of the faults, which stand in different parts of the spec.</summary>
    public static TwoFaults Draw(Random chance)
    {
        string data = DoctorKind.Of(chance, SoundTrainings.Any(chance), LaterSets.Any(chance));
        var first = All[chance.Next(All.Length)];
        (string Name, string[] Meant, string Part, string Fields)[] others = [.. All.Where(other => other.Part != first.Part)];
        var second = others[chance.Next(others.Length)];
        string twin = SoundTrainings.Spec(data, """ "net": { "hidden": [32, 32] } """);
        return new($"{first.Name}, and {second.Name}", With(twin, first.Part, first.Fields, second.Part, second.Fields), twin,
            With(twin, second.Part, second.Fields), With(twin, first.Part, first.Fields), first.Meant, second.Meant);
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
