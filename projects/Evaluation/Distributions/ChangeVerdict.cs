using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>
/// What the interval of a difference of two rates allows to be said, in percentage points. How much it is,
/// <see cref="Torch.Evaluation.ComparisonVerdict"/> decides from the interval and ±r alone; that one rate is higher is said,
/// not that it is better or why. Of a handful of visitors the interval is too sure (0 of 2 against 2 of 2 leaves out 0), so a
/// change is only said where the exact test calls it as well.
/// </summary>
/// <param name="Difference">After less before.</param>
/// <param name="Rope">r, 0 or more.</param>
/// <param name="MidPValue">Of Fisher's exact test.</param>
internal sealed record ChangeVerdict(Interval Difference, double Rope, double MidPValue)
{
    /// <summary>How much the interval says.</summary>
    public Evidence Evidence => OfInterval is Evidence.Strong or Evidence.Weak && MidPValue >= ChangeFindings.Level
        ? Evidence.NotEnough
        : OfInterval;

    /// <summary><c>The rate rose by 0.95 percentage points (95 % 0.17 to 1.74); strong evidence.</c></summary>
    public string Sentence => Evidence switch
    {
        Evidence.Strong => $"{Moved}; strong evidence.",
        Evidence.Weak => $"{Moved}; weak evidence, as a change of {Points(Rope)} points or less would not matter and is not ruled out.",
        Evidence.Equivalent => $"As good as no change: {Signed}, all within ±{Points(Rope)} points, which would change no decision.",
        _ when OfInterval != Evidence.NotEnough =>
            $"Not enough to say whether the rate changed: the interval leaves out 0, {Signed}, but the exact test does not agree (mid-p = "
            + $"{PValueText.Of(MidPValue)}), and with so few visitors the test is more reliable.",
        _ => $"Not enough to say whether the rate changed: the difference is {Signed}, and nothing in that range is ruled "
            + $"out{Shown}.",
    };

    private string Shown => SmallestShown.Of(Difference.Times(100)) is { } smallest
        ? $"; {smallest.Clause("change", "percentage points")}"
        : "";

    private Evidence OfInterval => new ComparisonVerdict("before", "after", Difference, Rope).Evidence;

    private double Value => Difference.Value!.Value;

    private double Low => Difference.Low!.Value;

    private double High => Difference.High!.Value;

    private string Moved => Low > 0
        ? $"The rate rose by {Points(Value)} percentage points (95 % {Points(Low)} to {Points(High)})"
        : $"The rate fell by {Points(-Value)} percentage points (95 % {Points(-High)} to {Points(-Low)})";

    private string Signed => $"{Points(Value)} percentage points (95 % {Points(Low)} to {Points(High)})";

    // Two decimals of the interval's width at least, and an end that is not 0 never reads 0.
    private string Points(double share)
    {
        double smallest = new[] { Math.Abs(share), High - Low }.Where(size => size > 0).DefaultIfEmpty(1).Min();
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(100 * smallest)) + 1, 2, 9);
        return NumberText.Fixed(100 * share, decimals);
    }
}
