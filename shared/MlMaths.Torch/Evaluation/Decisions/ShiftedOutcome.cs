namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What a threshold's calls mean where another share of the rows is positive and errors cost something else. Positives still
/// look like positives and negatives like negatives, so the two rates stay what they were; all else follows from them, said
/// as counts of 10,000 rows, which are easier to think in than probabilities (G. Gigerenzer and U. Hoffrage, 1995,
/// Psychological Review 102:684–704):
/// <code>
/// TPR          = TP / m                     of the rows that were counted: m positives, n₀ negatives
/// FPR          = FP / n₀
/// found        = 10,000 · π · TPR           π: the share of positives there
/// missed       = 10,000 · π · (1 − TPR)
/// false alarms = 10,000 · (1 − π) · FPR
/// left alone   = 10,000 · (1 − π) · (1 − FPR)
/// precision    = found / (found + false alarms)
/// cost         = Miss · missed + FalseAlarm · false alarms + Review · (found + false alarms)
/// </code>
/// At one recall and one false-positive rate, precision can be anything: it is the base rate that decides.
/// </summary>
/// <param name="Counted">The calls on rows whose labels are known.</param>
/// <param name="BaseRate">π: the share of positives where the calls are made; above 0 and below 1.</param>
/// <param name="Costs">What errors and reviews cost there.</param>
public sealed record ShiftedOutcome(ConfusionMatrix Counted, double BaseRate, ErrorCosts Costs)
{
    /// <summary>The rows that all counts are of.</summary>
    public const int Rows = 10_000;

    /// <summary>π.</summary>
    public double BaseRate { get; } = BaseRate is > 0 and < 1
        ? BaseRate
        : throw new ArgumentOutOfRangeException(nameof(BaseRate), BaseRate, "A base rate lies above 0 and below 1.");

    /// <summary>TP of 10,000; null unless both classes were counted, as all that follow.</summary>
    public double? Found => OfPositives(Counted.TruePositives);

    /// <summary>FN of 10,000.</summary>
    public double? Missed => OfPositives(Counted.FalseNegatives);

    /// <summary>FP of 10,000.</summary>
    public double? FalseAlarms => OfNegatives(Counted.FalsePositives);

    /// <summary>TN of 10,000.</summary>
    public double? LeftAlone => OfNegatives(Counted.TrueNegatives);

    /// <summary>Calls of 10,000, right or wrong.</summary>
    public double? Flagged => Found + FalseAlarms;

    /// <summary>Share of the flags that are right; null where nothing is flagged, too.</summary>
    public double? Precision => Flagged > 0 ? Found / Flagged : null;

    /// <summary>TPR, which the base rate does not touch.</summary>
    public double? Recall => HasBoth ? Counted.Recall : null;

    /// <summary>1 − FPR, which the base rate does not touch either.</summary>
    public double? Specificity => HasBoth ? Counted.Specificity : null;

    /// <summary>Share of all rows that are called.</summary>
    public double? ShareFlagged => Flagged / Rows;

    /// <summary>What 10,000 rows cost.</summary>
    public double? Cost => Costs.Miss * Missed + Costs.FalseAlarm * FalseAlarms + Costs.Review * Flagged;

    /// <summary>The reason that a number is null, as a clause; null where it is defined.</summary>
    public string? WhyUndefined(BinaryMetric metric) =>
        Scores.MissingClass(Counted.Positives, Counted.Negatives)
        ?? (metric is BinaryMetric.Precision && Flagged == 0 ? "nothing is flagged" : null);

    private bool HasBoth => Counted.Positives > 0 && Counted.Negatives > 0;

    private double? OfPositives(long count) => HasBoth ? Rows * BaseRate * ((double)count / Counted.Positives) : null;

    private double? OfNegatives(long count) => HasBoth ? Rows * (1 - BaseRate) * ((double)count / Counted.Negatives) : null;
}
