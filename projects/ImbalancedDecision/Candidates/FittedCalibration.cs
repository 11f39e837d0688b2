using System.Text.Json;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>From the logit of a row to its probability, with all that was fitted for it.</summary>
/// <param name="Kind">How.</param>
/// <param name="Probability">Of a logit.</param>
/// <param name="Stored">The numbers behind it, as <c>model.json</c> has them.</param>
internal sealed record FittedCalibration(
    CalibrationKind Kind, Func<double, double> Probability, IReadOnlyDictionary<string, object> Stored)
{
    /// <summary>Of many logits.</summary>
    public double[] Probabilities(double[] logits) => Array.ConvertAll(logits, logit => Probability(logit));

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
