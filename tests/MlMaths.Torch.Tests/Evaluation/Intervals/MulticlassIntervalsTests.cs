using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class MulticlassIntervalsTests
{
    [Fact]
    public void Columns_give_what_rows_give_and_intervals_what_a_bootstrap_of_rows_gives()
    {
        var random = new Random(3);
        ushort[] labels = [.. Enumerable.Range(0, 900).Select(_ => (ushort)random.Next(3))];
        double[][] rows = [.. labels.Select(label => Probabilities(label))];
        double[][] columns = [.. Enumerable.Range(0, 3).Select(k => rows.Select(row => row[k]).ToArray())];
        var intervals = MulticlassIntervals.Of(labels, columns, seed: 1);
        int[] classes = Array.ConvertAll(labels, label => (int)label);
        var metrics = MulticlassMetrics.Of(classes, rows);
        Assert.Equal(metrics.Accuracy, intervals.Accuracy.Value);
        Assert.Equal(metrics.MacroF1!.Value, intervals.MacroF1.Value!.Value, 1e-12);
        Assert.Equal(metrics.WeightedF1, intervals.WeightedF1.Value!.Value, 1e-12);
        Assert.Equal(metrics.MacroPrecision!.Value, intervals.MacroPrecision.Value!.Value, 1e-12);
        Assert.Equal(metrics.MacroRecall!.Value, intervals.MacroRecall.Value!.Value, 1e-12);
        Assert.Equal(metrics.LogLoss, intervals.LogLoss.Value!.Value, 1e-12);

        Interval slow = Bootstrap.Of(
            Resampling.OfRows(900), drawn => MulticlassMetrics.Of([.. drawn.ToArray().Select(row => classes[row])],
                [.. drawn.ToArray().Select(row => rows[row])]).MacroF1,
            5, 400)
            .Percentile();
        Assert.InRange((intervals.MacroF1.High!.Value - intervals.MacroF1.Low!.Value) / (slow.High!.Value - slow.Low!.Value), 0.85, 1.18);

        double[] Probabilities(int label)
        {
            double[] raw = [.. Enumerable.Range(0, 3).Select(k => random.NextDouble() + (k == label ? 0.4 : 0))];
            double sum = raw.Sum();
            return [.. raw.Select(one => one / sum)];
        }
    }

    [Fact]
    public void A_class_that_is_never_called_has_no_precision_and_the_reason_is_said()
    {
        var intervals = MulticlassIntervals.Of([0, 1, 2, 0], [[0.8, 0.2, 0.5, 0.9], [0.1, 0.7, 0.4, 0.1], [0.1, 0.1, 0.1, 0]], seed: 1);
        Assert.Equal("a class is never predicted", intervals.MacroPrecision.WhyUndefined);
        Assert.NotNull(intervals.MacroRecall.Value);
    }
}
