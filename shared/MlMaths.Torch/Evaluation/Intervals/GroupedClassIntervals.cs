using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Measures of a model of K classes with the interval for other groups of the same kind: by the influence of each row, added up over
/// its group (<see cref="GroupedError"/>).
/// <code>
/// accuracy A           Uᵢ = (hitᵢ − A)/n
/// recall R_c           Uᵢ = (hitᵢ − R_c)/n_c                      rows of class c
/// precision P_c        Uᵢ = (hitᵢ − P_c)/m_c                      rows called c
/// F_c = 2 TP/(n_c+m_c) Uᵢ = (2 hitᵢ − F_c (of class c + called c))/(n_c + m_c)
/// a mean over classes  the mean of their Uᵢ
/// weighted F           Σ_c n_c/n · Uᵢ(F_c) + (F of the row's class − weighted F)/n
/// log loss L           Uᵢ = (ℓᵢ − L)/n
/// </code>
/// </summary>
internal sealed class GroupedClassIntervals
{
    private readonly MulticlassMetrics _metrics;
    private readonly int[] _labels;
    private readonly int[] _calls;
    private readonly RowGroups _groups;
    private readonly double _confidence;

    public GroupedClassIntervals(
        MulticlassMetrics metrics, ushort[] labels, IReadOnlyList<double[]> probabilities, RowGroups groups, double confidence)
    {
        if (groups.Rows != labels.Length)
            throw new ArgumentException($"There are {labels.Length} rows, and groups of {groups.Rows}: one for each row.", nameof(groups));
        (_metrics, _groups, _confidence) = (metrics, groups, confidence);
        _labels = Array.ConvertAll(labels, label => (int)label);
        _calls = [.. Enumerable.Range(0, labels.Length).Select(row => MulticlassMetrics.CallOf(probabilities, row))];
    }

    public Interval Accuracy => Share(_metrics.Accuracy, row => (Hit(row) - _metrics.Accuracy) / _labels.Length, "");

    public Interval MacroF1 => Mean(_metrics.MacroF1, OfF1, "a class has no rows and is never predicted");

    public Interval MacroPrecision => Mean(_metrics.MacroPrecision, OfPrecision, "a class is never predicted");

    public Interval MacroRecall => Mean(_metrics.MacroRecall, OfRecall, "a class has no rows");

    public Interval WeightedF1
    {
        get
        {
            double value = _metrics.WeightedF1, n = _labels.Length;
            double[] f1 = [.. Classes.Select(c => _metrics.OfClass(c).F1 ?? 0)], shares = [.. Classes.Select(c => Positives(c) / n)];
            return Share(
                value, row => Classes.Sum(c => f1[c] == 0 ? 0 : shares[c] * OfF1(c, row)) + (f1[_labels[row]] - value) / n, "");
        }
    }

    /// <summary>Share of the rows of a class that are found.</summary>
    public Interval Recall(int c) => Share(_metrics.OfClass(c).Recall, row => OfRecall(c, row), "the class has no rows");

    /// <summary>Share of the rows that were called so that are.</summary>
    public Interval Precision(int c) => Share(_metrics.OfClass(c).Precision, row => OfPrecision(c, row), "never predicted");

    /// <summary>Of a loss of each row.</summary>
    public Interval LogLoss(Func<int, double> loss)
    {
        double value = _metrics.LogLoss;
        var error = Error(row => (loss(row) - value) / _labels.Length);
        if (error.WhyNoEnds(_groups) is { } why) return Interval.WithoutEnds(value, Method, why, _confidence);
        double reach = error.ReachOfOneMore(_confidence);
        return new Interval(value, value * Math.Exp(-reach / value), value * Math.Exp(reach / value), _confidence, Method);
    }

    private string Method => $"influence of {Counted.Of(_groups.Count, "group")}";

    private IEnumerable<int> Classes => Enumerable.Range(0, _metrics.Classes);

    private double Hit(int row) => _labels[row] == _calls[row] ? 1 : 0;

    private double Positives(int c) => _metrics.OfClass(c).Positives;

    private double OfRecall(int c, int row) => _labels[row] == c ? (Hit(row) - _metrics.OfClass(c).Recall!.Value) / Positives(c) : 0;

    private double OfPrecision(int c, int row) => _calls[row] == c
        ? (Hit(row) - _metrics.OfClass(c).Precision!.Value) / _metrics.OfClass(c).PredictedPositive
        : 0;

    private double OfF1(int c, int row)
    {
        int of = _labels[row] == c ? 1 : 0, called = _calls[row] == c ? 1 : 0;
        return of + called == 0
            ? 0
            : (2 * of * called - _metrics.OfClass(c).F1!.Value * (of + called)) / (Positives(c) + _metrics.OfClass(c).PredictedPositive);
    }

    private Interval Mean(double? value, Func<int, int, double> influence, string reason) =>
        Share(value, row => Classes.Average(c => influence(c, row)), reason);

    private GroupedError Error(Func<int, double> influence) =>
        GroupedError.Of(_groups, [.. Enumerable.Range(0, _labels.Length).Select(influence)]);

    private Interval Share(double? measured, Func<int, double> influence, string reason)
    {
        if (measured is not double value) return Interval.Undefined(reason, _confidence);
        GroupedError error = Error(influence);
        if (error.WhyNoEnds(_groups) is { } why) return Interval.WithoutEnds(value, Method, why, _confidence);
        (double low, double high) = value is > 0 and < 1 ? Logit.Around(value, error.ReachOfOneMore(_confidence)) : (0, 1);
        return new Interval(value, low, high, _confidence, Method);
    }
}
