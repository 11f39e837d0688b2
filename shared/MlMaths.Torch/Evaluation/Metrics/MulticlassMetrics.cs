namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Measures of a model of K classes. Precision, recall and F1 are taken class by class (this class against the rest) and
/// averaged: macro gives each class the same weight, weighted gives each row the same.
/// A class that is never called has no precision, and a macro average over it is null.
/// </summary>
public sealed class MulticlassMetrics
{
    private readonly long[,] _confusion;
    private readonly ConfusionMatrix[] _ofClass;

    private MulticlassMetrics(long[,] confusion, double logLoss)
    {
        _confusion = confusion;
        _ofClass = [.. Enumerable.Range(0, confusion.GetLength(0)).Select(AgainstTheRest)];
        LogLoss = logLoss;
    }

    /// <summary>
    /// From labels 0 … K − 1 and one row of K probabilities each. The class of the highest probability is called, the
    /// first of equal ones.
    /// </summary>
    public static MulticlassMetrics Of(ReadOnlySpan<int> labels, IReadOnlyList<double[]> probabilities)
    {
        if (labels.Length != probabilities.Count)
            throw new ArgumentException($"{labels.Length} labels and {probabilities.Count} rows of probabilities: one each is needed.");
        if (labels.IsEmpty)
            throw new ArgumentException("There are no rows to measure: at least one is needed.", nameof(labels));

        int classes = probabilities[0].Length;
        long[,] confusion = new long[classes, classes];
        double loss = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double[] p = probabilities[row];
            if (p.Length != classes || labels[row] < 0 || labels[row] >= classes)
            {
                throw new ArgumentException(
                    $"Row {row} has {p.Length} probabilities and the label {labels[row]}: there are {classes} classes, from 0.");
            }
            Scores.RequireProbabilities(p);
            confusion[labels[row], Array.IndexOf(p, p.Max())]++;
            loss -= Math.Log(Math.Clamp(p[labels[row]], Evaluation.LogLoss.Clip, 1 - Evaluation.LogLoss.Clip));
        }
        return new MulticlassMetrics(confusion, loss / labels.Length);
    }

    /// <summary>From labels 0 … K − 1 and K columns of probabilities, one number per row in each; no list per row is made.</summary>
    public static MulticlassMetrics OfColumns(ReadOnlySpan<ushort> labels, IReadOnlyList<double[]> probabilities)
    {
        if (labels.IsEmpty)
            throw new ArgumentException("There are no rows to measure: at least one is needed.", nameof(labels));
        foreach (double[] column in probabilities)
            Scores.RequireProbabilities(column);
        long[,] confusion = new long[probabilities.Count, probabilities.Count];
        double loss = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            confusion[labels[row], CallOf(probabilities, row)]++;
            loss += Evaluation.LogLoss.OfRow(true, probabilities[labels[row]][row]);
        }

        return new MulticlassMetrics(confusion, loss / labels.Length);
    }

    /// <summary>The class of the highest probability of a row, the first of equal ones.</summary>
    internal static int CallOf(IReadOnlyList<double[]> columns, int row)
    {
        int call = 0;
        for (int column = 1; column < columns.Count; column++)
        {
            if (columns[column][row] > columns[call][row]) call = column;
        }

        return call;
    }

    /// <summary>From the counts alone; there is no log loss then.</summary>
    internal static MulticlassMetrics OfCounts(long[,] confusion) => new(confusion, double.NaN);

    /// <summary>Rows of class <paramref name="label"/> that were called <paramref name="call"/>.</summary>
    public long Count(int label, int call) => _confusion[label, call];

    /// <summary>K.</summary>
    public int Classes => _ofClass.Length;

    /// <summary>One class against the rest.</summary>
    public ConfusionMatrix OfClass(int label) => _ofClass[label];

    /// <summary>Share of right calls.</summary>
    public double Accuracy => (double)_ofClass.Sum(matrix => matrix.TruePositives) / _ofClass[0].Rows;

    /// <summary>Mean precision; null where a class was never called.</summary>
    public double? MacroPrecision => Mean(matrix => matrix.Precision);

    /// <summary>Mean recall: the balanced accuracy of K classes; null where a class has no rows.</summary>
    public double? MacroRecall => Mean(matrix => matrix.Recall);

    /// <summary>Mean F1; null where a class was neither there nor called.</summary>
    public double? MacroF1 => Mean(matrix => matrix.F1);

    /// <summary>Mean F1, each class weighing as much as it has rows.</summary>
    public double WeightedF1 => _ofClass.Sum(matrix => matrix.Positives * (matrix.F1 ?? 0)) / _ofClass[0].Rows;

    /// <summary>Mean of −ln p of the true class (nats), p clipped at 1e-15.</summary>
    public double LogLoss { get; }

    private double? Mean(Func<ConfusionMatrix, double?> measure)
    {
        double?[] values = [.. _ofClass.Select(measure)];
        return values.Contains(null) ? null : values.Average();
    }

    private ConfusionMatrix AgainstTheRest(int label)
    {
        long ofLabel = 0, called = 0, all = 0;
        int classes = _confusion.GetLength(0);
        for (int other = 0; other < classes; other++)
        {
            ofLabel += _confusion[label, other];
            called += _confusion[other, label];
            for (int call = 0; call < classes; call++) all += _confusion[other, call];
        }
        long hits = _confusion[label, label];
        return new ConfusionMatrix(hits, called - hits, ofLabel - hits, all - ofLabel - called + hits);
    }
}
