namespace MlMaths.Torch.Doctor;

/// <summary>The smallest change of a spec that takes one fault away.</summary>
internal static class Repair
{
    /// <summary>The spec without that fault; null where the spec has nothing that could be changed.</summary>
    public static TrainingSpec? Of(Fault fault, TrainingSpec spec)
    {
        TrainingSpec changed = Changed(fault, spec);
        return changed == spec ? null : changed;
    }

    /// <summary>The same rows and the same size of net, with everything else as it is known to work.</summary>
    public static TrainingSpec KnownGood(TrainingSpec spec)
    {
        var blank = TrainingSpec.Parse("{}");
        return spec with
        {
            Data = spec.Data with { Scaling = FeatureScaling.Standard, TargetScaling = TargetScaling.Standard, MisalignedLabels = 0 },
            Net = blank.Net with { Hidden = spec.Net.Hidden },
            Loss = blank.Loss,
            Rule = blank.Rule,
            Training = blank.Training with { Epochs = Math.Max(spec.Training.Epochs, blank.Training.Epochs), EarlyStopping = Patience },
            Slips = blank.Slips,
        };
    }

    private const int Patience = 10;

    private static TrainingSpec Changed(Fault fault, TrainingSpec spec) => fault.Id switch
    {
        "feature_scale" or "not_finite_at_start" => spec with { Data = spec.Data with { Scaling = FeatureScaling.Standard } },
        "rows_sorted" => spec with { Training = spec.Training with { Shuffle = true } },
        "labels_misaligned" => spec with { Data = spec.Data with { MisalignedLabels = 0 } },
        "symmetric_weights" or "initial_weights_too_large" or "no_gradient" or "features_do_not_come_through" =>
            spec with { Net = spec.Net with { Initialisation = WeightDraw.He, InitialBias = 0 } },
        "outputs_and_classes_differ" or "loss_is_constant" => spec with { Net = spec.Net with { Outputs = null } },
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
        "learning_rate_too_small" or "learning_rate_too_large" =>
            spec with { Rule = spec.Rule with { LearningRate = fault.LearningRate } },
        "settings_do_not_learn" => KnownGood(spec) with { Training = spec.Training },
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
