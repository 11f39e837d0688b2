using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Reporting;

/// <summary>What a page says of a gain whose interval holds 0: that it is not enough to say, and what would have been.</summary>
public static class NotEnough
{
    /// <summary>
    /// <c>not enough to say which is cheaper; a saving of about 120 units would have been shown (power 0.8)</c>, a clause without its
    /// full stop. Without an interval the second half is left out.
    /// </summary>
    /// <param name="gain">With the unit that is printed.</param>
    /// <param name="what">As an indirect question: <c>which is cheaper</c>.</param>
    /// <param name="noun">What a gain of this kind is called: <c>saving</c>.</param>
    public static MarkdownText ToSay(Measurement gain, string what, string noun = "difference") =>
        Said(SmallestShown.Of(gain.Low, gain.High, gain.Confidence ?? Interval.DefaultConfidence), what, noun, gain.Unit);

    /// <summary>The same of an interval.</summary>
    /// <param name="gain">Whose interval holds 0.</param>
    /// <param name="what">As an indirect question.</param>
    /// <param name="noun">What a gain of this kind is called.</param>
    /// <param name="unit">Of the interval; empty for a bare number.</param>
    public static MarkdownText ToSay(Interval gain, string what, string noun = "difference", string unit = "") =>
        Said(SmallestShown.Of(gain), what, noun, unit);

    private static MarkdownText Said(SmallestShown? smallest, string what, string noun, string unit) => smallest is null
        ? MarkdownText.Of($"not enough to say {what}")
        : MarkdownText.Of($"not enough to say {what}; {smallest.Clause(noun, unit)}");
}
