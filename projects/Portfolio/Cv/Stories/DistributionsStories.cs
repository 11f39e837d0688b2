using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>Change or noise: what peeking does, which interval holds, and events in bursts.</summary>
internal static class DistributionsStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement daily = run["chance.daily"].InPercent, once = run["chance.at_end"].InPercent,
            wilson = run["coverage.wilson_least"].InPercent, wald = run["coverage.wald_least"].InPercent,
            bursts = run["poisson.ratio_bursts"], wrong = run["poisson.change_bursts"].InPercent;
        yield return new CvStory(
            "what peeking does to a test",
            $"Simulated peeking: daily looks raise false alarms to {daily}.",
            $"Showed by simulation what peeking does: daily looks report a false change in {daily} of A/B tests, one look in {once}.",
            $"Showed by simulation what peeking does to an A/B test without any change: daily looks report one in {daily} of "
            + $"tests, {daily:range}, a single look in {once}.")
            .IfBeats(daily, once);
        yield return new(
            "an interval that holds",
            $"Computed interval coverage exactly: Wilson at least {wilson}, Wald {wald}.",
            $"Computed the coverage of intervals of a rate over all outcomes: Wilson's at least {wilson}, the textbook one {wald}.",
            $"Implemented score intervals of rates and computed their coverage over all outcomes, case by case: at least "
            + $"{wilson} for Wilson's, where the textbook interval falls to {wald}.");
        yield return new CvStory(
            "events in bursts",
            $"Measured overdispersion: bursts make the variance {bursts} times the mean.",
            $"Measured overdispersion: events in bursts have {bursts} times the Poisson variance, and {wrong} of unchanged "
            + $"rates are reported as changed.",
            $"Measured overdispersion by simulation: events in bursts have {bursts} times the Poisson variance, "
            + $"{bursts:range}, and an exact test then reports a change for {wrong} of unchanged rates.")
            .IfAbove(bursts, 1);
    }
}
