using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>The measures of a two-class model as statistics of drawn rows, ready for a bootstrap.</summary>
internal sealed class RowStatistics
{
    /// <summary>The measures whose interval comes from rows drawn without regard to their class.</summary>
    public static readonly BinaryMetric[] OfRows =
    [
        BinaryMetric.BalancedAccuracy, BinaryMetric.F1, BinaryMetric.F2, BinaryMetric.Matthews, BinaryMetric.CohenKappa,
        BinaryMetric.LogLoss, BinaryMetric.Brier, BinaryMetric.CalibrationError,
    ];

    private readonly bool[] _labels;
    private readonly double[] _probabilities;
    private readonly bool[] _calls;

    public RowStatistics(RankedScores rows, double threshold)
    {
        _labels = rows.LabelArray;
        _probabilities = rows.ScoreArray;
        _calls = [.. _probabilities.Select(probability => probability >= threshold)];
        Ranking = rows.Ranking;
    }

    public Ranking Ranking { get; }

    public RowStatistic this[BinaryMetric metric] => metric switch
    {
        BinaryMetric.BalancedAccuracy => OfCalls(matrix => matrix.BalancedAccuracy),
        BinaryMetric.F1 => OfCalls(matrix => matrix.F1),
        BinaryMetric.F2 => OfCalls(matrix => matrix.FBeta(2)),
        BinaryMetric.Matthews => OfCalls(matrix => matrix.Matthews),
        BinaryMetric.CohenKappa => OfCalls(matrix => matrix.CohenKappa),
        BinaryMetric.LogLoss => MeanOf(LogLoss.OfRow),
        BinaryMetric.Brier => MeanOf(BrierScore.OfRow),
        BinaryMetric.CalibrationError => CalibrationErrorOf(),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "This measure is not a plain statistic of rows."),
    };

    /// <summary>Average precision of drawn places of the <see cref="Ranking"/>, which are not row numbers.</summary>
    public RowStatistic AveragePrecision => OfRanking(Ranking, PrecisionRecallCurve.AreaInSteps);

    public RowStatistic CostPerCase(ErrorCosts costs) => OfCalls(costs.PerCase);

    public delegate double? RankingMeasure(ReadOnlySpan<long> truePositives, ReadOnlySpan<long> falsePositives);

    /// <summary>A measure of cumulative counts, for drawn places: sorted once, one weighted pass for each draw.</summary>
    public static RowStatistic OfRanking(Ranking ranking, RankingMeasure measure)
    {
        long[] truePositives = new long[ranking.Thresholds.Length];
        long[] falsePositives = new long[ranking.Thresholds.Length];
        return DrawnCounts.Of(ranking.Labels.Count, timesDrawn =>
        {
            ranking.Count(timesDrawn, truePositives, falsePositives);
            return measure(truePositives, falsePositives);
        });
    }

    private RowStatistic OfCalls(Func<ConfusionMatrix, double?> measure)
    {
        // 0 TN, 1 FN, 2 FP, 3 TP
        int[] cellOfRow = [.. _labels.Zip(_calls, (label, call) => (call ? 2 : 0) + (label ? 1 : 0))];
        return rows =>
        {
            Span<long> cells = stackalloc long[4];
            foreach (int row in rows) cells[cellOfRow[row]]++;
            return measure(new ConfusionMatrix(cells[3], cells[2], cells[1], cells[0]));
        };
    }

    private RowStatistic MeanOf(Func<bool, double, double> lossOfRow)
    {
        double[] losses = [.. _labels.Zip(_probabilities, lossOfRow)];
        return rows =>
        {
            double sum = 0;
            foreach (int row in rows) sum += losses[row];
            return sum / rows.Length;
        };
    }

    private RowStatistic CalibrationErrorOf()
    {
        var error = new CalibrationError(_probabilities, ReliabilityDiagram.UsualErrorBins);
        return rows => error.OfDrawn(rows, _labels);
    }
}
