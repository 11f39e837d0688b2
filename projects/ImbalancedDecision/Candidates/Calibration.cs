using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>How logits become probabilities.</summary>
internal enum CalibrationKind
{
    /// <summary>As the model has them, σ(z).</summary>
    AsIs,

    /// <summary>Odds multiplied by what rebalancing divided them by.</summary>
    PriorCorrected,

    /// <summary>A logistic curve through labelled rows.</summary>
    Platt,

    /// <summary>Rising steps through labelled rows.</summary>
    Isotonic,
}

/// <summary>How a logit becomes a probability: what has to be fitted for it.</summary>
internal static class Calibration
{
    /// <summary>As a page says it.</summary>
    public static string Name(this CalibrationKind kind) => kind switch
    {
        CalibrationKind.AsIs => "as it is",
        CalibrationKind.PriorCorrected => "prior corrected",
        CalibrationKind.Platt => "Platt",
        CalibrationKind.Isotonic => "isotonic",
    };

    /// <summary>Fits what has to be fitted, on rows that the model was not trained on.</summary>
    /// <param name="kind">How.</param>
    /// <param name="labels">Of those rows.</param>
    /// <param name="logits">Of those rows.</param>
    /// <param name="believed">The base rate that the model was trained under.</param>
    /// <param name="baseRate">The base rate of the training rows as they are.</param>
    public static FittedCalibration Fit(CalibrationKind kind, bool[] labels, double[] logits, double believed, double baseRate) =>
        kind switch
        {
            CalibrationKind.PriorCorrected => FittedCalibration.PriorCorrected(new(believed, baseRate)),
            CalibrationKind.Platt => FittedCalibration.Platt(PlattCalibration.Fit(labels, logits)),
            // A step of nothing but negatives would promise that nothing ever happens there: as sure as n rows can be, and no surer.
            CalibrationKind.Isotonic => FittedCalibration.Isotonic(IsotonicCalibration.Fit(labels, logits), 1.0 / (labels.Length + 2)),
            CalibrationKind.AsIs => FittedCalibration.AsIs,
        };
}
