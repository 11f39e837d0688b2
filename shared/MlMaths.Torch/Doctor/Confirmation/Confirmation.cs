using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>What a second training said of a cause.</summary>
public enum CauseStatus
{
    /// <summary>Not tried, or no clear answer.</summary>
    Suspected,

    /// <summary>The change helped, in every pair and by enough to matter.</summary>
    Confirmed,

    /// <summary>The change was not worth anything that could be seen.</summary>
    Harmless,
}

/// <summary>
/// A training and the same with the smallest change that takes one fault away, in pairs of the same seed: the same split, weights and
/// order of rows, as far as the change leaves them.
///
/// <code>
/// gain      = loss of the training − loss of the changed one       in the currency of <see cref="SoundLoss"/>
/// confirmed   all five gains are above 0, and their median is above a tenth of (training − known good net)
/// harmless    the median gain is below a hundredth of what there is to learn: (chance − changed)
/// </code>
///
/// Five gains of five are seen by chance once in 32 times where the change is worth nothing.
/// </summary>
/// <param name="Status">The answer.</param>
/// <param name="Evidence">The losses, in a sentence.</param>
public sealed record Confirmation(CauseStatus Status, string Evidence)
{
    /// <summary>Pairs of trainings.</summary>
    public const int Pairs = 5;

    private const double WorthIt = 0.1, WorthNothing = 0.01;

    /// <summary>Trains the pairs of one cause.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="cause">What was found.</param>
    /// <param name="seed">Of the first pair; the others come from it.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Confirmation Train(TrainingSpec spec, Cause cause, int seed, CancellationToken cancellation)
    {
        if (spec.Data.Validation == 0) return new(CauseStatus.Suspected, "Not tried: there are no validation rows.");
        if (Repair.Of(cause.Fault, spec) is not { } repaired)
            return new(CauseStatus.Suspected, "Not tried: the spec has no field that takes this away.");
        int[] seeds = [seed, .. Enumerable.Range(1, Pairs - 1).Select(pair => Seeds.Of(seed, DrawnFor.Model, pair))];
        double[] runs = [.. seeds.Select(one => LossOf(spec, one, cancellation).Loss)];
        (double Loss, double Chance)[] changed = [.. seeds.Select(one => LossOf(repaired, one, cancellation))];
        double known = Median(seeds.Select(one => LossOf(Repair.KnownGood(spec), one, cancellation).Loss));
        return Judged(runs, changed, known);
    }

    /// <summary>Loss on untouched validation labels after one training, and that of a constant answer; the run's own chance where its
    /// loss cannot even be computed.</summary>
    internal static (double Loss, double Chance) LossOf(TrainingSpec spec, int seed, CancellationToken cancellation)
    {
        using var data = SpecData.Prepare(spec, seed);
        double chance = SoundLoss.Chance(data);
        if (SpecShapes.Mismatch(spec, data.Classes?.Count, data.Outputs) is not null) return (double.PositiveInfinity, chance);
        using SpecTraining training = new(spec, data, seed);
        training.Fit(cancellation);
        return (SoundLoss.Of(training, data), chance);
    }

    internal static Confirmation Judged(double[] runs, (double Loss, double Chance)[] changed, double known)
    {
        double[] gains = [.. runs.Zip(changed, (run, other) => double.IsPositiveInfinity(other.Loss) ? double.NegativeInfinity
            : run - other.Loss)];
        double run = Median(runs), repaired = Median(changed.Select(one => one.Loss)), gain = Median(gains);
        string evidence = $"Changed, the validation loss was {Shown(repaired)} instead of {Shown(run)}, better in "
            + $"{gains.Count(one => one > 0)} of {gains.Length} pairs; a net that is known to work has {Shown(known)}.";
        double toLearn = Math.Max(0, changed[0].Chance - repaired);
        // A training that ended in no number at all has gained whatever the changed one has learnt.
        bool isWorthIt = double.IsPositiveInfinity(run) ? double.IsFinite(repaired) : gain > WorthIt * Math.Max(0, run - known);
        CauseStatus status = gains.All(one => one > 0) && isWorthIt && gain > WorthNothing * toLearn
            ? CauseStatus.Confirmed
            : gain < WorthNothing * toLearn ? CauseStatus.Harmless
            : CauseStatus.Suspected;
        return new(status, evidence);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ascending = [.. values.Order()];
        return ascending[ascending.Length / 2];
    }

    private static string Shown(double loss) => double.IsFinite(loss) ? NumberText.Brief(loss) : "no finite number";
}
