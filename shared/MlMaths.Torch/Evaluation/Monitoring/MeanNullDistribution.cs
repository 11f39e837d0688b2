using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How far mean probabilities stray by chance: a window*, less a reference*, both drawn from the reference rows, again and
/// again. The means of references are drawn once, and serve windows of every size.
/// <code>
/// windows from the world      window* of n rows from the reference rows
/// windows from a pool         pool* of P rows from the reference rows; then n rows, each a positive of pool* with the
///                             chance b*, the base rate of reference*, and else a negative of it
/// </code>
/// </summary>
public sealed class MeanNullDistribution
{
    private const int Affordable = 1_000_000_000;

    private readonly double[] _reference;
    private readonly LabelledReference? _labelled;
    private readonly int _pool;
    private readonly DrawnReference[] _references;
    private readonly int _seed;

    private MeanNullDistribution(double[] reference, LabelledReference? labelled, int pool, int seed, int simulations)
    {
        Scores.RequireProbabilities(reference);
        ArgumentOutOfRangeException.ThrowIfLessThan(reference.Length, 2, nameof(reference));
        ArgumentOutOfRangeException.ThrowIfLessThan(simulations, 1);
        (_reference, _labelled, _pool, _seed, ReferenceMean) = (reference, labelled, pool, seed, Mean(reference));
        var random = new SplitMix64(seed, DrawnFor.References);
        _references = new DrawnReference[simulations];
        for (int s = 0; s < simulations; s++)
            _references[s] = DrawReference(ref random);
    }

    /// <summary>p̄ of the reference rows.</summary>
    public double ReferenceMean { get; }

    /// <summary>Draws the references.</summary>
    /// <param name="reference">Probabilities of at least two rows that the model was not trained on.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="simulations">S.</param>
    public static MeanNullDistribution Of(ReadOnlySpan<double> reference, int seed, int simulations = BaseRateAlarm.DefaultSimulations) =>
        new(reference.ToArray(), null, 0, seed, simulations);

    /// <summary>Draws the references, for windows that are themselves drawn from a pool and not from the world.</summary>
    /// <param name="reference">Rows that the model was not trained on.</param>
    /// <param name="pool">P: rows that all windows are drawn from, each class by itself, at the base rate of the reference.</param>
    /// <param name="seed">Of the draws.</param>
    /// <param name="simulations">S.</param>
    public static MeanNullDistribution OfPool(
        LabelledReference reference, int pool, int seed, int simulations = BaseRateAlarm.DefaultSimulations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pool, 1);
        return new MeanNullDistribution(reference.Probabilities.ToArray(), reference, pool, seed, simulations);
    }

    /// <summary>The limits for windows of one size.</summary>
    /// <param name="rows">n, at least 1.</param>
    /// <param name="falseAlarmRate">α, above 0 and below 1.</param>
    public BaseRateAlarm Alarm(int rows, double falseAlarmRate) => Alarms(rows, [falseAlarmRate])[0];

    /// <summary>The same for several rates, from the same drawn windows.</summary>
    public IReadOnlyList<BaseRateAlarm> Alarms(int rows, IReadOnlyList<double> falseAlarmRates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var random = new SplitMix64(_seed, DrawnFor.Windows);
        double[] strays = new double[_references.Length];
        for (int s = 0; s < strays.Length; s++)
            strays[s] = Stray(rows, _references[s], ref random);
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

    /// <summary>
    /// Share of fresh windows that an alarm calls changed, each beside a fresh reference: the references that set the
    /// limits would agree with them too well, and all windows that share a reference ring or keep quiet together.
    /// </summary>
    /// <param name="alarm">Whose limits are tried.</param>
    /// <param name="seed">Of the new references and windows.</param>
    /// <param name="windows">How many, fewer where the reference has very many rows.</param>
    public Interval FalseRate(BaseRateAlarm alarm, int seed, int windows = 20_000)
    {
        windows = (int)Math.Clamp(Affordable / _reference.Length, Math.Min(1000, windows), windows);
        var random = new SplitMix64(seed, DrawnFor.Tried);
        int rung = 0;
        for (int window = 0; window < windows; window++)
        {
            DrawnReference reference = DrawReference(ref random);
            if (alarm.RingsAt(ReferenceMean + Stray(alarm.Rows, reference, ref random))) rung++;
        }

        return ClopperPearsonInterval.Of(rung, windows);
    }

    internal static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }

    private double Stray(int rows, DrawnReference reference, ref SplitMix64 random)
    {
        int[] window = new int[rows];
        if (_labelled is null)
        {
            for (int i = 0; i < rows; i++) window[i] = random.Below(_reference.Length);
        }
        else
        {
            WindowPool.Drawn(_labelled.Labels, _pool, ref random).Draw(reference.BaseRate, ref random, window);
        }

        double sum = 0;
        foreach (int row in window) sum += _reference[row];
        return sum / rows - reference.Mean;
    }

    private DrawnReference DrawReference(ref SplitMix64 random)
    {
        double sum = 0;
        int positives = 0;
        for (int i = 0; i < _reference.Length; i++)
        {
            int row = random.Below(_reference.Length);
            sum += _reference[row];
            if (_labelled?.Labels[row] == true) positives++;
        }

        return new DrawnReference(sum / _reference.Length, (double)positives / _reference.Length);
    }

    // Between two places by a straight line; beyond the ends there is nothing more to be had from so few draws.
    private static double Place(double[] sorted, double share)
    {
        double h = Math.Clamp(share * (sorted.Length + 1) - 1, 0, sorted.Length - 1);
        int below = (int)h, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    private readonly record struct DrawnReference(double Mean, double BaseRate);
}
