using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Rows from the highest score to the lowest, with equal scores as one group: sorted once, then read under any weights in
/// one pass, which is what makes thousands of bootstrap resamples cheap. A place is a position in this order, the positives of a group
/// before its negatives.
/// <para>Scores of positives and of negatives are sorted apart and merged, so that no label has to follow its score.</para>
/// </summary>
internal sealed class Ranking
{
    private readonly Lazy<bool[]> _labels; // of resamples alone
    private readonly Lazy<long[]> _isPositive; // 1 or 0: a product is quicker than a branch that no processor can foresee

    private Ranking(double[] thresholds, long[] truePositives, long[] falsePositives)
    {
        (Thresholds, TruePositives, FalsePositives) = (thresholds, truePositives, falsePositives);
        _labels = new(PositivesFirst);
        _isPositive = new(() => Array.ConvertAll(_labels.Value, label => label ? 1L : 0L));
    }

    /// <summary>The distinct scores, descending.</summary>
    public double[] Thresholds { get; }

    /// <summary>Positives with at least the score at the same index.</summary>
    public long[] TruePositives { get; }

    /// <summary>Negatives with at least the score at the same index.</summary>
    public long[] FalsePositives { get; }

    /// <summary>The label at each place.</summary>
    public IReadOnlyList<bool> Labels => _labels.Value;

    public static Ranking Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Scores.RequireOnePerLabel(labels, scores);
        Scores.RequireFinite(scores);
        (double[] positives, double[] negatives) = ScoreOrder.DescendingByClass(labels, scores);
        return Merged(positives, negatives);
    }

    /// <summary>Cumulative counts at each threshold, the row at each place as often as it was drawn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called for every resample
    public void Count(ReadOnlySpan<int> timesDrawn, Span<long> truePositives, Span<long> falsePositives)
    {
        ReadOnlySpan<long> isPositive = _isPositive.Value;
        long positives = 0, all = 0;
        int place = 0;
        for (int group = 0; group < Thresholds.Length; group++)
        {
            for (int end = EndOf(group); place < end; place++)
            {
                all += timesDrawn[place];
                positives += timesDrawn[place] * isPositive[place];
            }
            truePositives[group] = positives;
            falsePositives[group] = all - positives;
        }
    }

    // The higher of the two next scores is a threshold; all rows of either class that have it are passed together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Ranking Merged(ReadOnlySpan<double> positives, ReadOnlySpan<double> negatives)
    {
        int rows = positives.Length + negatives.Length, groups = 0, p = 0, n = 0;
        double[] thresholds = new double[rows];
        long[] truePositives = new long[rows], falsePositives = new long[rows];
        while (p + n < rows)
        {
            double score = p == positives.Length || n < negatives.Length && negatives[n] > positives[p] ? negatives[n] : positives[p];
            while (p < positives.Length && positives[p] == score) p++;
            while (n < negatives.Length && negatives[n] == score) n++;
            (thresholds[groups], truePositives[groups], falsePositives[groups]) = (score, p, n);
            groups++;
        }

        Array.Resize(ref thresholds, groups);
        Array.Resize(ref truePositives, groups);
        Array.Resize(ref falsePositives, groups);
        return new(thresholds, truePositives, falsePositives);
    }

    private int EndOf(int group) => group < 0 ? 0 : (int)(TruePositives[group] + FalsePositives[group]);

    private bool[] PositivesFirst()
    {
        bool[] labels = new bool[EndOf(Thresholds.Length - 1)];
        for (int group = 0, place = 0; group < Thresholds.Length; place = EndOf(group++))
            labels.AsSpan(place, (int)(TruePositives[group] - (group == 0 ? 0 : TruePositives[group - 1]))).Fill(true);
        return labels;
    }
}
