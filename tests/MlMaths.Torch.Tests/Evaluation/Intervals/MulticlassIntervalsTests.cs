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
    public void Groups_whose_rows_are_copies_leave_intervals_as_wide_as_the_groups_alone_do()
    {
        const int Copies = 8;
        var random = new Random(5);
        ushort[] labels = [.. Enumerable.Range(0, 120).Select(_ => (ushort)random.Next(3))];
        double[][] columns =
            [.. Enumerable.Range(0, 3).Select(k => labels.Select(label => random.NextDouble() + (k == label ? 0.5 : 0)).ToArray())];
        foreach (int row in Enumerable.Range(0, labels.Length))
        {
            double sum = columns.Sum(column => column[row]);
            foreach (double[] column in columns) column[row] /= sum;
        }

        int[] rowOf = [.. Enumerable.Range(0, labels.Length * Copies).Select(i => i / Copies)];
        ushort[] copied = [.. rowOf.Select(row => labels[row])];
        double[][] wide = [.. columns.Select(column => rowOf.Select(row => column[row]).ToArray())];
        (MulticlassIntervals grouped, IReadOnlyList<ClassRates> rates) = MulticlassIntervals.OfGroups(copied, wide, RowGroups.Of(rowOf));
        MulticlassIntervals alone = MulticlassIntervals.Of(labels, columns, seed: 1),
            asRows = MulticlassIntervals.Of(copied, wide, seed: 1);
        foreach (Func<MulticlassIntervals, Interval> measure in new Func<MulticlassIntervals, Interval>[]
        {
            one => one.Accuracy, one => one.MacroF1, one => one.WeightedF1, one => one.MacroPrecision, one => one.MacroRecall,
            one => one.LogLoss,
        })
        {
            Assert.Equal(measure(asRows).Value!.Value, measure(grouped).Value!.Value, 1e-12);
            Assert.InRange(Width(measure(grouped)) / Width(measure(alone)), 0.85, 1.25);
            Assert.True(Width(measure(grouped)) > 2 * Width(measure(asRows)));
        }

        Assert.Equal(asRows.Metrics.OfClass(1).Recall, rates[1].Recall.Value);

        static double Width(Interval interval) => (interval.High - interval.Low)!.Value;
    }

    [Fact]
    public void A_class_that_is_never_called_has_no_precision_and_the_reason_is_said()
    {
        var intervals = MulticlassIntervals.Of([0, 1, 2, 0], [[0.8, 0.2, 0.5, 0.9], [0.1, 0.7, 0.4, 0.1], [0.1, 0.1, 0.1, 0]], seed: 1);
        Assert.Equal("a class is never predicted", intervals.MacroPrecision.WhyUndefined);
        Assert.NotNull(intervals.MacroRecall.Value);
    }
}
