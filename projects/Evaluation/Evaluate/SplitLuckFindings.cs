using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>One metric over many random splits.</summary>
/// <param name="Metric">Which one.</param>
/// <param name="Values">One for each split that defines it.</param>
/// <param name="Intervals">The interval that each split by itself would have printed.</param>
/// <param name="Bootstrapped">Of the first split, a second opinion where the usual interval is a formula; null elsewhere.</param>
internal sealed record SplitLuckMetric(MetricWords Metric, double[] Values, Interval[] Intervals, Interval? Bootstrapped)
{
    public Moments Moments => Moments.Of(Values);

    /// <summary>From the 2.5 % to the 97.5 % quantile of the splits.</summary>
    public (double Low, double High) Range => (Quantiles.Of(Values).At(0.025), Quantiles.Of(Values).At(0.975));

    /// <summary>Length of the middle 95 % of the splits.</summary>
    public double Spread => Range.High - Range.Low;

    /// <summary>Length of the typical single split's interval; null where none has ends.</summary>
    public double? TypicalLength =>
        Intervals.Where(interval => interval.HasEnds).Select(interval => interval.High!.Value - interval.Low!.Value)
            .ToArray() is { Length: > 0 } lengths
        ? Quantiles.Of(lengths).Median
        : null;

    /// <summary>Splits whose interval holds the mean over all splits.</summary>
    public int HoldingMean => Intervals.Count(interval => interval.Contains(Moments.Mean));
}

/// <summary>
/// The development rows and one model, split again and again: how far a metric moves by the luck of the split alone, beside the
/// interval that a single split prints. Splits share rows, so their scatter is a look at the luck, not an interval.
/// </summary>
/// <param name="Metrics">Accuracy (Wilson), ROC AUC (DeLong), log loss (limits of rare costs).</param>
/// <param name="TestRows">Held out by each split.</param>
internal sealed record SplitLuckFindings(IReadOnlyList<SplitLuckMetric> Metrics, int TestRows)
{
    private static readonly BinaryMetric[] Shown = [BinaryMetric.Accuracy, BinaryMetric.RocArea, BinaryMetric.LogLoss];

    public int Splits => Metrics[0].Intervals.Length;

    public static SplitLuckFindings Train(
        EvaluationData data, Recipe recipe, EvaluationOptions options, int seed, Action<double> advance,
        CancellationToken cancellation)
    {
        var seeds = Seeds.Generator(seed, DrawnFor.Split);
        List<(BinaryMetrics Metrics, Dictionary<BinaryMetric, Interval> Intervals)> splits = [];
        bool[] firstLabels = [];
        double[] firstProbabilities = [];
        for (int i = 0; i < options.Splits; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            int drawn = seeds.Next();
            DataSplit split = Split(data.Development, options.Test, drawn).ValidationTrains();
            bool[] labels = data.Development.Of(split.Test);
            double[] probabilities = recipe.Probabilities(data.Development, split.Training, split.Test.Rows, drawn);
            if (i == 0) (firstLabels, firstProbabilities) = (labels, probabilities);
            var metrics = BinaryMetrics.Of(labels, probabilities, options.Threshold);
            splits.Add((metrics, IntervalsOf(metrics, labels, probabilities)));
            advance(1.0 / options.Splits);
        }

        return new(
            [.. Shown.Select(metric => OfMetric(metric, splits, firstLabels, firstProbabilities, options, seed))],
            firstLabels.Length);
    }

    // What each split would have printed; only of the metrics that are shown, as there are many splits.
    private static Dictionary<BinaryMetric, Interval> IntervalsOf(
        BinaryMetrics metrics, bool[] labels, double[] probabilities) => new()
        {
            [BinaryMetric.Accuracy] = WilsonInterval.Of(metrics.Confusion.TruePositives + metrics.Confusion.TrueNegatives, labels.Length),
            [BinaryMetric.RocArea] = DeLong.Of(labels, probabilities).AreaInterval(),
            [BinaryMetric.LogLoss] = MetricIntervals.OfLogLoss(RankedScores.Of(labels, probabilities)),
        };

    // Where time orders the rows there is one honest split only; luck is then shown by chance splits, as the page says.
    private static DataSplit Split(BinaryTarget target, double test, int seed) => SplitScheme.Of(target.Dataset) == SplitKind.Grouped
        ? GroupedSplit.Stratified(target, seed, new SplitFractions(test, test))
        : StratifiedSplit.Of(target, seed, new SplitFractions(test, test));

    private static SplitLuckMetric OfMetric(
        BinaryMetric metric, List<(BinaryMetrics Metrics, Dictionary<BinaryMetric, Interval> Intervals)> splits,
        bool[] labels, double[] probabilities, EvaluationOptions options, int seed) => new(
        MetricWords.Of(metric), [.. splits.Select(split => split.Metrics[metric]).OfType<double>()],
        [.. splits.Select(split => split.Intervals[metric])],
        metric == BinaryMetric.LogLoss ? null : SecondOpinion(metric, labels, probabilities, options, seed));

    private static Interval SecondOpinion(
        BinaryMetric metric, bool[] labels, double[] probabilities, EvaluationOptions options, int seed) =>
            Bootstrap.Of(
                Resampling.Stratified(labels),
                DrawnMeasure.Of(metric, new(RankedScores.Of(labels, probabilities), options.Threshold)),
                seed, options.Resamples)
                .Percentile();
}
