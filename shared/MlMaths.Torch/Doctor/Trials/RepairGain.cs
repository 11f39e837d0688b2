namespace MlMaths.Torch.Doctor;

/// <summary>
/// What a change of a broken training is worth, beside a twin that is known to be mended; all of one seed.
///
/// <code>
/// lost     = L(broken) − L(twin)              L the validation loss, at most that of guessing
/// gain     = L(broken) − L(changed)
/// share    = gain / lost                      of the lost loss that is won back
/// counts     share ≥ 0.9
/// harmful    lost > 0.1 (chance − L(twin))    else there is nothing to mend
/// </code>
/// </summary>
/// <param name="Broken">The training as it is.</param>
/// <param name="Twin">The same without what is wrong; of a sound one, a careful training.</param>
public sealed record RepairGain(SpecTrial Broken, SpecTrial Twin)
{
    private const double Enough = 0.9, Harmful = 0.1;

    /// <summary>What was lost.</summary>
    public double Lost => Broken.Counted - Twin.Counted;

    /// <summary>Whether the twin is better by enough to matter.</summary>
    public bool IsHarmful => Lost > Harmful * Math.Max(0, Twin.Chance - Twin.Counted);

    /// <summary>Share of the lost loss that a changed training wins back: 1 for the twin's; below 0 for a worse one.</summary>
    public double ShareOf(SpecTrial changed) => (Broken.Counted - changed.Counted) / Lost;

    /// <summary>Whether a change wins back enough.</summary>
    public bool Counts(SpecTrial changed) => IsHarmful && ShareOf(changed) >= Enough;

    /// <summary>What a changed training wins, as a share of what it has learnt: (L(broken) − L(changed)) / (chance − L(changed)); 0
    /// where that is nothing.</summary>
    public double GainOf(SpecTrial changed) => changed.Counted < changed.Chance
        ? (Broken.Counted - changed.Counted) / (changed.Chance - changed.Counted)
        : 0;

    /// <summary>Whether a change of a sound training is better by enough to matter: above a tenth.</summary>
    public bool IsWorthIt(SpecTrial changed) => GainOf(changed) > Harmful;
}
