namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What each threshold would call: the one sort and pass over the scores from which the ROC, the precision–recall and the
/// cost curve are read. "Score ≥ threshold" is called positive, so rows of equal score are called together, never in part.
/// </summary>
public sealed class ThresholdCounts
{
    private readonly double[] _thresholds;
    private readonly long[] _truePositives;
    private readonly long[] _falsePositives;

    private ThresholdCounts(double[] thresholds, long[] truePositives, long[] falsePositives)
    {
        _thresholds = thresholds;
        _truePositives = truePositives;
        _falsePositives = falsePositives;
    }

    /// <summary>Counts in O(n). Scores may be anything finite: probabilities, logits, votes.</summary>
    public static ThresholdCounts From(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        if (labels.IsEmpty) throw new ArgumentException("There are no rows to count: at least one is needed.", nameof(labels));
        return From(Ranking.Of(labels, scores));
    }

    internal static ThresholdCounts From(Ranking ranking) => new(ranking.Thresholds, ranking.TruePositives, ranking.FalsePositives);

    /// <summary>Rows whose label is positive.</summary>
    public long Positives => _truePositives[^1];

    /// <summary>Rows whose label is negative.</summary>
    public long Negatives => _falsePositives[^1];

    /// <summary>The distinct scores, descending.</summary>
    public IReadOnlyList<double> Thresholds => _thresholds;

    /// <summary>Positives with a score of at least the threshold at the same index.</summary>
    public IReadOnlyList<long> TruePositives => _truePositives;

    /// <summary>Negatives with a score of at least the threshold at the same index.</summary>
    public IReadOnlyList<long> FalsePositives => _falsePositives;

    /// <summary>Every so many thresholds, with the first and the last: enough to draw a curve from, not to measure on.</summary>
    /// <param name="most">How many are kept at most, from 2.</param>
    public ThresholdCounts Thinned(int most)
    {
        if (_thresholds.Length <= most) return this;
        int[] kept = [.. Enumerable.Range(0, most).Select(place => (int)((long)place * (_thresholds.Length - 1) / (most - 1)))];
        return new(
            Array.ConvertAll(kept, place => _thresholds[place]), Array.ConvertAll(kept, place => _truePositives[place]),
            Array.ConvertAll(kept, place => _falsePositives[place]));
    }

    /// <summary>
    /// The confusion matrix of any threshold, whether it is a score, lies between two, or is infinite and calls all
    /// rows or none. O(log n).
    /// </summary>
    public ConfusionMatrix At(double threshold)
    {
        Scores.RequireThreshold(threshold);
        // The last (lowest) distinct score that still reaches the threshold; thresholds descend.
        int below = 0, end = _thresholds.Length;
        while (below < end)
        {
            int middle = (below + end) / 2;
            if (_thresholds[middle] >= threshold) below = middle + 1;
            else end = middle;
        }
        long truePositives = below == 0 ? 0 : _truePositives[below - 1];
        long falsePositives = below == 0 ? 0 : _falsePositives[below - 1];
        return new ConfusionMatrix(truePositives, falsePositives, Positives - truePositives, Negatives - falsePositives);
    }

    /// <summary>Where a score of these rows stands among <see cref="Thresholds"/>. O(log n).</summary>
    internal int PlaceOf(double score)
    {
        int before = 0, end = _thresholds.Length - 1;
        while (before < end)
        {
            int middle = (before + end) / 2;
            if (_thresholds[middle] <= score) end = middle;
            else before = middle + 1;
        }
        return before;
    }

    internal ReadOnlySpan<double> DistinctScores => _thresholds;

    internal ReadOnlySpan<long> CumulativePositives => _truePositives;

    internal ReadOnlySpan<long> CumulativeNegatives => _falsePositives;

    internal string? MissingClass => Scores.MissingClass(Positives, Negatives);
}
