namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Rows from the highest score to the lowest, with equal scores as one group: sorted once, then read under any weights in
/// one pass, which is what makes thousands of bootstrap resamples cheap. A place is a position in this order.
/// </summary>
internal sealed class Ranking
{
    private readonly long[] _isPositive;
    private readonly int[] _groupEnds;

    private Ranking(long[] isPositive, int[] groupEnds, double[] thresholds)
    {
        _isPositive = isPositive;
        _groupEnds = groupEnds;
        Thresholds = thresholds;
    }

    /// <summary>The distinct scores, descending.</summary>
    public double[] Thresholds { get; }

    public int Rows => _isPositive.Length;

    public bool IsPositive(int place) => _isPositive[place] == 1;

    public static Ranking Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Scores.RequireOnePerLabel(labels, scores);
        Scores.RequireFinite(scores);
        double[] sorted = scores.ToArray();
        bool[] sortedLabels = labels.ToArray();
        Array.Sort(sorted, sortedLabels);
        Array.Reverse(sorted);
        Array.Reverse(sortedLabels);

        List<double> thresholds = [];
        List<int> groupEnds = [];
        for (int place = 0; place < sorted.Length; place++)
        {
            bool isLastOfGroup = place == sorted.Length - 1 || sorted[place + 1] != sorted[place];
            if (!isLastOfGroup) continue;
            thresholds.Add(sorted[place]);
            groupEnds.Add(place + 1);
        }
        long[] isPositive = [.. sortedLabels.Select(label => label ? 1L : 0L)];
        return new Ranking(isPositive, [.. groupEnds], [.. thresholds]);
    }

    /// <summary>Cumulative counts at each threshold, every row once.</summary>
    public void Count(Span<long> truePositives, Span<long> falsePositives)
    {
        long positives = 0;
        int place = 0;
        for (int group = 0; group < _groupEnds.Length; group++)
        {
            for (; place < _groupEnds[group]; place++)
                positives += _isPositive[place];
            truePositives[group] = positives;
            falsePositives[group] = place - positives;
        }
    }

    /// <summary>Cumulative counts at each threshold, the row at each place as often as it was drawn.</summary>
    public void Count(ReadOnlySpan<int> timesDrawn, Span<long> truePositives, Span<long> falsePositives)
    {
        long positives = 0, all = 0;
        int place = 0;
        for (int group = 0; group < _groupEnds.Length; group++)
        {
            for (; place < _groupEnds[group]; place++)
            {
                all += timesDrawn[place];
                positives += timesDrawn[place] * _isPositive[place];
            }
            truePositives[group] = positives;
            falsePositives[group] = all - positives;
        }
    }
}
