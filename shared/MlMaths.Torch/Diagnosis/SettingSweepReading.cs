using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What the trials of one setting come to.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="Loss">
/// Mean over the seeds of the last validation loss, with its interval for other seeds (t) at 95 %; null where one diverged.
/// </param>
/// <param name="Difference">
/// This setting's loss less that of the reference, seed by seed; null for the reference itself, and where one of the two is missing.
/// </param>
/// <param name="Diverged">Trials that did.</param>
public sealed record SettingReading(string Setting, Interval? Loss, Interval? Difference, int Diverged)
{
    /// <summary>Whether it is worse than the reference by more than seeds differ.</summary>
    public bool IsWorse => Difference is { Low: > 0 };

    /// <summary>Whether it is better than the reference by more than seeds differ.</summary>
    public bool IsBetter => Difference is { High: < 0 };
}

/// <summary>
/// Compares settings with one of them, in pairs of the same seed. The m intervals hold together: each has a level of 1 − 0.05/m
/// (Bonferroni), so that one study in twenty finds a difference where there is none. They tell of other seeds, on the same rows.
/// </summary>
/// <param name="Settings">In the order of the sweep.</param>
/// <param name="Reference">What the others are compared with.</param>
/// <param name="Best">The setting with the lowest mean loss; null where each diverged.</param>
/// <param name="Reason">Which are better, which worse and which cannot be told, in plain words.</param>
public sealed record SettingSweepReading(IReadOnlyList<SettingReading> Settings, string Reference, string? Best, string Reason)
{
    private const double Rare = 0.05;

    /// <summary>Reads the sweep.</summary>
    /// <param name="sweep">At least one trial of the reference.</param>
    /// <param name="reference">Chosen before the sweep was run.</param>
    public static SettingSweepReading Of(SettingSweep sweep, string reference)
    {
        SettingTrial[] against = [.. sweep.Trials.Where(trial => trial.Setting == reference)];
        if (against.Length == 0) throw new ArgumentException($"There is no trial of the reference, {reference}.", nameof(reference));
        IGrouping<string, SettingTrial>[] all = [.. sweep.Trials.GroupBy(trial => trial.Setting)];
        double level = 1 - Rare / Math.Max(1, all.Length - 1);
        SettingReading[] readings = [.. all.Select(one => Read(one.Key, [.. one], one.Key == reference ? [] : against, level))];
        string? best = readings.Where(reading => reading.Loss is not null).MinBy(reading => reading.Loss!.Value)?.Setting;
        return new(readings, reference, best, Words(readings, reference, against.Length));
    }

    private static SettingReading Read(string setting, SettingTrial[] trials, SettingTrial[] against, double level)
    {
        double[] losses = [.. trials.Select(trial => trial.Loss).OfType<double>()];
        int diverged = trials.Length - losses.Length;
        double[] differences =
        [
            .. trials.Join(against, trial => trial.Seed, trial => trial.Seed, (one, other) => one.Loss - other.Loss).OfType<double>(),
        ];
        bool isPaired = differences.Length > 0 && differences.Length == trials.Length;
        return new(
            setting, diverged == 0 ? MeanOf(losses) : null, isPaired ? PairedT.Of(differences, level).Difference : null, diverged);
    }

    private static Interval MeanOf(double[] losses) => losses.Length > 1
        ? PairedT.Of(losses).Difference
        : Interval.WithoutEnds(losses[0], "", "one seed tells nothing of others");

    private static string Words(SettingReading[] readings, string reference, int seeds)
    {
        SettingReading[] others = [.. readings.Where(reading => reading.Setting != reference)];
        string[] parts =
        [
            .. Part("lower than with", others.Where(one => one.IsBetter)), .. Part("higher than with", others.Where(one => one.IsWorse)),
            .. Unknown(
            [
                .. others.Where(one => one is { IsBetter: false, IsWorse: false, Difference: not null }).Select(one => one.Setting),
            ]),
            .. others.Where(one => one.Diverged > 0).Select(one => $"{one.Setting} diverged with {Counted.Of(one.Diverged, "seed")}"),
        ];
        SettingReading own = readings.Single(reading => reading.Setting == reference);
        if (own.Diverged > 0) return $"The reference, {reference}, diverged with {Counted.Of(own.Diverged, "seed")}: nothing is compared.";
        return $"Over {Counted.Of(seeds, "seed")}, in pairs: {string.Join("; ", parts)}.";

        IEnumerable<string> Part(string what, IEnumerable<SettingReading> which)
        {
            string[] names = [.. which.Select(one => $"{one.Setting} (by {NumberText.Brief(Math.Abs(one.Difference!.Value!.Value))})")];
            if (names.Length > 0) yield return $"the loss is {what} {reference} with {And(names)}";
        }

        IEnumerable<string> Unknown(string[] names)
        {
            if (names.Length > 0) yield return $"{And(names)} cannot be told from {reference}";
        }
    }

    private static string And(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
