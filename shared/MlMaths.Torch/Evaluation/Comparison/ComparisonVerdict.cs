using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the interval of a difference allows to be said about two models, and not a word more: nothing but the interval and
/// the region of practical equivalence ±r decides.
/// <code>
/// no interval           not enough        [low, high] within [−r, r]     equivalent
/// low > r or high &lt; −r  strong            0 in [low, high]               not enough        else  weak
/// </code>
/// Where it is not enough to say, <see cref="Torch.Evaluation.SmallestShown"/> says what would have been.
/// </summary>
/// <param name="First">Name of the model that is compared with.</param>
/// <param name="Second">Name of the other one.</param>
/// <param name="Gain">How much the second is better: its score less that of the first, or the first's loss less its own.</param>
/// <param name="Rope">r, 0 or more: a gain no larger would change no decision. At 0 nothing is equivalent but 0.</param>
public sealed record ComparisonVerdict(string First, string Second, Interval Gain, double Rope)
{
    /// <summary>What the gain is counted in, such as <c>ROC AUC</c>; empty where the sentence around it says so.</summary>
    public string Measure { get; init; } = "";

    /// <summary>How much the interval says.</summary>
    public Evidence Evidence => Gain switch
    {
        { Low: double low, High: double high } when low >= -Rope && high <= Rope => Evidence.Equivalent,
        { Low: double low, High: double high } when low > Rope || high < -Rope => Evidence.Strong,
        { Low: double low, High: double high } when low > 0 || high < 0 => Evidence.Weak,
        _ => Evidence.NotEnough,
    };

    /// <summary><c>B is better by 0.012 (95 % 0.003 to 0.021); strong evidence.</c></summary>
    public string Sentence => Evidence switch
    {
        Evidence.Strong => $"{Ahead} is better by {Sized}; strong evidence.",
        Evidence.Weak =>
            $"{Ahead} is better by {Sized}; "
            + $"weak evidence, as a difference of {NumberText.NeverZero(Rope)} or less would not matter and is not ruled out.",
        Evidence.Equivalent => $"{First} and {Second} are practically equal: {Ahead} is ahead by {Sized}, "
            + $"all within ±{NumberText.NeverZero(Rope)}.",
        Evidence.NotEnough when SmallestShown is { } smallest =>
            $"Not enough to say which of {First} and {Second} is better: {Ahead} is ahead by {Sized}; {smallest.Clause()}.",
        _ when Gain.HasEnds => $"Not enough to say which of {First} and {Second} is better: {Ahead} is ahead by {Sized}.",
        _ when Gain.Value is double gain =>
            $"{Ahead} is ahead by {NumberText.NeverZero(Math.Abs(gain))}{InMeasure}, with no interval, as {Gain.WhyUndefined}; not "
            + $"enough to say.",
        _ => $"{First} and {Second} cannot be compared, as {Gain.WhyUndefined}; not enough to say.",
    };

    /// <summary>The smallest difference that these numbers would have shown; null without an interval.</summary>
    public SmallestShown? SmallestShown { get; } = SmallestShown.Of(Gain);

    // An interval of resamples need not hold the value itself: it goes first.
    private bool IsSecondAhead => Gain.Low > 0 || (!(Gain.High < 0) && Gain.Value >= 0);

    private string Ahead => IsSecondAhead ? Second : First;

    // Said of the one that is ahead; where it is better, both ends are positive, and neither reads 0.000.
    private string Sized
    {
        get
        {
            Interval said = IsSecondAhead ? Gain : Gain.Turned();
            return $"{NumberText.NeverZero(said.Value!.Value)}{InMeasure} ({Level} {NumberText.NeverZero(said.Low!.Value)} to "
                + $"{NumberText.NeverZero(said.High!.Value)})";
        }
    }

    private string InMeasure => Measure.Length == 0 ? "" : $" in {Measure}";

    private string Level => NumberText.Percent(Gain.Confidence, 2);
}
