namespace MlMaths.Torch.Doctor;

/// <summary>Mistakes that people make in the code around a training.</summary>
internal sealed record SlipSpec
{
    public required bool GradientsNotCleared { get; init; }

    public required bool SoftmaxTwice { get; init; }

    public required bool TargetsBroadcast { get; init; }

    public required bool DropoutInValidation { get; init; }

    public required bool ScalerOnAllRows { get; init; }

    public required IReadOnlyList<int> FrozenLayers { get; init; }

    public required double ValidationRowsInTraining { get; init; }

    public required double LabelsDivided { get; init; }

    public required bool SeedPerBatch { get; init; }

    public static SlipSpec Read(SpecReader reader) => new()
    {
        GradientsNotCleared = reader.Read("gradients_not_cleared", FieldKind.Switch, false,
            "Each step adds its gradient to those of all steps before."),
        SoftmaxTwice = reader.Read("softmax_twice", FieldKind.Switch, false,
            "The outputs go through one softmax more than the loss needs."),
        TargetsBroadcast = reader.Read("targets_broadcast", FieldKind.Switch, false,
            "Targets of shape [n] meet outputs of shape [n, 1]: each output is compared with every target."),
        DropoutInValidation = reader.Read("dropout_in_validation", FieldKind.Switch, false,
            "Units are silenced while validation rows are judged, too."),
        ScalerOnAllRows = reader.Read("scaler_on_all_rows", FieldKind.Switch, false,
            "The scaler has seen the validation rows."),
        FrozenLayers = reader.Read("frozen_layers", FieldKind.Wholes(1, 65, "[1]"), [],
            "Layers whose weights never move; 1 is nearest to the features."),
        ValidationRowsInTraining = reader.Read("validation_rows_in_training", FieldKind.Number(0, 1, 0.5), 0,
            "Share of the validation rows that are trained on as well."),
        LabelsDivided = reader.Read("labels_divided", FieldKind.Number(0, 1e6, 255, above: true), 1,
            "The labels are divided by this number, as the pixels beside them were; classes are rounded down."),
        SeedPerBatch = reader.Read("seed_per_batch", FieldKind.Switch, false,
            "The generator is seeded anew at every step: each epoch has the same order, each step the same dropout mask."),
    };
}
