using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Whether the rate of events differs.</summary>
/// <param name="Counts">What was counted.</param>
/// <param name="Before">Rate per period before.</param>
/// <param name="After">Rate per period after.</param>
/// <param name="Ratio">After over before.</param>
/// <param name="Test">The exact test.</param>
internal sealed record EventFindings(TwoEventRates Counts, Interval Before, Interval After, Interval Ratio, ExactTest Test)
{
    public static EventFindings Of(TwoEventRates counts) => new(
        counts, TwoEventRates.EventRate(counts.FirstEvents, counts.FirstPeriods),
        TwoEventRates.EventRate(counts.SecondEvents, counts.SecondPeriods),
        counts.Ratio(), counts.Test());
}
