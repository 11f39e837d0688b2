namespace MlMaths.Torch.Doctor;

/// <summary>The smallest change of a spec that takes one fault away.</summary>
internal static class Repair
{
    /// <summary>The fields to change; none where the spec has nothing that could be changed.</summary>
    public static IReadOnlyList<SpecChange> Of(Fault fault, TrainingSpec spec) =>
        fault.Tried.Count > 0 ? fault.Tried : SpecChange.Between(spec, Changed(fault, spec));

    /// <summary>What to do about weights: the fields that differ from sound ones, where some do.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="otherwise">What to do where the weights are sound.</param>
    public static string OfWeights(TrainingSpec spec, string otherwise) =>
        SpecChange.Between(spec, WithSoundWeights(spec)) is { Count: > 0 } changes ? SpecChange.Words(changes) : otherwise;

    private static TrainingSpec WithSoundWeights(TrainingSpec spec) =>
        spec with { Net = spec.Net with { Initialisation = WeightDraw.He, InitialBias = 0 } };

    private static TrainingSpec Changed(Fault fault, TrainingSpec spec) => fault.Id switch
    {
        "feature_scale" or "not_finite_at_start" => spec with { Data = spec.Data with { Scaling = FeatureScaling.Standard } },
        "rows_sorted" => spec with { Training = spec.Training with { Shuffle = true } },
        "labels_misaligned" => spec with { Data = spec.Data with { MisalignedLabels = 0 } },
        "labels_changed" => spec with { Data = spec.Data with { MisalignedLabels = 0, LabelNoise = 0 } },
        "symmetric_weights" or "initial_weights_too_large" or "no_gradient" or "features_do_not_come_through" =>
            WithSoundWeights(spec),
        "outputs_and_classes_differ" or "loss_is_constant" => spec with { Net = spec.Net with { Outputs = null } },
        "loss_and_target_differ" => spec with { Loss = spec.Loss with { Kind = LossKind.Squared, AppliedTo = null } },
        "number_taken_for_classes" => spec with { Data = spec.Data with { TargetKind = TargetKind.Number } },
        "targets_broadcast" or "rows_mixed" => spec with
        {
            Net = spec.Net with { Outputs = null },
            Slips = spec.Slips with { TargetsBroadcast = false },
        },
        "output_cannot_reach_targets" or "outputs_are_no_probabilities" => spec with
        {
            Net = spec.Net with { Output = OutputActivation.None },
            Loss = spec.Loss with { AppliedTo = AppliedTo.Logits },
        },
        "loss_and_output_do_not_fit" => spec with
        {
            Loss = spec.Loss with { AppliedTo = null },
            Slips = spec.Slips with { SoftmaxTwice = false },
        },
        "step_too_small" => spec with { Rule = spec.Rule with { LearningRate = null } },
        _ => spec with { Slips = WithoutSlip(fault.Id, spec.Slips) },
    };

    private static SlipSpec WithoutSlip(string id, SlipSpec slips) => id switch
    {
        "scaler_on_all_rows" => slips with { ScalerOnAllRows = false },
        "validation_rows_in_training" => slips with { ValidationRowsInTraining = 0 },
        "labels_collapsed" => slips with { LabelsDivided = 1 },
        "frozen_layers" => slips with { FrozenLayers = [] },
        "gradients_not_cleared" => slips with { GradientsNotCleared = false },
        "seed_per_batch" => slips with { SeedPerBatch = false },
        "dropout_in_validation" => slips with { DropoutInValidation = false },
        _ => slips,
    };
}
