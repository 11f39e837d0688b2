namespace MlMaths.Torch.Doctor;

/// <summary>How rows come, and for how long.</summary>
internal sealed record LoopSpec
{
    public required int Batch { get; init; }

    public required bool Shuffle { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Epochs without a better validation loss that are borne; null trains to the end.</summary>
    public required int? EarlyStopping { get; init; }

    public static LoopSpec Read(SpecReader reader) => new()
    {
        Batch = reader.Read("batch", FieldKind.Whole(1, 1_000_000, 32), 32, "Rows of a step."),
        Shuffle = reader.Read("shuffle", FieldKind.Switch, true, "Whether rows come in a new order in every epoch."),
        Epochs = reader.Read("epochs", FieldKind.Whole(1, 1_000_000, 40), 40, "Passes over the training rows, at most."),
        EarlyStopping = reader.ReadOrNull("early_stopping", FieldKind.Whole(0, 1_000_000, 10),
            "Epochs without a better validation loss that are borne; the best weights are put back. Absent: train to the end."),
    };
}
