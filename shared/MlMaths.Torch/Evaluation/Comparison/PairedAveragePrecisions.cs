using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Is the average precision of one model larger than that of another, on the same rows? Rows are drawn within each class, and both
/// models are judged on the same draw, so that rows which are hard for both cancel. Both orders are sorted once; a draw only counts.
/// </summary>
public static class PairedAveragePrecisions
{
    /// <summary>First less second, with its paired bootstrap interval.</summary>
    /// <param name="labels">One per row, true for positive.</param>
    /// <param name="firstScores">One per row, finite.</param>
    /// <param name="secondScores">Likewise.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="resamples">How many times.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public static Interval Difference(
        bool[] labels, double[] firstScores, double[] secondScores, int seed, int resamples = Bootstrap.UsualResamples,
        double confidence = Interval.UsualConfidence)
    {
        long positives = labels.LongCount(label => label);
        if (Scores.MissingClass(positives, labels.Length - positives) is { } missing)
            return Interval.Undefined(missing, confidence);
        return PairedBootstrap.Difference(
            Resampling.Stratified(labels), new Order(labels, secondScores).Statistic,
            new Order(labels, firstScores).Statistic, seed, resamples, confidence);
    }

    /// <summary>Rows from the highest score down, with the end of each group of equal scores.</summary>
    private sealed class Order
    {
        private readonly int[] _rowAt;
        private readonly int[] _groupEnds;
        private readonly bool[] _labels;
        private readonly long[] _truePositives, _falsePositives;

        public Order(bool[] labels, double[] scores)
        {
            Scores.RequireOnePerLabel(labels, scores);
            Scores.RequireFinite(scores);
            double[] falling = Array.ConvertAll(scores, score => -score);
            _rowAt = [.. Enumerable.Range(0, scores.Length)];
            Array.Sort(falling, _rowAt);
            _groupEnds = [.. Enumerable.Range(1, scores.Length).Where(end => end == scores.Length || falling[end] != falling[end - 1])];
            _labels = labels;
            (_truePositives, _falsePositives) = (new long[_groupEnds.Length], new long[_groupEnds.Length]);
        }

        public RowStatistic Statistic => DrawnCounts.Of(_labels.Length, Area);

        private double? Area(ReadOnlySpan<int> timesDrawn)
        {
            long positives = 0, negatives = 0;
            for (int group = 0, place = 0; group < _groupEnds.Length; group++)
            {
                for (; place < _groupEnds[group]; place++)
                {
                    int row = _rowAt[place];
                    if (_labels[row])
                        positives += timesDrawn[row];
                    else
                        negatives += timesDrawn[row];
                }

                (_truePositives[group], _falsePositives[group]) = (positives, negatives);
            }

            return PrecisionRecallCurve.AreaInSteps(_truePositives, _falsePositives);
        }
    }
}
