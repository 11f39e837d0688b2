using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Rows from the highest score to the lowest, with equal scores as one group: sorted once, then read under any weights in
/// one pass, which is what makes thousands of bootstrap resamples cheap. A place is a position in this order.
/// </summary>
internal sealed class Ranking
{
    private readonly bool[] _labels;
    private readonly long[] _isPositive; // 1 or 0: a product is quicker than a branch that no processor can foresee
    private readonly int[] _groupEnds;

    private Ranking(bool[] labels, int[] groupEnds, double[] thresholds)
    {
        _labels = labels;
        _isPositive = [.. labels.Select(label => label ? 1L : 0L)];
        _groupEnds = groupEnds;
        Thresholds = thresholds;
    }

    /// <summary>The distinct scores, descending.</summary>
    public double[] Thresholds { get; }

    /// <summary>The label at each place.</summary>
    public IReadOnlyList<bool> Labels => _labels;

    public static Ranking Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Scores.RequireOnePerLabel(labels, scores);
        Scores.RequireFinite(scores);
        double[] sorted = scores.ToArray();
        bool[] sortedLabels = labels.ToArray();
        ScoreOrder.Descending(sorted, sortedLabels);

        List<double> thresholds = [];
        List<int> groupEnds = [];
        for (int place = 0; place < sorted.Length; place++)
        {
            bool isLastOfGroup = place == sorted.Length - 1 || sorted[place + 1] != sorted[place];
            if (!isLastOfGroup) continue;
            thresholds.Add(sorted[place]);
            groupEnds.Add(place + 1);
        }
        return new Ranking(sortedLabels, [.. groupEnds], [.. thresholds]);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
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
