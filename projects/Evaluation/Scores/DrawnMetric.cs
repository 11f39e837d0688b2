using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>A metric of scores as a statistic of drawn rows; scores need not be probabilities where the metric does not.</summary>
internal static class DrawnMetric
{
    public static RowStatistic Of(BinaryScores scores, BinaryMetric metric) => rows =>
    {
        bool[] labels = new bool[rows.Length];
        double[] drawn = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            (labels[i], drawn[i]) = (scores.Labels[rows[i]], scores.Scores[rows[i]]);
        return metric switch
        {
            BinaryMetric.LogLoss => LogLoss.Of(labels, drawn),
            BinaryMetric.Brier => BrierScore.Of(labels, drawn),
            BinaryMetric.CalibrationError => ReliabilityDiagram.EqualWidth(
                labels, drawn, ReliabilityDiagram.DefaultErrorBins).ExpectedCalibrationError,
            _ => ConfusionMatrix.Of(labels, drawn, scores.Threshold!.Value)[metric],
        };
    };
}
