using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision.Candidates;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>A model on the test rows: how it ranks, and how far its probabilities can be believed, by each calibration.</summary>
/// <param name="Model">Which one.</param>
/// <param name="Ranked">Labels and logits of the test rows, sorted once.</param>
/// <param name="RocArea">Ranking; no calibration changes it.</param>
/// <param name="AveragePrecision">Ranking, seen from the calls.</param>
/// <param name="Calibrated">One for each calibration that makes sense.</param>
internal sealed record JudgedModel(
    CandidateModel Model, RankedScores Ranked, Interval RocArea, double AveragePrecision, IReadOnlyList<JudgedCalibration> Calibrated);

/// <summary>The probabilities that a calibration makes of a model's logits, on the test rows.</summary>
/// <param name="Kind">Which calibration.</param>
/// <param name="Probabilities">One per test row.</param>
/// <param name="LogLoss">Nats per row.</param>
/// <param name="CalibrationError">Expected calibration error, with what true probabilities would show by chance.</param>
/// <param name="Reliability">Whether promises are kept, in bins that promise equally many positives.</param>
internal sealed record JudgedCalibration(
    CalibrationKind Kind, double[] Probabilities, double LogLoss, CalibrationNullBand CalibrationError,
    ReliabilityDiagram Reliability)
{
    /// <summary>Of <see cref="Reliability"/>.</summary>
    public const int Bins = 8;
}

/// <summary>Two models on the same rows.</summary>
/// <param name="First">The one that is asked about.</param>
/// <param name="Second">The one that it is compared with.</param>
/// <param name="RocArea">First less second, paired DeLong.</param>
/// <param name="AveragePrecision">First less second, paired bootstrap.</param>
internal sealed record ModelPair(CandidateModel First, CandidateModel Second, Interval RocArea, Interval AveragePrecision);

/// <summary>What the test rows say about all models, asked once; nothing is chosen by it.</summary>
/// <param name="Models">In the order in which they were trained.</param>
/// <param name="Pairs">Each against the one that it should improve on.</param>
internal sealed record TestFindings(IReadOnlyList<JudgedModel> Models, IReadOnlyList<ModelPair> Pairs)
{
    private const int QuickSimulations = 200;

    /// <summary>Of the true probabilities, the least there is; null where they are not known.</summary>
    public double? LogLossOfTruth { get; private init; }

    public static TestFindings Of(
        DecisionData data, IReadOnlyList<CandidateModel> models, ScoredRows test, DecisionOptions options, int seed)
    {
        JudgedModel[] judged = [.. models.Select(model => Judge(data, model, test, options, seed))];
        ModelPair[] pairs = [.. PairsOf(judged).Select(pair => Compare(pair, options, seed))];
        return new(judged, pairs) { LogLossOfTruth = test.Truth is { } truth ? LogLoss.Of(test.Labels, truth) : null };
    }

    /// <summary>The probabilities of a model after a calibration, on the test rows.</summary>
    public JudgedCalibration Of(CandidateModel model, CalibrationKind kind) =>
        Models.Single(one => one.Model == model).Calibrated.Single(one => one.Kind == kind);

    private static IEnumerable<(JudgedModel, JudgedModel)> PairsOf(IReadOnlyList<JudgedModel> models)
    {
        yield return (Find(ModelKind.Perceptron, Rebalancing.Plain), Find(ModelKind.Logistic, Rebalancing.Plain));
        foreach (ModelKind kind in Enum.GetValues<ModelKind>())
        {
            yield return (Find(kind, Rebalancing.Weighted), Find(kind, Rebalancing.Plain));
            yield return (Find(kind, Rebalancing.Resampled), Find(kind, Rebalancing.Plain));
        }

        JudgedModel Find(ModelKind kind, Rebalancing rebalancing) =>
            models.Single(one => one.Model.Kind == kind && one.Model.Rebalancing == rebalancing);
    }

    private static JudgedModel Judge(DecisionData data, CandidateModel model, ScoredRows test, DecisionOptions options, int seed)
    {
        double[] logits = [.. test.Rows.Select(row => model.Logits[row])];
        var ranked = RankedScores.Of(test.Labels, logits);
        return new(
            model, ranked, DeLong.Of(ranked).AreaInterval(), PrecisionRecallCurve.From(ranked.Counts).AveragePrecision!.Value,
            [.. ModelChoice.KindsFor(model).Select(kind => Judge(data, model, kind, test, options, seed))]);
    }

    private static JudgedCalibration Judge(
        DecisionData data, CandidateModel model, CalibrationKind kind, ScoredRows test, DecisionOptions options,
        int seed)
    {
        double[] all = ModelChoice.AllRows(data, model, kind), probabilities = [.. test.Rows.Select(row => all[row])];
        return new(
            kind, probabilities, LogLoss.Of(test.Labels, probabilities)!.Value,
            CalibrationNullBand.Of(test.Labels, probabilities, seed,
                simulations: options.Quick ? QuickSimulations : CalibrationNullBand.DefaultSimulations),
            ReliabilityDiagram.EqualPromise(test.Labels, probabilities, JudgedCalibration.Bins));
    }

    private static ModelPair Compare((JudgedModel First, JudgedModel Second) pair, DecisionOptions options, int seed)
    {
        RankedScores first = pair.First.Ranked, second = pair.Second.Ranked;
        return new(
            pair.First.Model, pair.Second.Model, Gain(BinaryMetric.RocArea), Gain(BinaryMetric.AveragePrecision));

        // Of the second over the first: what is asked is how much better the first is. Neither measure looks at a threshold.
        Interval Gain(BinaryMetric metric) => PairedGain.Of(
            metric, new(second, double.PositiveInfinity), new(first, double.PositiveInfinity), seed, null, options.Resamples).Gain;
    }
}
