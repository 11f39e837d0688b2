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
/// order of rows, as far as the change leaves them. Other causes are changed in both, so that none hides what this one does.
///
/// <code>
/// gain      = loss of the training − loss of the changed one       in the currency of <see cref="SoundLoss"/>
/// confirmed   all five gains are above 0, and their median is above a tenth of (training − known good net) and a hundredth of
///             (chance − changed)
/// harmless    the median gain is below a hundredth of what there is to learn: (chance − changed)
/// </code>
///
/// A change that is worth nothing has five gains of five by chance in 1 of 32 diagnoses; of three such changes, at least one has them in
/// 9 of 100. A leak is not tried: its validation rows are easier, and the loss on them says nothing.
/// </summary>
/// <param name="Status">The answer.</param>
/// <param name="Evidence">The losses, or why there are none, in a sentence.</param>
/// <param name="WasTried">Whether there were second trainings.</param>
public sealed record Confirmation(CauseStatus Status, string Evidence, bool WasTried = true)
{
    /// <summary>Pairs of trainings.</summary>
    public const int Pairs = 5;

    private const double WorthIt = 0.1, WorthNothing = 0.01;

    /// <summary>Trains the pairs of each cause; what causes have in common is trained once.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="causes">What was found.</param>
    /// <param name="seed">Of the first pair; the others come from it.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyList<Confirmation> Train(
        TrainingSpec spec, IReadOnlyList<Cause> causes, int seed, CancellationToken cancellation) =>
        Train(spec, causes, seed, (one, ofPair) => LossOf(one, ofPair, cancellation));

    /// <summary>The same, with the trainings handed in.</summary>
    internal static IReadOnlyList<Confirmation> Train(
        TrainingSpec spec, IReadOnlyList<Cause> causes, int seed, Func<TrainingSpec, int, (double Loss, double Chance)> lossOf)
    {
        if (spec.Data.Validation == 0) return [.. causes.Select(_ => Not("there are no validation rows"))];
        int[] seeds = [seed, .. Enumerable.Range(1, Pairs - 1).Select(pair => Seeds.Of(seed, DrawnFor.Model, pair))];
        IReadOnlyList<SpecChange>[] repairs = [.. causes.Select(cause => Repair.Of(cause.Fault, spec))];
        TrainingSpec sound;
        try
        {
            sound = spec.With(repairs.SelectMany(changes => changes));
        }
        catch (UserMistakeException mistake)
        {
            return [.. causes.Select(_ => NotWith(mistake))];
        }

        Lazy<(double Loss, double Chance)[]> changed = new(() => Losses(sound)), known = new(() => Losses(KnownGood.Of(sound)));
        return [.. causes.Select((cause, place) => Tried(cause, place))];

        (double Loss, double Chance)[] Losses(TrainingSpec one) => [.. seeds.Select(ofPair => lossOf(one, ofPair))];

        Confirmation Tried(Cause cause, int place)
        {
            if (cause.Fault.IsLeak) return Not("validation rows took part, so validation loss cannot judge it");
            if (repairs[place].Count == 0) return Not("the spec has no field that takes this away");
            if (repairs.Take(place).Any(earlier => IsPart(repairs[place], earlier)))
                return Not("what takes an earlier cause away takes this one away, too");
            // What is a part of this change is taken away with it, and so left in the training that it is compared with.
            TrainingSpec faulty = spec.With(repairs.Where((other, at) => at != place && !IsPart(other, repairs[place]))
                .SelectMany(changes => changes));
            if (SpecChange.Between(faulty, sound).Count == 0) return Not("what takes other causes away takes this one away, too");
            if (faulty.Data.TargetKind != sound.Data.TargetKind) return Not("losses of classes and of numbers cannot be compared");
            try
            {
                Confirmation judged = Judged(
                    [.. Losses(faulty).Select(one => one.Loss)], changed.Value, Median(known.Value.Select(one => one.Loss)));
                return causes.Count == 1 ? judged : judged with { Evidence = $"{judged.Evidence} The other causes were changed in both." };
            }
            catch (UserMistakeException mistake)
            {
                return NotWith(mistake);
            }
        }
    }

    private static bool IsPart(IReadOnlyList<SpecChange> changes, IReadOnlyList<SpecChange> whole) =>
        changes.Count > 0 && changes.All(one => whole.Any(other => other.Path == one.Path));

    /// <summary>Loss on untouched validation labels after one training, infinite where the training's own loss cannot even be computed;
    /// and that of a constant answer.</summary>
    internal static (double Loss, double Chance) LossOf(TrainingSpec spec, int seed, CancellationToken cancellation)
    {
        using var data = SpecData.Prepare(spec, seed);
        double chance = SoundLoss.Chance(data, data.SoundValidationLabels);
        if (SpecShapes.Mismatch(spec, data.Classes?.Count, data.Outputs) is not null) return (double.PositiveInfinity, chance);
        using SpecTraining training = new(spec, data, seed);
        training.Fit(cancellation);
        return (SoundLoss.Of(training, data), chance);
    }

    internal static Confirmation Judged(double[] runs, (double Loss, double Chance)[] changed, double known)
    {
        double[] gains = [.. runs.Zip(changed, (run, other) => Gain(run, other.Loss))];
        double run = Median(runs), repaired = Median(changed.Select(one => one.Loss)), gain = Median(gains);
        string evidence = $"Changed, the validation loss was {LossText.Of(repaired)} instead of {LossText.Of(run)}, better in "
            + $"{gains.Count(one => one > 0)} of {gains.Length} pairs; a net that is known to work has {LossText.Of(known)}.";
        double toLearn = Math.Max(0, changed[0].Chance - repaired);
        // A training that ended in no number at all has gained whatever the changed one has learnt.
        bool isWorthIt = double.IsPositiveInfinity(run) ? double.IsFinite(repaired) : gain > WorthIt * Math.Max(0, run - known);
        CauseStatus status = gains.All(one => one > 0) && isWorthIt && gain > WorthNothing * toLearn
            ? CauseStatus.Confirmed
            : gain < WorthNothing * toLearn ? CauseStatus.Harmless
            : CauseStatus.Suspected;
        return new(status, evidence);
    }

    /// <summary>Nothing where neither training ended in a number; the largest there is where one did.</summary>
    private static double Gain(double run, double changed) => double.IsPositiveInfinity(run) && double.IsPositiveInfinity(changed)
        ? 0
        : Math.Clamp(run - changed, -double.MaxValue, double.MaxValue);

    private static Confirmation Not(string because) => new(CauseStatus.Suspected, $"Not tried: {because}.", WasTried: false);

    private static Confirmation NotWith(UserMistakeException mistake) =>
        new(CauseStatus.Suspected, $"Not tried, as the changed training cannot be read: {mistake.Message}", WasTried: false);

    private static double Median(IEnumerable<double> values) => Quantiles.Of([.. values]).Median;
}
