using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The error of a measure where whole groups come into a sample, from the influences U of its rows (K.-Y. Liang and S. L. Zeger, 1986,
/// Biometrika 73:13–22; for ROC areas N. A. Obuchowski, 1997, Biometrics 53:567–578).
/// <code>
/// S_g = Σ Uᵢ over the rows of group g            V = G/(G − 1) Σ S_g²            t with D − 1 degrees of freedom
/// </code>
/// D is the number of groups that can tell: those with S ≠ 0, and for a ranking, which needs both classes, no more than have a
/// row of the class that stands in fewer groups. With a row in each group V is what rows give, up to (n − 1)/n.
/// </summary>
/// <param name="Deviation">√V; 0 where no group moves the measure.</param>
/// <param name="Degrees">D − 1; 0 where one group alone can tell.</param>
/// <param name="Largest">The largest |S|.</param>
internal sealed record GroupedError(double Deviation, int Degrees, double Largest)
{
    /// <summary>From the influences of all rows.</summary>
    public static GroupedError Of(RowGroups groups, double[] influences, int? most = null)
    {
        double[] sums = groups.Sums(influences);
        double squares = sums.Sum(sum => sum * sum);
        if (groups.Count < 2 || DeLong.IsZero(squares)) return new(0, 0, 0);
        double largest = sums.Max(Math.Abs);
        int telling = Math.Min(sums.Count(sum => Math.Abs(sum) > 1e-12 * largest), most ?? int.MaxValue);
        return new(Math.Sqrt(squares * groups.Count / (groups.Count - 1.0)), Math.Max(0, telling - 1), largest);
    }

    /// <summary>For measures of a ranking; null for others.</summary>
    public static int? MostTelling(BinaryMetric metric, RankedScores rows, RowGroups groups)
    {
        if (metric is not (BinaryMetric.RocArea or BinaryMetric.AveragePrecision)) return null;
        bool[] labels = rows.LabelArray;
        return Math.Min(groups.CountWith(row => labels[row]), groups.CountWith(row => !labels[row]));
    }

    /// <summary>The clause for what has no ends; null where it has.</summary>
    public string? WhyNoEnds(RowGroups groups) => this switch
    {
        _ when groups.Count < 2 => "all rows are one group",
        { Deviation: 0 } => "it does not vary over the groups",
        { Degrees: 0 } => "one group alone tells",
        _ => null,
    };

    /// <summary>How far an interval reaches on the plain scale.</summary>
    public double Reach(double confidence) => StudentT.TwoSidedQuantile(confidence, Degrees) * Deviation;

    /// <summary>
    /// The same with one more group as extreme as the most extreme that was seen: few groups of a skewed law hide its tail as often as
    /// not. In a difference of two models the tails cancel.
    /// </summary>
    public double ReachOfOneMore(double confidence) =>
        StudentT.TwoSidedQuantile(confidence, Degrees) * Math.Sqrt(Deviation * Deviation + Largest * Largest);
}
