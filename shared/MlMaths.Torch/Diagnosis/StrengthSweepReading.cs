using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What the trials of one strength come to. Losses are validation losses, or training losses where no rows validate.</summary>
/// <param name="Strength">0 is no regularisation.</param>
/// <param name="MeanTrainingLoss">Mean over the seeds; null where one diverged.</param>
/// <param name="MeanLoss">Mean over the seeds of what the strength is judged by; null where one diverged.</param>
/// <param name="Deviation">Between seeds; null where one diverged or there is one seed only.</param>
/// <param name="FromNone">This strength's loss less that of no regularisation, seed by seed; null for 0 itself, and
/// where one of the two is missing.</param>
/// <param name="PValue">Of that difference, times the number of strengths compared (Bonferroni), at most 1; null without spread.</param>
/// <param name="Diverged">Trials that did.</param>
public sealed record StrengthReading(
    double Strength, double? MeanTrainingLoss, double? MeanLoss, double? Deviation, Interval? FromNone, double? PValue, int Diverged);

/// <summary>
/// Reads a regularisation sweep. The trials of a seed share initial weights and order of rows, so that strengths are compared
/// in pairs. The spread is that between seeds, on the same rows: with three to five of them only a difference several times its
/// deviation is told from chance, and nothing is said of other rows.
///
/// <code>
/// best       least mean loss
/// simplest   largest strength with  mean loss ≤ least mean loss + s/√k      s and k of the best strength
/// </code>
///
/// The second is the one-standard-error rule of Breiman, Friedman, Olshen and Stone, 1984, Classification and Regression Trees.
/// </summary>
/// <param name="Strengths">Strength by strength, in the sweep's order.</param>
/// <param name="Best">The strength of least mean loss; null where every one diverged.</param>
/// <param name="Simplest">The strongest that is as good within a standard error; null where every one diverged.</param>
/// <param name="IsBetter">Whether the best strength is better than none by more than seeds differ.</param>
/// <param name="Reason">What to conclude, in plain words.</param>
public sealed record StrengthSweepReading(
    IReadOnlyList<StrengthReading> Strengths, double? Best, double? Simplest, bool IsBetter, string Reason)
{
    // One conclusion in twenty is wrong where nothing differs, whichever of the strengths it is drawn for.
    private const double Rare = 0.05;

    /// <summary>Reads the sweep.</summary>
    /// <param name="sweep">At least one trial.</param>
    /// <param name="what">What was varied, as a sentence calls it: <c>the penalty</c>, <c>dropout</c>.</param>
    public static StrengthSweepReading Of(StrengthSweep sweep, string what)
    {
        StrengthTrial[] none = [.. sweep.Trials.Where(trial => trial.Strength == 0)];
        int compared = sweep.Strengths.Count(strength => strength != 0);
        StrengthReading[] readings =
            [.. sweep.Trials.GroupBy(trial => trial.Strength).Select(one => Read(one.Key, [.. one], none, compared))];
        StrengthReading? best = readings.Where(reading => reading.MeanLoss is not null)
            .MinBy(reading => (reading.MeanLoss!.Value, -reading.Strength));
        if (best is null)
        {
            return new(readings, null, null, false,
                $"Every strength of {what} diverged in at least one seed: "
                + $"use a smaller learning rate before comparing strengths.");
        }

        int seeds = sweep.Trials.Count(trial => trial.Strength == best.Strength);
        double bar = best.MeanLoss!.Value + (best.Deviation ?? 0) / Math.Sqrt(seeds);
        double simplest = readings.Where(reading => reading.MeanLoss <= bar).Max(reading => reading.Strength);
        bool better = best.FromNone is { Value: < 0 } && best.PValue < Rare;
        string conclusion = Conclusion(best, better, readings.FirstOrDefault(reading => reading.Strength == 0), what, seeds);
        return new(readings, best.Strength, simplest, better, conclusion + Simpler(best.Strength, simplest));
    }

    private static StrengthReading Read(double strength, StrengthTrial[] trials, StrengthTrial[] none, int compared)
    {
        double?[] losses = [.. trials.Select(Loss)];
        int diverged = losses.Count(loss => loss is null);
        Moments? moments = diverged == 0 ? Moments.Of([.. losses.Select(loss => loss!.Value)]) : null;
        double? training = diverged == 0 ? trials.Average(trial => trial.TrainingLoss) : null;
        double?[] differences = [.. trials.Join(none, trial => trial.Seed, trial => trial.Seed, (one, other) => Loss(one) - Loss(other))];
        bool paired = strength != 0 && differences.Length > 0 && differences.All(difference => difference is not null);
        PairedT? fromNone = paired ? PairedT.Of([.. differences.Select(difference => difference!.Value)]) : null;
        return new(
            strength, training, moments?.Mean, moments?.SampleDeviation, fromNone?.Difference,
            fromNone?.PValue is { } p ? Math.Min(1, compared * p) : null, diverged);
    }

    private static double? Loss(StrengthTrial trial) =>
        trial.History.Curve("loss", "validation").Values.Count > 0 ? trial.ValidationLoss : trial.TrainingLoss;

    private static string Conclusion(StrengthReading best, bool better, StrengthReading? none, string what, int seeds)
    {
        string least = $"the lowest mean loss, {NumberText.Of(best.MeanLoss!.Value)}";
        if (best.Strength == 0)
            return $"No strength of {what} was better than none: none at all has {least} over {Counted.Of(seeds, "seed")}.";
        if (none is null)
        {
            return $"Strength {NumberText.Of(best.Strength)} of {what} has {least} over {Counted.Of(seeds, "seed")}; "
                + $"none at all was not tried, so its gain is unknown.";
        }
        if (best.FromNone is not { } difference)
        {
            return $"Strength {NumberText.Of(best.Strength)} of {what} has {least}; without any, {none.Diverged} of "
                + $"{Counted.Of(seeds, "seed")} diverged.";
        }

        double by = difference.Value!.Value;
        string from = $"{NumberText.Of(Math.Abs(by))} {(by < 0 ? "below" : "above")} none's {NumberText.Of(none.MeanLoss!.Value)}";
        if (difference is not { Low: { } low, High: { } high })
        {
            return $"Strength {NumberText.Of(best.Strength)} of {what} has {least}, {from}, but {difference.WhyUndefined}: "
                + "how much of that is chance is unknown; at least three seeds are needed.";
        }

        string between = $"{from} (paired over {Counted.Of(seeds, "seed")}: {NumberText.Of(low)} to {NumberText.Of(high)} at "
            + $"{difference.Confidence:0 %}; {PValueText.Equation(best.PValue!.Value)}, corrected for the number of strengths)";
        return better
            ? $"Strength {NumberText.Of(best.Strength)} of {what} is better than none by more than the difference between seeds: "
                + $"its mean loss is {NumberText.Of(best.MeanLoss.Value)}, {between}."
            : $"No strength of {what} was better than none by more than the difference between seeds: "
                + $"the best, {NumberText.Of(best.Strength)}, has a mean loss of {NumberText.Of(best.MeanLoss.Value)}, {between}.";
    }

    private static string Simpler(double best, double simplest) => simplest > best
        ? $" Strength {NumberText.Of(simplest)} is the strongest within one standard error of it, and the simpler net."
        : "";
}
