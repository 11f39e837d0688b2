using System.Text.Json.Serialization;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Doctor;

/// <summary>What bends the values of a hidden layer.</summary>
internal enum HiddenActivation
{
    Relu,
    Tanh,
    Gelu,
    Sigmoid,
    None,
}

/// <summary>What the last layer's values go through.</summary>
internal enum OutputActivation
{
    None,
    Softmax,
    Sigmoid,
    Tanh,
    Relu,
}

/// <summary>How weights are drawn.</summary>
internal enum WeightDraw
{
    He,
    Xavier,
    Normal,
    Uniform,
    Zero,
}

/// <summary>The net.</summary>
internal sealed record NetSpec
{
    private const int Widest = 4096;

    public required IReadOnlyList<int> Hidden { get; init; }

    public required HiddenActivation Activation { get; init; }

    public required OutputActivation Output { get; init; }

    /// <summary>Units of the last layer; null: as many as the target and the loss need.</summary>
    public required int? Outputs { get; init; }

    public required WeightDraw Initialisation { get; init; }

    /// <summary>σ of normal weights, the end of uniform ones.</summary>
    public required double WeightScale { get; init; }

    public required double InitialBias { get; init; }

    public required bool Bias { get; init; }

    public required double Dropout { get; init; }

    public static NetSpec Read(SpecReader reader) => new()
    {
        Hidden = reader.Read("hidden", FieldKind.Wholes(1, Widest, "[32, 16]"), [32], "Units of each hidden layer; [] for none."),
        Activation = reader.Read("activation", FieldKind.Choice<HiddenActivation>(), HiddenActivation.Relu,
            "What bends the values of the hidden layers."),
        Output = reader.Read("output", FieldKind.Choice<OutputActivation>(), OutputActivation.None,
            "What the values of the last layer go through."),
        Outputs = reader.ReadOrNull("outputs", FieldKind.Whole(1, Widest, 3),
            "Units of the last layer; absent: one for each class, or a single one where that is enough."),
        Initialisation = reader.Read("initialisation", FieldKind.Choice<WeightDraw>(), WeightDraw.He, "How weights are drawn."),
        WeightScale = reader.Read("weight_scale", FieldKind.Number(0, 1000, 0.05, above: true), 0.05,
            "Deviation of normal weights, largest size of uniform ones."),
        InitialBias = reader.Read("initial_bias", FieldKind.Number(-1000, 1000, 0.1), 0, "What every bias begins with."),
        Bias = reader.Read("bias", FieldKind.Switch, true, "Whether layers have a bias."),
        Dropout = reader.Read("dropout", FieldKind.Number(0, 1, 0.2, below: true), 0,
            "Share of hidden units silenced in each training step."),
    };

    /// <summary>The library's activation; null for none.</summary>
    [JsonIgnore]
    public Activation? Bend => Activation switch
    {
        HiddenActivation.Relu => Models.Activation.Relu,
        HiddenActivation.Tanh => Models.Activation.Tanh,
        HiddenActivation.Gelu => Models.Activation.Gelu,
        HiddenActivation.Sigmoid => Models.Activation.Sigmoid,
        HiddenActivation.None => null,
    };
}
