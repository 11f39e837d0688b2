using System.Text.Json;
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

/// <summary>From the logit of a row to its probability, with all that was fitted for it.</summary>
/// <param name="Kind">How.</param>
/// <param name="Probability">Of a logit.</param>
/// <param name="Stored">The numbers behind it, as <c>model.json</c> has them.</param>
internal sealed record FittedCalibration(
    CalibrationKind Kind, Func<double, double> Probability, IReadOnlyDictionary<string, object> Stored)
{
    public static FittedCalibration AsIs { get; } = new(CalibrationKind.AsIs, Logit.Probability, new Dictionary<string, object>());

    public static FittedCalibration PriorCorrected(BaseRateShift shift) => new(
        CalibrationKind.PriorCorrected, z => shift.Corrected(Logit.Probability(z)),
        new Dictionary<string, object> { ["believed_rate"] = shift.Before, ["base_rate"] = shift.Now });

    public static FittedCalibration Platt(PlattCalibration curve) => new(
        CalibrationKind.Platt, curve.Probability,
        new Dictionary<string, object> { ["slope"] = curve.Slope, ["intercept"] = curve.Intercept });

    /// <param name="steps">The shares of positives.</param>
    /// <param name="surest">No probability is below it, nor above one less it.</param>
    public static FittedCalibration Isotonic(IsotonicCalibration steps, double surest) => new(
        CalibrationKind.Isotonic, z => Math.Clamp(steps.Probability(z), surest, 1 - surest),
        new Dictionary<string, object> { ["logits"] = steps.Scores, ["probabilities"] = steps.Probabilities, ["surest"] = surest });

    /// <summary>The same again from <c>model.json</c>.</summary>
    /// <param name="kind">As <see cref="Calibration.Name"/> has it.</param>
    /// <param name="stored">What was <see cref="Stored"/>.</param>
    public static FittedCalibration Read(string kind, JsonElement stored)
    {
        return Enum.GetValues<CalibrationKind>().First(one => one.Name() == kind) switch
        {
            CalibrationKind.PriorCorrected => PriorCorrected(new(Number("believed_rate"), Number("base_rate"))),
            CalibrationKind.Platt => Platt(new(Number("slope"), Number("intercept"))),
            CalibrationKind.Isotonic => Isotonic(IsotonicCalibration.Of(Numbers("logits"), Numbers("probabilities")), Number("surest")),
            CalibrationKind.AsIs => AsIs,
        };

        double Number(string name) => stored.GetProperty(name).GetDouble();
        double[] Numbers(string name) => [.. stored.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
    }
}
