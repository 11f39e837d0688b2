using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>What is asked of a trial besides the verdict.</summary>
/// <param name="Confirms">Whether causes are confirmed by second trainings, five pairs each.</param>
/// <param name="Ablates">Whether the verdict is given without each part of the doctor, too.</param>
public sealed record AskedOfTrial(bool Confirms, bool Ablates = false);

/// <summary>Draws a training of the sealed set, asks the doctor and the published rules, and finds the truth by its twin.</summary>
public sealed class SealedTrial
{
    private readonly int _trial, _seed;
    private readonly TrialSet _set;
    private readonly AskedOfTrial _asked;
    private readonly CancellationToken _cancellation;

    private SealedTrial(SealedSeeds seeds, int trial, AskedOfTrial asked, CancellationToken cancellation) =>
        (_trial, _seed, _set, _asked, _cancellation) = (trial, seeds[trial], seeds.Set, asked, cancellation);

    /// <summary>One trial.</summary>
    /// <param name="seeds">Of the set.</param>
    /// <param name="trial">Its number.</param>
    /// <param name="asked">What is asked besides.</param>
    /// <param name="cancellation">Ends it.</param>
    public static TrialOutcome Run(SealedSeeds seeds, int trial, AskedOfTrial asked, CancellationToken cancellation) =>
        new SealedTrial(seeds, trial, asked, cancellation).Run();

    private TrialOutcome Run()
    {
        Random chance = new(_seed);
        if (SealedKind.MeantBy(_trial) == TrialKind.TwoFaults) return OfTwo(TwoFaults.Draw(chance, _set));
        SealedKind kind = SealedKind.Of(_set, _trial);
        DoctorCase one = kind.Kind.Draw(chance);
        TrialKind meant = one.IsFaulty ? TrialKind.Faulty : TrialKind.Sound;
        return Judged(one.Kind, meant, kind.Origin, one.Spec, one.Twin, one.Meant);
    }

    private TrialOutcome OfTwo(TwoFaults two)
    {
        TrialOutcome whole = Judged(
            two.Name, TrialKind.TwoFaults, two.Origin, two.Spec, two.Twin, [.. two.First, .. two.Second]);
        (double[] twin, double level) = LossesOf(two.Twin);
        return whole with
        {
            EachIsHarmful = IsHarmful(two.WithoutFirst) && IsHarmful(two.WithoutSecond),
            BothAreNamed = IsNamed(two.First) && IsNamed(two.Second),
        };

        bool IsNamed(IReadOnlyList<string> meant) => whole.Causes.Any(cause => meant.Contains(cause.Id));

        bool IsHarmful(string spec) => FaultEffect.Of(LossesOf(spec).Rows, twin, level, _seed).IsHarmful;
    }

    private TrialOutcome Judged(string name, TrialKind meant, KindOrigin origin, string spec, string twin, IReadOnlyList<string> right)
    {
        var parsed = TrainingSpec.Parse(spec);
        long start = TimeProvider.System.GetTimestamp();
        using var data = SpecData.Prepare(parsed, _seed);
        var examination = Examination.Of(parsed, data, _seed, _cancellation);
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        (double[] rows, double level) = WatchedLossesOf(spec, out WatchedRun watched);
        var effect = FaultEffect.Of(rows, LossesOf(twin).Rows, level, _seed);
        return new(_trial, name, meant, origin, effect, CausesOf(examination, parsed, effect, right),
            PublishedRules.All.ToDictionary(rule => rule.Name, rule => (IReadOnlyList<string>)[.. rule.Raises(watched)]))
        {
            IsStillLearning = examination.IsStillLearning,
            IsSaidHarmless = examination.IsHarmless,
            EarlyAlarms = EarlyAlarms.Of(examination, parsed, _seed),
            HasSymptom = examination.Course.Checks.Any(check => check.Outcome == CheckOutcome.Failed),
            Ablations = _asked.Ablates ? Ablation.All(parsed, data, examination, _seed, _cancellation) : [],
            Seconds = seconds,
            Right = right,
            Spec = spec,
        };
    }

    private FoundCause[] CausesOf(Examination examination, TrainingSpec spec, FaultEffect effect, IReadOnlyList<string> right)
    {
        IReadOnlyList<Cause> causes = examination.Causes;
        IReadOnlyList<Confirmation> confirmed =
            _asked.Confirms && causes.Count > 0 && !examination.IsHarmless && !examination.IsStillLearning
                ? Confirmation.Train(spec, causes, _seed, _cancellation)
                : [];
        HashSet<string> atStart = [.. examination.Start.Diagnosis.Causes.Select(cause => cause.Id)];
        return
        [
            .. causes.Index().Select(place =>
            {
                Cause cause = place.Item;
                bool isJudged = effect.IsHarmful && right.Count > 0;
                double? wonBack = isJudged && Changed(cause, spec) is { } changed ? effect.WonBack(changed) : null;
                string status = confirmed.Count > 0 ? confirmed[place.Index].Status.ToString().ToLowerInvariant() : "";
                bool isRight = right.Contains(cause.Id) || wonBack >= FaultEffect.Enough;
                return new FoundCause(cause.Id, cause.Check, isRight, wonBack, status, atStart.Contains(cause.Id));
            }),
        ];
    }

    /// <summary>Loss of the training with a cause changed; null where it has no change, or cannot be judged by it.</summary>
    private double? Changed(Cause cause, TrainingSpec spec)
    {
        IReadOnlyList<SpecChange> changes = Repair.Of(cause.Fault, spec);
        if (changes.Count == 0 || cause.Fault.IsLeak) return null;
        try
        {
            return Confirmation.LossOf(spec.With(changes), _seed, _cancellation).Loss;
        }
        catch (UserMistakeException)
        {
            return null; // fields that contradict each other are no way out
        }
    }

    private (double[] Rows, double Chance) LossesOf(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, _seed);
        using SpecTraining training = new(spec, data, _seed);
        training.Fit(_cancellation);
        return LossesOf(training, data);
    }

    private (double[] Rows, double Chance) WatchedLossesOf(string json, out WatchedRun watched)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, _seed);
        using SpecTraining training = new(spec, data, _seed);
        RunWatcher watcher = new(spec, data, training);
        watched = watcher.Read(training.Fit(_cancellation, watcher));
        return LossesOf(training, data);
    }

    private static (double[] Rows, double Chance) LossesOf(SpecTraining training, SpecData data) => (
        SoundLoss.OfRows(training, data, data.Validation!.X, data.SoundValidationLabels),
        SoundLoss.Chance(data, data.SoundValidationLabels));
}
