using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Distributions.Sections;

/// <summary>Two rates of events.</summary>
internal static class EventSection
{
    public static Section Of(DistributionsOptions options, EventFindings events, PoissonFindings poisson, Measurements measurements)
    {
        TwoRates counts = events.Counts;
        MarkdownText story = options.AreEventsStory
            ? MarkdownText.Of($"Tickets of the same made-up shop (your own go into `--before-events` and `--after-events`):")
            : MarkdownText.Empty;
        return new Section(
            "Did the rate of events change?",
            [
                new Paragraph($"{story} {counts.FirstEvents:#,0} events in {counts.FirstPeriods:#,0} periods before, {counts.SecondEvents:#,0} in {counts.SecondPeriods:#,0} after: {measurements["events.before"]} and {measurements["events.after"]} per period. If the rate is the same, each of the {counts.FirstEvents + counts.SecondEvents:#,0} events fell into the time after as a coin falls, with probability {counts.SecondPeriods / (counts.FirstPeriods + counts.SecondPeriods):0.000}; so the test of two Poisson rates is an exact one of a coin."),
                new Formula("""
                    x₂ | x₁ + x₂ = n  ~  Binomial(n, s)
                    s = λ₂t₂/(λ₁t₁ + λ₂t₂)   ⇒   λ₂/λ₁ = s/(1 − s) · t₁/t₂
                    """),
                new Paragraph($"Ratio of the rates, after over before: {measurements["events.ratio"]}; exact p = {events.Test.PValue:0.0000}, mid-p = {events.Test.MidPValue:0.0000}."),
                .. Edge(events),
                Callout.Caution($"The test believes that events are independent. For two months without any change it calls {poisson.FairChange.Value:P1} a change where they are, and {poisson.BurstsChange.Value:P1} where they come in the bursts above. Look at the dispersion index of the counts per day first."),
            ],
            Conclusion(events));
    }

    // A central interval and a test of unlikely counts are built differently.
    private static Block[] Edge(EventFindings events) => events.Ratio.HasEnds && events.Ratio.Contains(1) == events.Test.PValue < ChangeFindings.Level
        ? [new Paragraph($"Interval and exact test disagree about 5 %: the counts stand on the edge.")]
        : [];

    private static MarkdownText Conclusion(EventFindings events) => events.Ratio switch
    {
        { Value: null } when events.Counts.SecondEvents == 0 => MarkdownText.Of($"Nothing happened before or after: nothing is shown."),
        { Value: null } => MarkdownText.Of($"There were no events before, so there is no ratio; the exact test gives p = {events.Test.PValue:0.0000}."),
        { Low: > 1 } => MarkdownText.Of($"If the events are independent, the rate rose to {Range(events.Ratio)} times what it was."),
        { High: < 1 } => MarkdownText.Of($"If the events are independent, the rate fell to {Range(events.Ratio)} times what it was."),
        _ => MarkdownText.Of($"The rate is {Range(events.Ratio)} times what it was: as 1 lies in the interval, no change is shown, nor that there is none."),
    };

    private static MarkdownText Range(Interval ratio) => $"{ratio.Value:0.00} (95 % {ratio.Low:0.00} to {ratio.High:0.00})";
}
