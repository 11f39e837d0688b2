using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Two models that are equally good by construction, on rows that come in groups of ten: labels of a group are alike, and so are the
/// errors of a model on it. Whatever is called a difference is a false alarm.
/// <code>
/// a_g ~ N(0, 1)      y ~ Bernoulli(σ(−½ + 1½ a_g))      score k = σ(⁴⁄₅ (2y − 1) + u_gk + ½ e),  u_gk, e ~ N(0, 1)
/// </code>
/// </summary>
/// <param name="Called">For each measure, whether its gain leaves out 0, rows taken one by one.</param>
/// <param name="CalledByGroups">The same where groups vary.</param>
/// <param name="Held">For each measure of the first model, whether the interval of groups holds the truth; null without ends.</param>
/// <param name="HeldByRows">The same of the interval of rows.</param>
/// <param name="IsSuspected">Whether the column of groups, given as a column that nobody asked for, looks like one.</param>
public sealed record GroupedPairTrial(
    IReadOnlyDictionary<BinaryMetric, bool?> Called, IReadOnlyDictionary<BinaryMetric, bool?> CalledByGroups,
    IReadOnlyDictionary<BinaryMetric, bool?> Held, IReadOnlyDictionary<BinaryMetric, bool?> HeldByRows, bool IsSuspected)
{
    /// <summary>Rows of a group.</summary>
    public const int RowsOfGroup = 10;

    private const double Threshold = 0.5;
    private const int TruthGroups = 40_000;

    /// <summary>What is compared.</summary>
    public static IReadOnlyList<BinaryMetric> Measures { get; } =
    [
        BinaryMetric.Accuracy, BinaryMetric.Precision, BinaryMetric.Recall, BinaryMetric.F1, BinaryMetric.Matthews, BinaryMetric.RocArea,
        BinaryMetric.AveragePrecision, BinaryMetric.LogLoss, BinaryMetric.Brier,
    ];

    /// <summary>The measures of either model where groups are many.</summary>
    public static BinaryMetrics Truth(int seed)
    {
        (bool[] labels, double[] first, _) = Drawn(TruthGroups, Seeds.Generator(seed, DrawnFor.Worlds));
        return BinaryMetrics.Of(labels, first, Threshold);
    }

    /// <summary>One world.</summary>
    /// <param name="groups">Of ten rows each.</param>
    /// <param name="truth">Of <see cref="Truth"/>.</param>
    /// <param name="random">Draws all of it.</param>
    /// <param name="resamples">Where rows are drawn one by one.</param>
    public static GroupedPairTrial Of(int groups, BinaryMetrics truth, Random random, int resamples = 500)
    {
        (bool[] labels, double[] one, double[] other) = Drawn(groups, random);
        int[] groupOf = [.. Enumerable.Range(0, labels.Length).Select(row => row / RowsOfGroup)];
        var ofRows = RowGroups.Of(groupOf);
        CalledScores first = new(RankedScores.Of(labels, one), Threshold), second = new(RankedScores.Of(labels, other), Threshold);
        int seed = random.Next();
        MetricIntervals byRows = MetricIntervals.Of(first.Rows, Threshold, seed), byGroups = MetricIntervals.OfGroups(
            first.Rows, Threshold, ofRows);
        return new(
            Each(metric => !Holds(PairedGain.Of(metric, first, second, seed, null, resamples).Gain, 0)),
            Each(metric => !Holds(PairedGain.Of(metric, first, second, seed, ofRows).Gain, 0)),
            Each(metric => Holds(byGroups[metric], truth[metric]!.Value)), Each(metric => Holds(byRows[metric], truth[metric]!.Value)),
            GroupLikeColumn.Beside(ScoredTable.Of(labels, [one, other], groupOf), seed).Count > 0);

        static bool? Holds(Interval interval, double value) => interval.HasEnds ? interval.Contains(value) : null;

        static Dictionary<BinaryMetric, bool?> Each(Func<BinaryMetric, bool?> said) => Measures.ToDictionary(metric => metric, said);
    }

    private static (bool[] Labels, double[] First, double[] Second) Drawn(int groups, Random random)
    {
        int rows = groups * RowsOfGroup;
        (bool[] labels, double[] first, double[] second) = (new bool[rows], new double[rows], new double[rows]);
        for (int group = 0; group < groups; group++)
        {
            double tends = Normal.Draw(random), one = Normal.Draw(random), other = Normal.Draw(random);
            for (int row = group * RowsOfGroup; row < (group + 1) * RowsOfGroup; row++)
            {
                labels[row] = random.NextDouble() < Logit.Probability(-0.5 + 1.5 * tends);
                double signal = labels[row] ? 0.8 : -0.8;
                first[row] = Logit.Probability(signal + one + 0.5 * Normal.Draw(random));
                second[row] = Logit.Probability(signal + other + 0.5 * Normal.Draw(random));
            }
        }

        return (labels, first, second);
    }
}
