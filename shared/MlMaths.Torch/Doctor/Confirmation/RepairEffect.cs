using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// What all changes together are worth, asked of one more training with the same seed, row by row of the validation rows:
///
/// <code>
/// dᵢ         = ℓᵢ of the training − ℓᵢ of the changed one − (chance − ℓᵢ of the changed one) / 10
/// worth it     the 95 % interval of the mean of d lies above 0
/// </code>
///
/// A slip that is there and costs less than a tenth of what there is to learn is told, and raises no alarm. Losses that are no finite
/// numbers count as chance: a net that answers nothing knows nothing.
/// </summary>
/// <param name="Loss">Of the training as it is, in the currency of <see cref="SoundLoss"/>.</param>
/// <param name="Changed">Of the changed one.</param>
/// <param name="Chance">Of a constant answer.</param>
/// <param name="IsWorthIt">By the interval.</param>
internal sealed record RepairEffect(double Loss, double Changed, double Chance, bool IsWorthIt)
{
    private const double Margin = 0.1;

    private const string NoAlarm = "raises no alarm, and is worth putting right all the same";

    /// <summary>Both losses and what they mean, a sentence: a gain that is seen and not sure is not called none.</summary>
    public string Words => IsWorthIt
        ? $"With that changed and all else as it is, the validation loss is {LossText.Of(Changed)} instead of {LossText.Of(Loss)}."
        : Loss - Changed > Margin * Math.Max(0, Chance - Changed)
            ? $"Harmless as far as these rows can tell: {Both}, and that is not surely a gain of more than a tenth of what there is to "
                + $"learn. It {NoAlarm}; more validation rows would tell."
            : $"It does no harm here that could be seen: {Both}. What costs less than a tenth of what there is to learn {NoAlarm}: with "
                + "other rows it may cost more.";

    private string Both => $"the validation loss is {LossText.Of(Loss)} as it is and {LossText.Of(Changed)} with that changed, where a "
        + $"constant answer has {NumberText.Brief(Chance)}";

    /// <summary>Trains both; null where the validation loss cannot judge the changes, or nothing can be changed.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="causes">What is changed, all of it at once.</param>
    /// <param name="seed">Of both trainings, and of the interval.</param>
    /// <param name="cancellation">Ends it.</param>
    public static RepairEffect? Of(TrainingSpec spec, IReadOnlyList<Cause> causes, int seed, CancellationToken cancellation)
    {
        IReadOnlyList<SpecChange>[] repairs = [.. causes.Select(cause => Repair.Of(cause.Fault, spec))];
        bool cannotJudge = causes.Any(cause => cause.Fault.IsLeak || cause.Fault.IsOfJudging);
        if (spec.Data.Validation == 0 || repairs.Length == 0 || cannotJudge || repairs.Any(changes => changes.Count == 0)) return null;
        try
        {
            TrainingSpec changed = spec.With(repairs.SelectMany(changes => changes));
            if (changed.Data.TargetKind != spec.Data.TargetKind) return null;
            (double[] run, double chance) = RowsOf(spec, seed, cancellation);
            (double[] other, _) = RowsOf(changed, seed, cancellation);
            return run.Length == other.Length && run.Length > 0 ? Of(run, other, chance, seed) : null;
        }
        catch (UserMistakeException)
        {
            return null; // fields that contradict each other: the confirmation says so
        }
    }

    /// <summary>Compares two trainings, row by row.</summary>
    internal static RepairEffect Of(double[] run, double[] changed, double chance, int seed)
    {
        double[] runs = Counted(run, chance), others = Counted(changed, chance);
        double margin = others.Average() < chance ? Margin : 0;
        double[] beyond = [.. runs.Zip(others, (one, other) => one - other - margin * (chance - other))];
        double least = MeanInterval.Of(beyond, seed).Low ?? beyond.Average();
        return new(runs.Average(), others.Average(), chance, least > 0);
    }

    private static double[] Counted(double[] losses, double chance) =>
        losses.All(double.IsFinite) ? losses : [.. losses.Select(_ => chance)];

    private static (double[] Rows, double Chance) RowsOf(TrainingSpec spec, int seed, CancellationToken cancellation)
    {
        using var data = SpecData.Prepare(spec, seed);
        double chance = SoundLoss.Chance(data, data.SoundValidationLabels);
        if (SpecShapes.Mismatch(spec, data.Classes?.Count, data.Outputs) is not null)
            return ([.. data.SoundValidationLabels.Select(_ => double.NaN)], chance);
        using SpecTraining training = new(spec, data, seed);
        training.Fit(cancellation);
        return (SoundLoss.OfRows(training, data, data.Validation!.X, data.SoundValidationLabels), chance);
    }
}
