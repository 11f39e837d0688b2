using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Is the average precision of one model larger than that of another, on the same rows? Rows are drawn within each class, and both
/// models are judged on the same draw, so that rows which are hard for both cancel. A draw only counts.
/// </summary>
internal static class PairedAveragePrecisions
{
    /// <summary>First less second, with its paired bootstrap interval.</summary>
    /// <param name="first">Labels and scores by one model.</param>
    /// <param name="second">The same rows by another.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="resamples">How many times.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public static Interval Difference(
        RankedScores first, RankedScores second, int seed, int resamples = Bootstrap.DefaultResamples,
        double confidence = Interval.DefaultConfidence)
    {
        if (first.Counts.MissingClass is { } missing)
            return Interval.Undefined(missing, confidence);
        return PairedBootstrap.Difference(
            Resampling.Stratified(first.LabelArray), new Groups(second).Statistic,
            new Groups(first).Statistic, seed, resamples, confidence);
    }

    /// <summary>To which group of equal scores each row belongs, the highest first.</summary>
    private sealed class Groups
    {
        private readonly int[] _groupOf;
        private readonly bool[] _labels;
        private readonly long[] _truePositives, _falsePositives;

        public Groups(RankedScores rows)
        {
            _labels = rows.LabelArray;
            _groupOf = Array.ConvertAll(rows.ScoreArray, rows.Counts.PlaceOf);
            int groups = rows.Counts.Thresholds.Count;
            (_truePositives, _falsePositives) = (new long[groups], new long[groups]);
        }

        public RowStatistic Statistic => DrawnCounts.Of(_labels.Length, Area);

        private double? Area(ReadOnlySpan<int> timesDrawn)
        {
            Array.Clear(_truePositives);
            Array.Clear(_falsePositives);
            for (int row = 0; row < _labels.Length; row++)
                (_labels[row] ? _truePositives : _falsePositives)[_groupOf[row]] += timesDrawn[row];
            for (int group = 1; group < _truePositives.Length; group++)
            {
                _truePositives[group] += _truePositives[group - 1];
                _falsePositives[group] += _falsePositives[group - 1];
            }

            return PrecisionRecallCurve.AreaInSteps(_truePositives, _falsePositives);
        }
    }
}
