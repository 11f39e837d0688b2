namespace MlMaths.Torch.Doctor;

/// <summary>What training makes small.</summary>
internal enum LossKind
{
    CrossEntropy,
    Binary,
    Squared,
    Absolute,
}

/// <summary>What a cross-entropy takes the net's outputs for.</summary>
internal enum AppliedTo
{
    Logits,
    Probabilities,
}

/// <summary>How the losses of the rows become one.</summary>
internal enum Reduction
{
    Mean,
    Sum,
}

/// <summary>The loss.</summary>
internal sealed record LossSpec
{
    /// <summary>Null: cross-entropy for classes, squared for a number.</summary>
    public required LossKind? Kind { get; init; }

    /// <summary>Null: probabilities where the net ends in softmax or sigmoid, else logits.</summary>
    public required AppliedTo? AppliedTo { get; init; }

    public required Reduction Reduction { get; init; }

    /// <summary>λ of λ/2 Σ‖W‖².</summary>
    public required double Penalty { get; init; }

    public static LossSpec Read(SpecReader reader) => new()
    {
        Kind = reader.ReadOrNull("kind", FieldKind.Choice<LossKind>(),
            "Cross-entropy over classes, binary cross-entropy of each output, squared or absolute error; absent: cross-entropy for "
            + "classes, squared for a number."),
        AppliedTo = reader.ReadOrNull("applied_to", FieldKind.Choice<AppliedTo>(),
            "Whether the cross-entropies apply softmax or sigmoid themselves (logits) or not (probabilities); absent: probabilities "
            + "where net.output is softmax or sigmoid."),
        Reduction = reader.Read("reduction", FieldKind.Choice<Reduction>(), Reduction.Mean,
            "Mean or sum over the rows of a batch, and over the outputs of squared, absolute and binary losses."),
        Penalty = reader.Read("penalty", FieldKind.Number(0, 1e6, 0.0001), 0, "λ of the penalty λ/2 |W|² on the weights."),
    };
}
