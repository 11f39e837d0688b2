using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>What the test rows say, asked once.</summary>
/// <param name="Probabilities">One row of C probabilities per test row.</param>
/// <param name="Classes">The true class of each.</param>
/// <param name="Metrics">Confusion, averages over classes.</param>
/// <param name="Accuracy">With Wilson's interval.</param>
/// <param name="LogLoss">With its interval over rows.</param>
/// <param name="MacroF1">With its interval over resamples of the confusion counts.</param>
internal sealed record TestFindings(
    double[][] Probabilities, int[] Classes, MulticlassMetrics Metrics, Interval Accuracy, Interval LogLoss, Interval MacroF1)
{
    private const int Few = 3;

    /// <summary>Mean log loss of the validation rows, among whose epochs and candidates the net was chosen.</summary>
    public required Interval ValidationLogLoss { get; init; }

    /// <summary>Share of the whole test loss that its few costliest rows carry; null where there is no loss.</summary>
    public required double? CostliestShare { get; init; }

    /// <summary>What the calls claim less whether they are right, on average over the rows: above 0 is overconfident.</summary>
    public required Interval Overconfidence { get; init; }

    /// <summary>How many rows these are.</summary>
    public int Costliest => Math.Min(Few, Classes.Length);

    /// <summary>Whether test rows cost more than the validation rows by more than both intervals.</summary>
    public bool IsCostlierThanValidation => LogLoss.Low > ValidationLogLoss.High;

    /// <summary>Share of the most frequent class of the test rows: what predicting it always would get right.</summary>
    public double LargestClass => Classes.CountBy(label => label).Max(label => label.Value) / (double)Classes.Length;

    /// <summary>Whether the rows show that the net knows more than which class is most frequent.</summary>
    public bool IsBetterThanLargestClass => Accuracy.Low > LargestClass;

    public static TestFindings Of(PreparedBatches<ClassTarget> data, Perceptron net, int seed)
    {
        double[][] probabilities = Probabilities(data.Test);
        int[] classes = data.Target.Of(data.Split.Test);
        MulticlassIntervals intervals = Intervals(probabilities, classes);
        double[] losses = NetRecipe.RowLosses(net, data.Test);
        return new(probabilities, classes, intervals.Metrics, intervals.Accuracy, intervals.LogLoss, intervals.MacroF1)
        {
            ValidationLogLoss = Intervals(Probabilities(data.Validation), data.Target.Of(data.Split.Validation)).LogLoss,
            Overconfidence = MeanInterval.Of(
                [.. probabilities.Zip(classes, (row, label) => row.Max() - (Call(row) == label ? 1 : 0))], seed),
            CostliestShare = losses.Sum() is > 0 and var all ? losses.OrderDescending().Take(Few).Sum() / all : null,
        };

        double[][] Probabilities(Batch rows) => [.. net.Probabilities(rows.X).Chunk(data.Target.Classes.Count)];

        MulticlassIntervals Intervals(double[][] rows, int[] labels) => MulticlassIntervals.Of(
            [.. labels.Select(label => (ushort)label)],
            [.. data.Target.Classes.Index().Select(of => rows.Select(row => row[of.Index]).ToArray())], seed);
    }

    /// <summary>Of each class by itself.</summary>
    public IReadOnlyList<ClassRates> PerClass { get; } = ClassRates.Of(Metrics);

    /// <summary>Mean probability of the calls: what the net itself expects its accuracy to be.</summary>
    public double Confidence => Probabilities.Average(probabilities => probabilities.Max());

    /// <summary>The one class that every row is called, in place of the true one or not; null where several are.</summary>
    public int? OnlyCall => Probabilities.Select(Call).Distinct().ToArray() is [var only] ? only : null;

    /// <summary>Rows that were called wrongly.</summary>
    public int Wrong => Mistakes.Count();

    /// <summary>Wrong calls, the most confident first: index of the test row, and what it was called.</summary>
    public IEnumerable<(int Row, int Call, double Confidence)> Mistakes =>
        Probabilities.Select((p, row) => (row, Call(p), p.Max())).Where(row => row.Item2 != Classes[row.row])
            .OrderByDescending(row => row.Item3);

    private static int Call(double[] probabilities) => Array.IndexOf(probabilities, probabilities.Max());
}
