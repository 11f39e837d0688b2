using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>
/// Intervals of every metric on the test rows: of resamples where rows are few, by formulas where they are many and
/// those agree.
/// </summary>
/// <param name="Of">The interval of a metric.</param>
internal sealed record TestIntervals(Func<BinaryMetric, Interval> Of)
{
    public Interval this[BinaryMetric metric] => Of(metric);

    public static TestIntervals Judged(RankedScores rows, CostThreshold rule, Func<Interval> cost, int seed, int resamples)
    {
        if (rows.Rows < LargeSampleIntervals.FromRows)
        {
            var resampled = MetricIntervals.Of(rows, rule.Chosen, seed, rule.Costs.Costs, resamples: resamples);
            return new(metric => resampled[metric]);
        }

        var large = LargeSampleIntervals.Of(rows, rule.Chosen, seed);
        Interval ofCost = cost();
        return new(metric => metric == BinaryMetric.CostPerCase ? ofCost : large[metric]);
    }
}
