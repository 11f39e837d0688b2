using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How far mean probabilities stray by chance: the means of fresh references are drawn once, and serve windows of every size.
/// </summary>
public sealed class MeanStrays
{
    private const int MoreWindows = 0x5DEECE6;

    private readonly double[] _reference;
    private readonly double[] _referenceMeans;
    private readonly int _seed;

    private MeanStrays(double[] reference, double[] referenceMeans, double mean, int seed) =>
        (_reference, _referenceMeans, ReferenceMean, _seed) = (reference, referenceMeans, mean, seed);

    /// <summary>p̄ of the reference rows.</summary>
    public double ReferenceMean { get; }

    /// <summary>Draws the references.</summary>
    /// <param name="reference">Probabilities of at least two rows that the model was not trained on.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="simulations">S.</param>
    public static MeanStrays Of(ReadOnlySpan<double> reference, int seed, int simulations = BaseRateAlarm.UsualSimulations)
    {
        Scores.RequireProbabilities(reference);
        ArgumentOutOfRangeException.ThrowIfLessThan(reference.Length, 2, nameof(reference));
        ArgumentOutOfRangeException.ThrowIfLessThan(simulations, 1);
        var random = new SplitMix64(seed);
        double[] means = new double[simulations];
        for (int s = 0; s < simulations; s++)
            means[s] = DrawnMean(reference, reference.Length, ref random);
        return new MeanStrays(reference.ToArray(), means, Mean(reference), seed);
    }

    /// <summary>The limits for windows of one size.</summary>
    /// <param name="rows">n, at least 1.</param>
    /// <param name="falseAlarmRate">α, above 0 and below 1.</param>
    public BaseRateAlarm Alarm(int rows, double falseAlarmRate) => Alarms(rows, [falseAlarmRate])[0];

    /// <summary>The same for several rates, from the same drawn windows.</summary>
    public IReadOnlyList<BaseRateAlarm> Alarms(int rows, IReadOnlyList<double> falseAlarmRates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        double[] strays = Drawn(rows, _seed + MoreWindows);
        Array.Sort(strays);
        return
        [
            .. falseAlarmRates.Select(rate =>
            {
                double tail = (1 - Interval.Checked(1 - rate)) / 2;
                return new BaseRateAlarm(rows, rate, ReferenceMean, ReferenceMean + Place(strays, tail),
                    ReferenceMean + Place(strays, 1 - tail));
            }),
        ];
    }

    /// <summary>Share of fresh windows, drawn with another seed beside fresh references, that an alarm calls changed.</summary>
    /// <param name="alarm">Whose limits are tried.</param>
    /// <param name="seed">Seed of the new windows.</param>
    /// <param name="windows">How many.</param>
    public Interval FalseRate(BaseRateAlarm alarm, int seed, int windows = 20_000)
    {
        int rung = 0, drawn = 0;
        for (int round = 0; drawn < windows; round++)
        {
            foreach (double stray in Drawn(alarm.Rows, seed + round + 1).Take(windows - drawn))
            {
                drawn++;
                if (alarm.RingsAt(ReferenceMean + stray)) rung++;
            }
        }

        return ClopperPearsonInterval.Of(rung, drawn);
    }

    internal static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }

    private double[] Drawn(int rows, int seed)
    {
        var random = new SplitMix64(seed);
        double[] strays = new double[_referenceMeans.Length];
        for (int s = 0; s < strays.Length; s++)
            strays[s] = DrawnMean(_reference, rows, ref random) - _referenceMeans[s];
        return strays;
    }

    // Between two places by a straight line; beyond the ends there is nothing more to be had from so few draws.
    private static double Place(double[] sorted, double share)
    {
        double h = Math.Clamp(share * (sorted.Length + 1) - 1, 0, sorted.Length - 1);
        int below = (int)h, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    private static double DrawnMean(ReadOnlySpan<double> from, int rows, ref SplitMix64 random)
    {
        double sum = 0;
        for (int row = 0; row < rows; row++)
            sum += from[random.Below(from.Length)];
        return sum / rows;
    }
}
