using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>How often chance alone is called a change, and what peeking does to it.</summary>
internal static class ChanceSection
{
    public static Section Of(ChanceFindings chance, Measurements measurements)
    {
        double[] days = [.. Enumerable.Range(1, chance.Days).Select(day => (double)day)];
        return new Section(
            "How often does chance alone look like a change?",
            [
                new Paragraph(
                    $"Show both groups the same page, and there is no change to find: an A/A test. "
                    + $"{chance.Simulations:#,0} of them were simulated, "
                    + $"each with {Counted.Of(chance.VisitorsADay, "visitor")} a day in each group over "
                    + $"{chance.Days} days, all converting with a probability of {chance.ConversionRate:0.0000}. "
                    + $"A p-value below 0.05, here that of the z test, should then occur in only 5 of 100, each a false alarm."),
                new FigureBlock(
                    PromisedRateFigure.Draw(
                        "peeking", "day", "share of A/A tests that report a change", days,
                        [
                            Curve("daily looks", chance.EveryDay), Curve("weekly looks", chance.EveryWeek),
                            Curve("one look", chance.AtEnd),
                        ],
                        ChangeFindings.Level),
                    Caption(chance)).Told(),
                new Paragraph(
                    $"That holds for one look at a number of visitors fixed beforehand. Whoever looks every day "
                    + $"and stops at the first p below 0.05 has {chance.Days} chances to be wrong. "
                    + $"They are not independent, as each look sees the visitors of those before, "
                    + $"so it is not 1 − 0.95^{chance.Days} = {1 - Math.Pow(0.95, chance.Days):P0}; "
                    + $"but it is {measurements["chance.daily"].InPercent}, against {measurements["chance.weekly"].InPercent} with a "
                    + $"look every seventh day and {measurements["chance.at_end"].InPercent} with one."),
                new Paragraph(
                    $"Randomising matters as much. In {chance.DaySimulations:#,0} more tests of each kind let days be good or bad at "
                    + $"random, {chance.ConversionRate + chance.DaySpread:0.0000} or "
                    + $"{chance.ConversionRate - chance.DaySpread:0.0000}. Two groups on the same days share their luck: "
                    + $"{measurements["chance.same_days"].InPercent} of the tests report a change at the end. One group *before* and "
                    + $"the other *after* have days of their own: {measurements["chance.other_days"].InPercent}. The test is the same; "
                    + $"it counts visitors, and does not know that they came in {chance.Days} clusters."),
            ],
            Conclusion(chance));
    }

    private static NamedCurve Curve(string name, IReadOnlyList<Interval> shares) => new(name, [.. shares.Select(share => share.Value)]);

    private static MarkdownText Caption(ChanceFindings chance) => chance.EveryDay[^1].Low > chance.AtEnd[^1].High
        ? MarkdownText.Of(
            $"Each look is one more chance to be wrong: by day {chance.Days}, {chance.EveryDay[^1].Value:P1} of the "
            + $"tests have reported a change at some daily look. One look, on whichever day, "
            + $"stays at {chance.AtEnd.Min(share => share.Value):P1} to {chance.AtEnd.Max(share => share.Value):P1}.")
        : MarkdownText.Of(
            $"By day {chance.Days}, {chance.EveryDay[^1].Value:P1} of the tests have reported a change at some "
            + $"daily look, and {chance.AtEnd[^1].Value:P1} do so at the last: no more than chance explains.");

    private static MarkdownText Conclusion(ChanceFindings chance)
    {
        MarkdownText peeking = chance.EveryDay[^1].Low > chance.AtEnd[^1].High
            ? MarkdownText.Of(
                $"Looking every day raises the false-alarm rate of the z test from {chance.AtEnd[^1].Value:P1} to "
                + $"{chance.EveryDay[^1].Value:P1}: fix the number of visitors first, and look once.")
            : MarkdownText.Of(
                $"Here looking every day did not raise the false-alarm rate of the z test by more than chance: "
                + $"{chance.EveryDay[^1].Value:P1} against {chance.AtEnd[^1].Value:P1}.");
        MarkdownText days = chance.OtherDays.Low > chance.SameDays.High
            ? MarkdownText.Of(
                $"Comparing different days raises it from {chance.SameDays.Value:P1} to {chance.OtherDays.Value:P1}: "
                + $"run both at the same time.")
            : MarkdownText.Of(
                $"Comparing different days made no visible difference, "
                + $"{chance.OtherDays.Value:P1} against {chance.SameDays.Value:P1}.");
        return MarkdownText.Join(" ", [peeking, days]);
    }
}
