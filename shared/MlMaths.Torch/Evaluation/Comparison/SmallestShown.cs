using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The smallest true change that numbers with this interval would have shown: what is to be said beside an interval that holds 0, since
/// “nothing found” of few rows and of many are not the same.
/// <code>
/// s = ½ (high − low) / z_{1 − α/2}          its standard error, the interval taken for normal
/// δ = (z_{1 − α/2} + z_power) s             an interval about δ leaves out 0 with that probability
/// </code>
/// At 95 % and a power of 0.8 that is 1.43 times half the interval. Of an interval of Student's t with few degrees of freedom it is a
/// little too large (1.39 times at nine).
/// </summary>
/// <param name="Change">δ, above 0.</param>
/// <param name="Power">Probability that a change of this size would have been shown.</param>
public sealed record SmallestShown(double Change, double Power)
{
    /// <summary>What planners ask for where nobody asks for another.</summary>
    public const double DefaultPower = 0.8;

    /// <summary>Null without an interval, or where it has no width.</summary>
    public static SmallestShown? Of(Interval gain, double power = DefaultPower) => Of(gain.Low, gain.High, gain.Confidence, power);

    /// <summary>The same of ends that are kept elsewhere; null too where one of them is NaN or infinite.</summary>
    public static SmallestShown? Of(
        double? low, double? high, double confidence = Interval.DefaultConfidence, double power = DefaultPower)
    {
        double z = Normal.TwoSidedQuantile(Interval.Checked(confidence)), ofPower = Normal.Quantile(Interval.Checked(power));
        return low is double from && high is double to && to > from && double.IsFinite(to - from)
            ? new((z + ofPower) * (to - from) / (2 * z), power)
            : null;
    }

    /// <summary><c>a difference of about 0.021 would have been shown (power 0.8)</c>.</summary>
    /// <param name="noun">What changes: <c>difference</c>.</param>
    /// <param name="unit">Of the change; empty for a bare number.</param>
    public string Clause(string noun = "difference", string unit = "") =>
        $"a {noun} of about {TwoDigits(Change)}{(unit.Length == 0 ? "" : $" {unit}")} would have been shown (power {NumberText.Of(Power)})";

    // Rounded up: what is promised to be shown is not made smaller by its last digit.
    private static string TwoDigits(double change)
    {
        int decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(change)), 0, 15);
        double unit = Math.Pow(10, -decimals);
        return NumberText.Fixed(Math.Ceiling(change / unit - 1e-9) * unit, decimals);
    }
}
