using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>A case with its trainings: the broken one, its twin, and what is tried beside them, all of one seed.</summary>
internal sealed class DojoBout
{
    private readonly DojoTrainings _trainings;
    private readonly Lazy<RepairGain> _gain;

    /// <param name="one">The case.</param>
    /// <param name="trainings">Trains.</param>
    public DojoBout(DojoCase one, DojoTrainings trainings)
    {
        (Case, _trainings) = (one, trainings);
        var broken = new Lazy<SpecTrial>(() => trainings.Train("the training", one.Spec, one.Seed));
        Seen = broken;
        _gain = new(() => new(broken.Value, trainings.Train("its twin", one.Spec.With(one.Twin), one.Seed)));
    }

    public DojoCase Case { get; }

    /// <summary>The training as it is.</summary>
    public SpecTrial Broken => Seen.Value;

    private Lazy<SpecTrial> Seen { get; }

    /// <summary>The loss of the twin, which a fix is measured by.</summary>
    public double TwinLoss => _gain.Value.Twin.Loss;

    /// <summary>What is asked of a cause that was named: what its change would win back.</summary>
    public DojoTry? TryOf(DojoChoice choice) =>
        choice.Try.Length > 0 ? Try(TypedChanges.Read(choice.Try)) : null;

    /// <summary>Trains with a change, beside the broken one.</summary>
    /// <exception cref="UserMistakeException">A field may not be changed, or not so.</exception>
    public DojoTry Try(IReadOnlyList<SpecChange> changes)
    {
        TrainingSpec changed = AllowedChanges.Of(Case, changes);
        RepairGain gain = _gain.Value;
        SpecTrial trial = _trainings.Train("with your change", changed, Case.Seed);
        return Case.IsSound
            ? new(changes, trial, Share: null, gain.GainOf(trial), Counts: false, gain.IsWorthIt(trial))
            : new(changes, trial, gain.ShareOf(trial), gain.GainOf(trial), gain.Counts(trial), gain.Counts(trial));
    }
}

/// <summary>A change that was run.</summary>
/// <param name="Changes">What was changed.</param>
/// <param name="Trial">What came of it.</param>
/// <param name="Share">Of the lost loss that it won back; null where nothing was lost.</param>
/// <param name="Gain">Of what there is to learn.</param>
/// <param name="Counts">Whether that is enough.</param>
/// <param name="IsWorthIt">Of a sound training, whether the change is better by enough to matter.</param>
internal sealed record DojoTry(
    IReadOnlyList<SpecChange> Changes, SpecTrial Trial, double? Share, double Gain, bool Counts, bool IsWorthIt);
