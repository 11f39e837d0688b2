using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>A model and a calibration, and the log loss of validation rows that took no part in fitting the calibration.</summary>
/// <param name="Model">Which model.</param>
/// <param name="Kind">Which calibration.</param>
/// <param name="LogLoss">Nats per row.</param>
/// <param name="OnValidation">The probability of each validation row, by a calibration that never saw it.</param>
internal sealed record CalibratedCandidate(CandidateModel Model, CalibrationKind Kind, double LogLoss, double[] OnValidation);

/// <summary>
/// Which model decides, and how its logits become probabilities: the least log loss on validation rows, each judged by a
/// calibration that was fitted without it. The log loss is least for the true probabilities, whatever the mistakes will cost.
/// </summary>
/// <param name="Candidates">All of them, best first.</param>
/// <param name="Calibration">Of the best, fitted on all validation rows.</param>
/// <param name="Probabilities">Of every row of the data set, by the best and this calibration.</param>
internal sealed record ModelChoice(
    IReadOnlyList<CalibratedCandidate> Candidates, FittedCalibration Calibration, double[] Probabilities)
{
    private const int Folds = 5;

    /// <summary>The one that decides.</summary>
    public CalibratedCandidate Best => Candidates[0];

    /// <summary>As in <c>perceptron, plain, Platt</c>.</summary>
    public string Name => $"{Best.Model.Name}, {Best.Kind.Name()}";

    public static ModelChoice Fit(DecisionData data, IReadOnlyList<CandidateModel> models)
    {
        CalibratedCandidate[] candidates =
        [
            .. models.SelectMany(model => KindsFor(model).Select(kind => Judge(data, model, kind))).OrderBy(candidate => candidate.LogLoss),
        ];
        CandidateModel best = candidates[0].Model;
        FittedCalibration calibration = Fitted(data, best, candidates[0].Kind, data.Split.Validation.Rows);
        return new(candidates, calibration, calibration.Probabilities(best.Logits));
    }

    /// <summary>The probabilities of every row, the calibration fitted on all validation rows.</summary>
    public static double[] AllRows(DecisionData data, CandidateModel model, CalibrationKind kind) =>
        Fitted(data, model, kind, data.Split.Validation.Rows).Probabilities(model.Logits);

    /// <summary>A model that was not rebalanced has no prior to correct.</summary>
    public static IEnumerable<CalibrationKind> KindsFor(CandidateModel model) =>
        Enum.GetValues<CalibrationKind>().Where(kind => kind != CalibrationKind.PriorCorrected || model.Rebalancing != Rebalancing.Plain);

    private static CalibratedCandidate Judge(DecisionData data, CandidateModel model, CalibrationKind kind)
    {
        int[] validation = data.Split.Validation.Rows;
        int[] foldOf = FoldsOf(data, validation);
        double[] probabilities = new double[validation.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            FittedCalibration fitted = Fitted(data, model, kind, [.. validation.Where((_, place) => foldOf[place] != fold)]);
            for (int place = 0; place < validation.Length; place++)
            {
                if (foldOf[place] == fold)
                    probabilities[place] = fitted.Probability(model.Logits[validation[place]]);
            }
        }

        return new(
            model, kind, LogLoss.Of([.. validation.Select(row => data.Target.IsPositive[row])], probabilities)!.Value,
            probabilities);
    }

    /// <summary>Positives and negatives are dealt apart, so that every fold has its share of both.</summary>
    private static int[] FoldsOf(DecisionData data, int[] rows)
    {
        int[] dealt = new int[2];
        return [.. rows.Select(row => dealt[data.Target.IsPositive[row] ? 1 : 0]++ % Folds)];
    }

    private static FittedCalibration Fitted(
        DecisionData data, CandidateModel model, CalibrationKind kind, int[] rows) => ImbalancedDecision.Candidates.Calibration.Fit(
            kind, [.. rows.Select(row => data.Target.IsPositive[row])], [.. rows.Select(row => model.Logits[row])],
            model.BaseRate, data.BaseRate);
}
