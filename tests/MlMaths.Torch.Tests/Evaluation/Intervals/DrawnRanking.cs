using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>A measure of cumulative counts as a statistic of drawn places of a ranking: the slow way to its error.</summary>
internal static class DrawnRanking
{
    public delegate double? Measure(ReadOnlySpan<long> truePositives, ReadOnlySpan<long> falsePositives);

    public static RowStatistic Statistic(Ranking ranking, Measure measure)
    {
        long[] truePositives = new long[ranking.Thresholds.Length], falsePositives = new long[ranking.Thresholds.Length];
        return DrawnCounts.Of(ranking.Labels.Count, timesDrawn =>
        {
            ranking.Count(timesDrawn, truePositives, falsePositives);
            return measure(truePositives, falsePositives);
        });
    }
}
