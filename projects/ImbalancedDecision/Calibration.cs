using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

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

/// <summary>From the logit of a row to its probability.</summary>
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
    public static Func<double, double> Fit(CalibrationKind kind, bool[] labels, double[] logits, double believed, double baseRate)
    {
        switch (kind)
        {
            case CalibrationKind.PriorCorrected:
                var shift = new BaseRateShift(believed, baseRate);
                return z => shift.Corrected(Logit.Probability(z));
            case CalibrationKind.Platt:
                return PlattCalibration.Fit(labels, logits).Probability;
            case CalibrationKind.Isotonic:
                // A step of nothing but negatives would promise that nothing ever happens there: as sure as n rows can be, and no surer.
                double surest = 1.0 / (labels.Length + 2);
                var steps = IsotonicCalibration.Fit(labels, logits);
                return z => Math.Clamp(steps.Probability(z), surest, 1 - surest);
            default:
                return Logit.Probability;
        }
    }
}
