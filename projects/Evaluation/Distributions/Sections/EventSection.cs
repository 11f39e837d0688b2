using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>Two rates of events.</summary>
internal static class EventSection
{
    public static Section Of(DistributionsOptions options, EventFindings events, PoissonFindings poisson, Measurements measurements)
    {
        TwoEventRates counts = events.Counts;
        MarkdownText story = options.AreEventsStory
            ? MarkdownText.Of($"Tickets of the same made-up shop (give your own with `--before-events` and "
                + $"`--after-events`): ")
            : MarkdownText.Empty;
        return new Section(
            "Did the rate of events change?",
            [
                new Paragraph(
                    $"{story}{Counted.Of(counts.FirstEvents, "event")} in "
                    + $"{Counted.Of((long)Math.Round(counts.FirstPeriods), "period")} before, "
                    + $"{counts.SecondEvents:#,0} in {counts.SecondPeriods:#,0} after: {measurements["events.before"]} "
                    + $"and {measurements["events.after"]} per period. If the rate is the same, "
                    + $"each of the {Counted.Of(counts.FirstEvents + counts.SecondEvents, "event")} fell "
                    + $"into the time after like a coin toss, "
                    + $"with probability {counts.SecondPeriods / (counts.FirstPeriods + counts.SecondPeriods):0.000}; "
                    + $"so the test of two Poisson rates is an exact test of a coin."),
                new Formula(Tex.Of("""
                    \begin{aligned}
                    x_2 \mid x_1 + x_2 = n &\sim \mathrm{Binomial}(n, s) \\
                    s &= \frac{\lambda_2 t_2}{\lambda_1 t_1 + \lambda_2 t_2}
                        \quad\Rightarrow\quad \frac{\lambda_2}{\lambda_1} = \frac{s}{1 - s} \cdot \frac{t_1}{t_2}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"Ratio of the rates, after over before: {measurements["events.ratio"]}; "
                    + $"exact {PValueText.Equation(events.Test.PValue)}, "
                    + $"mid-{PValueText.Equation(events.Test.MidPValue)}."),
                .. Edge(events),
                Callout.Caution(
                    $"The test assumes that events are independent. "
                    + $"For two months without any change it reports one in {poisson.FairChange.Value:P1} of cases "
                    + $"where they "
                    + $"are, and {poisson.BurstsChange.Value:P1} where they come in the bursts above. "
                    + $"Check the dispersion index of the counts per day first.").Folded(),
            ],
            Conclusion(events, measurements["events.ratio"]));
    }

    // A central interval and a test of unlikely counts are built differently.
    private static Block[] Edge(EventFindings events) =>
        events.Ratio.HasEnds && events.Ratio.Contains(1) == events.Test.PValue < ChangeFindings.Level
            ? [new Paragraph($"The interval and the exact test disagree at 5 %: the evidence is borderline.")]
            : [];

    private static MarkdownText Conclusion(EventFindings events, Measurement ratio) => events.Ratio switch
    {
        { Value: null } when events.Counts.SecondEvents == 0 => MarkdownText.Of($"There were no events before or "
            + $"after, so nothing can be said."),
        { Value: null } => MarkdownText.Of(
            $"There were no events before, so there is no ratio; "
            + $"the exact test gives {PValueText.Equation(events.Test.PValue)}."),
        { Low: > 1 } => MarkdownText.Of($"If the events are independent, the rate rose to {Range(ratio)} times what it was."),
        { High: < 1 } => MarkdownText.Of($"If the events are independent, the rate fell to {Range(ratio)} times what it was."),
        _ => MarkdownText.Of(
            $"The rate is {Range(ratio)} times what it was: "
            + $"as the interval includes 1, that is not enough to say whether it changed."),
    };

    private static MarkdownText Range(Measurement ratio) => $"{ratio.ValueText} (95 % {ratio.RangeText})";
}
