using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A measure of drawn rows. Only rankings are sorted anew, and scores need not be probabilities where the measure needs none.
/// </summary>
public static class DrawnMeasure
{
    /// <summary>Null where the drawn rows do not define it; all but the cost per case.</summary>
    public static RowStatistic Of(BinaryMetric metric, CalledScores scores)
    {
        (bool[] labels, double[] all) = (scores.Rows.LabelArray, scores.Rows.ScoreArray);
        return rows =>
        {
            bool[] drawnLabels = new bool[rows.Length];
            double[] drawn = new double[rows.Length];
            for (int i = 0; i < rows.Length; i++)
                (drawnLabels[i], drawn[i]) = (labels[rows[i]], all[rows[i]]);
            return metric switch
            {
                BinaryMetric.LogLoss => LogLoss.Of(drawnLabels, drawn),
                BinaryMetric.Brier => BrierScore.Of(drawnLabels, drawn),
                BinaryMetric.CalibrationError => ReliabilityDiagram.EqualWidth(
                    drawnLabels, drawn, ReliabilityDiagram.DefaultErrorBins).ExpectedCalibrationError,
                BinaryMetric.RocArea or BinaryMetric.AveragePrecision =>
                    BinaryMetrics.Of(RankedScores.Of(drawnLabels, drawn), scores.Threshold)[metric],
                _ => ConfusionMatrix.Of(drawnLabels, drawn, scores.Threshold)[metric],
            };
        };
    }
}
