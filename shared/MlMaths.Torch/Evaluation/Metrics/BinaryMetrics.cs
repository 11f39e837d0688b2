namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Every measure of a two-class model in one go: those of the calls at one threshold, of the ranking, and of the
/// probabilities. Null where a measure is not defined; <see cref="WhyUndefined"/> has the reason.
/// </summary>
/// <param name="Confusion">Labels against the calls at <paramref name="Threshold"/>.</param>
/// <param name="Threshold">A score of at least this is called positive.</param>
/// <param name="RocArea">Area under the ROC curve.</param>
/// <param name="AveragePrecision">Step-wise area under the precision–recall curve.</param>
/// <param name="LogLoss">Log loss in nats, probabilities clipped at 1e-15.</param>
/// <param name="Brier">Mean squared distance of probability and label.</param>
/// <param name="CalibrationError">ECE over 15 bins of equal width.</param>
public sealed record BinaryMetrics(
    ConfusionMatrix Confusion, double Threshold, double? RocArea, double? AveragePrecision,
    double? LogLoss, double? Brier, double? CalibrationError)
{
    /// <summary>
    /// Measures probabilities (0 to 1) of the positive class; an infinite threshold calls every row or none.
    /// </summary>
    public static BinaryMetrics Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, double threshold) =>
        Of(ThresholdCounts.From(labels, probabilities), labels, probabilities, threshold);

    /// <summary>
    /// The same of rows that are sorted already. Scores that are no probabilities have no log loss and its kin; an infinite
    /// threshold calls every row or none.
    /// </summary>
    public static BinaryMetrics Of(RankedScores rows, double threshold) => rows.AreProbabilities
        ? Of(rows.Counts, rows.Labels, rows.Scores, threshold)
        : OfRanking(rows.Counts, threshold);

    private static BinaryMetrics Of(
        ThresholdCounts counts, ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, double threshold) =>
        OfRanking(counts, threshold) with
        {
            LogLoss = Evaluation.LogLoss.Of(labels, probabilities),
            Brier = BrierScore.Of(labels, probabilities),
            CalibrationError = ReliabilityDiagram.EqualWidth(labels, probabilities, ReliabilityDiagram.DefaultErrorBins)
                .ExpectedCalibrationError,
        };

    private static BinaryMetrics OfRanking(ThresholdCounts counts, double threshold) => new(
        counts.At(threshold),
        threshold,
        RocCurve.AreaUnder(counts.CumulativePositives, counts.CumulativeNegatives),
        PrecisionRecallCurve.AreaInSteps(counts.CumulativePositives, counts.CumulativeNegatives),
        LogLoss: null, Brier: null, CalibrationError: null);

    /// <summary>One measure by name, but for the cost per case, which needs <see cref="ErrorCosts"/>.</summary>
    public double? this[BinaryMetric metric] => metric switch
    {
        BinaryMetric.RocArea => RocArea,
        BinaryMetric.AveragePrecision => AveragePrecision,
        BinaryMetric.LogLoss => LogLoss,
        BinaryMetric.Brier => Brier,
        BinaryMetric.CalibrationError => CalibrationError,
        BinaryMetric.CostPerCase => throw new ArgumentException("The cost per case needs costs: ask ErrorCosts.PerCase."),
        _ => Confusion[metric],
    };

    /// <summary>The reason that a measure is null, as a clause; null where it is defined.</summary>
    public string? WhyUndefined(BinaryMetric metric) => metric switch
    {
        BinaryMetric.RocArea => Scores.MissingClass(Confusion.Positives, Confusion.Negatives),
        BinaryMetric.AveragePrecision when Confusion.Positives == 0 => Scores.NoPositives,
        BinaryMetric.LogLoss or BinaryMetric.Brier or BinaryMetric.CalibrationError when this[metric] is null => Scores.NoProbabilities,
        _ => Confusion.WhyUndefined(metric),
    };
}
