using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Some of the thresholds of many rows, each with its exact counts: few enough to stand inside a page, chosen so that no
/// curve looks different and no decision is.
/// <list type="bullet">
/// <item>Every threshold that can be the cheapest, whatever the costs and the base rate (<see cref="RocHull"/>), is there.</item>
/// <item>The others lie at equal steps along the way that the eye follows: the mean of TPR, FPR, ln(1 + rows called) and the
/// logit of the threshold, each from 0 to 1. With 2,000 of them, neither rate moves by more than 1/400 from one to the next,
/// unless the rows of a single score do.</item>
/// </list>
/// A threshold is written with as few decimals as tell its score from the next lower one; it calls exactly the rows that its
/// counts say.
/// </summary>
internal sealed class ThinnedCounts
{
    /// <summary>As many as a page takes easily.</summary>
    public const int DefaultMax = 2000;

    // The ends of the axis of logits: probabilities beyond are as good as 0 and 1 to the eye.
    private const double LeastShown = 1e-6;

    private readonly ConfusionMatrix[] _matrices;
    private readonly double[] _thresholds;

    private ThinnedCounts(double[] thresholds, ConfusionMatrix[] matrices, bool isWhole) =>
        (_thresholds, _matrices, IsWhole) = (thresholds, matrices, isWhole);

    /// <summary>Descending; the first is +∞, at which nothing is called, and the last calls everything.</summary>
    public IReadOnlyList<double> Thresholds => _thresholds;

    /// <summary>The calls at the threshold of the same index.</summary>
    public IReadOnlyList<ConfusionMatrix> Matrices => _matrices;

    /// <summary>Whether all distinct scores are among them.</summary>
    public bool IsWhole { get; }

    /// <summary>Chooses among the distinct scores of probabilities.</summary>
    /// <param name="counts">Counts of scores from 0 to 1.</param>
    /// <param name="kept">A threshold that is there as it is, whether it is a score, lies between two, or is infinite.</param>
    /// <param name="most">How many there may be, the corners of a very round ROC curve apart.</param>
    public static ThinnedCounts Of(ThresholdCounts counts, double kept, int most = DefaultMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        Scores.RequireThreshold(kept);
        Scores.RequireProbabilities([counts.Thresholds[0], counts.Thresholds[^1]]);
        int keptIndex = counts.Thresholds.Count(threshold => threshold >= kept);
        int all = counts.Thresholds.Count + 1;
        int[] chosen = all <= most ? [.. Enumerable.Range(0, all)] : Choose(counts, [.. RocHull.Corners(counts), keptIndex], most);
        return new ThinnedCounts(
            [.. chosen.Select(k => k == 0 ? double.PositiveInfinity : k == keptIndex ? Math.Clamp(kept, 0, 1) : Written(counts, k))],
            [.. chosen.Select(k => counts.At(k == 0 ? double.PositiveInfinity : counts.Thresholds[k - 1]))],
            chosen.Length == all);
    }

    /// <summary>
    /// The place of a threshold: the first of ours, going down, that calls no more rows than it does. An infinite one
    /// has the first place or the last.
    /// </summary>
    public int IndexOf(double threshold) => _thresholds.Count(one => one >= Scores.RequireThreshold(threshold)) - 1;

    /// <summary>What each of them means elsewhere.</summary>
    public ShiftedOutcome Outcome(int index, double baseRate, ErrorCosts costs) => new(_matrices[index], baseRate, costs);

    /// <summary>
    /// The index of the cheapest threshold, the highest one where several cost the same: the cheapest of all distinct scores,
    /// as its corners are here. Null where a class is missing.
    /// </summary>
    public int? Cheapest(double baseRate, ErrorCosts costs)
    {
        int? best = null;
        double? least = null;
        for (int k = 0; k < _matrices.Length; k++)
        {
            double? cost = Outcome(k, baseRate, costs).Cost;
            if (least is null ? cost is not null : cost < least) (best, least) = (k, cost);
        }
        return best;
    }

    private static int[] Choose(ThresholdCounts counts, SortedSet<int> chosen, int most)
    {
        double[] way = [.. Enumerable.Range(0, counts.Thresholds.Count + 1).Select(k => Way(counts, k))];
        int steps = Math.Max(most - chosen.Count, 2);
        for (int step = 0, k = 0; step < steps; step++)
        {
            while (k + 1 < way.Length && way[k] < (double)step / steps) k++;
            chosen.Add(k);
        }
        chosen.Add(way.Length - 1);
        return [.. chosen];
    }

    private static double Way(ThresholdCounts counts, int k)
    {
        if (k == 0) return 0;
        long hits = counts.CumulativePositives[k - 1], alarms = counts.CumulativeNegatives[k - 1];
        double top = Place(counts.Thresholds[0]), bottom = Place(counts.Thresholds[^1]);
        double found = (double)hits / Math.Max(counts.Positives, 1), flagged = (double)alarms / Math.Max(counts.Negatives, 1);
        double rows = Math.Log(1.0 + hits + alarms) / Math.Log(1.0 + counts.Positives + counts.Negatives);
        double score = top > bottom ? (top - Place(counts.Thresholds[k - 1])) / (top - bottom) : 1;
        return (found + flagged + rows + score) / 4;
    }

    private static double Place(double probability) => Logit.Of(Math.Clamp(probability, LeastShown, 1 - LeastShown));

    // The score cut after ever more decimals, until it still lies above the next lower score.
    private static double Written(ThresholdCounts counts, int k)
    {
        double score = counts.Thresholds[k - 1];
        double lower = k < counts.Thresholds.Count ? counts.Thresholds[k] : double.NegativeInfinity;
        for (double unit = 1; unit < 1e16; unit *= 10)
        {
            double cut = Math.Floor(score * unit) / unit;
            if (lower < cut && cut <= score) return cut;
        }
        return score;
    }
}
