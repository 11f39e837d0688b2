namespace MlMaths.Torch.Doctor;

/// <summary>The recipe that nearly always trains, for the rows and the size of net of any spec: every default, and features and numbers
/// in units of their deviation.</summary>
internal static class KnownGood
{
    private const int Patience = 10;

    /// <summary>The same rows and hidden units, with everything else as it is known to work.</summary>
    public static TrainingSpec Of(TrainingSpec spec)
    {
        var blank = TrainingSpec.Parse("{}");
        return spec with
        {
            Data = spec.Data with { Scaling = FeatureScaling.Standard, TargetScaling = TargetScaling.Standard, MisalignedLabels = 0 },
            Net = blank.Net with { Hidden = spec.Net.Hidden },
            Loss = blank.Loss,
            Rule = blank.Rule,
            Training = blank.Training with
            {
                Epochs = Math.Max(spec.Training.Epochs, blank.Training.Epochs),
                EarlyStopping = spec.Data.Validation > 0 ? Patience : null,
            },
            Slips = blank.Slips,
        };
    }
}
