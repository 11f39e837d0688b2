using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Diagnosis;

/// <summary>What the trials of one rate come to.</summary>
/// <param name="LearningRate">η.</param>
/// <param name="Verdict">In a word.</param>
/// <param name="Sentence">In a sentence, with the numbers it rests on.</param>
/// <param name="MeanLoss">Mean of the trials' losses over the seeds; null where one diverged.</param>
/// <param name="Spread">Their standard deviation; null where one diverged or there is one seed only.</param>
public sealed record SweptLearningRate(double LearningRate, LearningRateVerdict Verdict, string Sentence, double? MeanLoss, double? Spread);

/// <summary>
/// Reads a sweep: a sentence for each rate, and which to take. The training loss of each epoch is looked at, since that of a
/// batch jumps for the batch's own reasons.
///
/// <code>
/// diverged    a trial's loss left the finite numbers
/// too large   in the typical trial, the epoch loss rose by more than 5 % in more than a tenth of the epochs, or ended higher;
///             or it made less than 90 % of the way down that the best trial made, and a smaller rate made more of it
/// too small   it made less than 90 % of that way, and no smaller rate made more
/// good        all others
/// </code>
/// </summary>
/// <param name="LearningRates">Rate by rate, in the sweep's order.</param>
/// <param name="Recommended">The rate to take; null where every one diverged.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LearningRateSweepReading(IReadOnlyList<SweptLearningRate> LearningRates, double? Recommended, string Reason)
{
    private const double Arrived = 0.9, OftenUp = 0.1, Up = 1.05;

    /// <summary>Reads the sweep.</summary>
    public static LearningRateSweepReading Of(LearningRateSweep sweep)
    {
        double[] ends = [.. sweep.Trials.Where(trial => trial.Loss is not null).Select(EpochLosses)
            .Where(losses => losses.Length > 0)
            .Select(losses => losses.Min())];
        double least = ends.Length == 0 ? double.NaN : ends.Min();
        // Before the first step all rates stand at the same weights: their first losses differ by the batch alone.
        double start = sweep.Trials.Average(trial => trial.History.Curve("loss").Values[0]);
        var ways = sweep.Trials.Where(trial => trial.Loss is not null).GroupBy(trial => trial.LearningRate)
            .ToDictionary(rate => rate.Key, rate => Median(rate.Select(trial => WayMade(trial, start, least))));
        SweptLearningRate[] readings =
        [
            .. sweep.Trials.GroupBy(trial => trial.LearningRate).Select(rate => Read(
                rate.Key, [.. rate], start, least,
                ways.Where(way => way.Key < rate.Key).Select(way => way.Value).DefaultIfEmpty(double.NegativeInfinity)
                    .Max())),
        ];
        (double? recommended, string reason) = Recommend(readings);
        return new LearningRateSweepReading(readings, recommended, reason);
    }

    private static SweptLearningRate Read(double rate, LearningRateTrial[] trials, double start, double least, double wayOfSmaller)
    {
        LearningRateTrial[] diverged = [.. trials.Where(trial => trial.Loss is null)];
        if (diverged.Length > 0)
        {
            string steps = string.Join(", ", diverged.Select(trial => trial.History.Steps));
            return new(
                rate, LearningRateVerdict.Diverged,
                $"Learning rate {NumberText.Of(rate)} diverged at step {steps}, in {diverged.Length} of {trials.Length} seeds.",
                null, null);
        }

        double mean = trials.Average(trial => trial.Loss!.Value);
        double? spread = trials.Length > 1
            ? Math.Sqrt(trials.Sum(trial => Math.Pow(trial.Loss!.Value - mean, 2)) / (trials.Length - 1))
            : null;
        double rises = Median(trials.Select(Rises)), way = Median(trials.Select(trial => WayMade(trial, start, least)));
        bool higher = trials.Average(trial => EpochLosses(trial)[^1]) > Up * start;
        (LearningRateVerdict verdict, string why) = (rises, way, higher) switch
        {
            ( > OftenUp, _, _) =>
                (LearningRateVerdict.TooLarge, $"is unstable: the loss rose in {NumberText.Percent(rises, 0)} of the epochs"),
            (_, _, true) => (LearningRateVerdict.TooLarge, "is unstable: the loss ended above where it began"),
            (_, < Arrived, _) when wayOfSmaller > way => (
                LearningRateVerdict.TooLarge,
                $"is too large: it covered {NumberText.Percent(Math.Max(0, way), 0)} of the way down, "
                + $"and a smaller rate {NumberText.Percent(wayOfSmaller, 0)}"),
            (_, < Arrived, _) => (
                LearningRateVerdict.TooSmall,
                $"is too small: it covered {NumberText.Percent(Math.Max(0, way), 0)} of the way down that the best trial covered"),
            _ => (LearningRateVerdict.Good, $"is good: it covered {NumberText.Percent(way, 0)} of the way down"),
        };
        return new(
            rate, verdict, $"Learning rate {NumberText.Of(rate)} {why}; its mean loss is {NumberText.Of(mean)}.", mean,
            spread);
    }

    private static (double? LearningRate, string Reason) Recommend(SweptLearningRate[] readings)
    {
        SweptLearningRate[] finite = [.. readings.Where(reading => reading.MeanLoss is not null)];
        if (finite.Length == 0)
            return (null, "Every learning rate diverged: try rates a thousand times smaller, and check the initial weights.");

        SweptLearningRate[] steady = [.. finite.Where(reading => reading.Verdict != LearningRateVerdict.TooLarge)];
        SweptLearningRate best = (steady.Length > 0 ? steady : finite).MinBy(reading => reading.MeanLoss!.Value)!;
        double mean = best.MeanLoss!.Value;
        string loss = NumberText.Of(mean);
        if (best.Spread is { } deviation)
        {
            int? decimals = NumberText.DecimalsFor(mean, mean - deviation, mean + deviation);
            loss = $"{NumberText.Of(mean, decimals)} (± {NumberText.Of(deviation, decimals)} between seeds)";
        }

        double[] tried = [.. readings.Select(reading => reading.LearningRate)];
        string edge = best.LearningRate == tried.Max() ? " It is the largest that was tried: a larger one may be better."
            : best.LearningRate == tried.Min() ? " It is the smallest that was tried: a smaller one may be better."
            : "";
        string steadily = steady.Length > 0 ? "of the rates that fall steadily, " : "none falls steadily, and ";
        return (best.LearningRate, $"Learning rate {NumberText.Of(best.LearningRate)}: {steadily}it has the lowest mean loss, "
            + $"{loss}.{edge}");
    }

    private static double WayMade(LearningRateTrial trial, double start, double least) =>
        (start - EpochLosses(trial)[^1]) / (start - least);

    private static double[] EpochLosses(LearningRateTrial trial) => [.. trial.History.Curve("epoch_loss").Values];

    private static double Rises(LearningRateTrial trial)
    {
        double[] losses = EpochLosses(trial);
        return losses.Length < 2 ? 0 : losses.Zip(losses.Skip(1)).Count(pair => pair.Second > Up * pair.First) / (losses.Length - 1.0);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
