using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// A world of normal scores, N(±0.733, 1): a reference, a pool of test rows, twelve windows drawn from the pool, four at the
/// old base rate and eight at three times its odds, and what lowering the threshold saves in the eight.
/// </summary>
/// <param name="Rang">Whether the first window, where nothing had changed, rang at 1 %, by an alarm that knows of the pool.</param>
/// <param name="RangAsWorld">The same, by an alarm that takes windows for rows of the world.</param>
/// <param name="Holds">Whether the interval of the mean saving holds the true one, the pool drawn again; null without one.</param>
/// <param name="HoldsAsWorld">The same, of an interval that takes rows of windows for rows of the world.</param>
/// <param name="Saved">With that interval.</param>
/// <param name="RateHolds">Whether the interval of the rate of the last window holds the rate it was drawn with, the pool drawn
/// again; null where it was not asked.</param>
/// <param name="RateHoldsAsWorld">The same, of an interval that takes its rows for rows of the world.</param>
public sealed record PoolTrial(
    bool Rang, bool RangAsWorld, bool? Holds, bool HoldsAsWorld, Interval Saved, bool? RateHolds, bool? RateHoldsAsWorld)
{
    private const double Distance = 0.733, BaseRate = 0.12, Miss = 10;

    private const int Windows = 8;

    /// <summary>One world.</summary>
    /// <param name="rows">Of the pool, and of a window.</param>
    /// <param name="reference">Rows of the reference.</param>
    /// <param name="random">Draws all of it.</param>
    /// <param name="simulations">Of the alarms; 0 leaves them out.</param>
    public static PoolTrial Of(int rows, int reference, Random random, int simulations = 999)
    {
        (bool[] before, double[] known) = Drawn(reference, random);
        (bool[] labels, double[] probabilities) = Drawn(rows, random);
        double b = before.Average(label => label ? 1.0 : 0), now = 3 * b / (1 + 2 * b);
        if (b is 0 or 1 || !labels.Contains(true)) return Of(rows, reference, random, simulations); // such rows have no page
        var pool = WindowPool.Of(labels);
        IReadOnlyList<int[]> drawn = pool.Windows(
            [b, .. Enumerable.Repeat(now, Windows)], rows, random.Next());

        (double low, double high) = (new BaseRateShift(now, BaseRate).Corrected(1 / (1 + Miss)), 1 / (1 + Miss));
        double[] ofPool = [.. labels.Zip(probabilities, (label, p) => p < low || p >= high ? 0 : label ? Miss : -1.0)];
        double[] saved = [.. drawn.Skip(1).SelectMany(window => window.Select(row => ofPool[row]))];
        Interval interval = pool.Mean(
            saved.Average(), [.. Enumerable.Repeat(new PooledWindow(ofPool, rows, now), Windows)], random.Next(), 500);
        double truth = now * Miss * Between(low, high, Distance) - (1 - now) * Between(low, high, -Distance);
        Interval? rate = null, rateAsWorld = null;
        if (simulations > 0)
        {
            var last = UnlabelledWindow.CalledAt(high, [.. drawn[^1].Select(row => probabilities[row])]);
            int seed = random.Next();
            rate = RateOf(new WindowOrigin(rows, [drawn[^1]]));
            rateAsWorld = RateOf(null);

            Interval RateOf(WindowOrigin? origin) => WindowEstimates.Of(
                new LabelledReference(before, known), [last], high, new ErrorCosts(Miss, 1), seed, 300, origin)[0].BaseRate;
        }

        double mean = MeanNullDistribution.Mean([.. drawn[0].Select(row => probabilities[row])]);
        return new PoolTrial(
            simulations > 0 && MeanNullDistribution.OfPool(new LabelledReference(before, known), rows, random.Next(), simulations)
                .Alarm(rows, 0.01).RingsAt(mean),
            simulations > 0 && MeanNullDistribution.Of(known, random.Next(), simulations).Alarm(rows, 0.01).RingsAt(mean),
            interval.HasEnds ? interval.Contains(truth) : null, MeanInterval.Of(saved, random.Next(), 500).Contains(truth), interval,
            rate?.Contains(now), rateAsWorld?.Contains(now));
    }

    // P(low ≤ p(x) < high) of a class, with p(x) = 1/(1 + (1 − b)/b e^(−2dx)).
    private static double Between(double low, double high, double centre) =>
        Normal.Cumulative(ScoreOf(high) - centre) - Normal.Cumulative(ScoreOf(low) - centre);

    private static double ScoreOf(double p) =>
        (Math.Log(p / (1 - p)) - Math.Log(BaseRate / (1 - BaseRate))) / (2 * Distance);

    private static (bool[] Labels, double[] Probabilities) Drawn(int rows, Random random)
    {
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < BaseRate)];
        return (labels, [.. labels.Select(label =>
        {
            double x = Normal.Draw(random, label ? Distance : -Distance), odds = BaseRate / (1 - BaseRate) * Math.Exp(2 * Distance * x);
            return odds / (1 + odds);
        })]);
    }
}
