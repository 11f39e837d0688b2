using MlMaths.Torch.EvaluationPack.Distributions.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class DistributionsReport
{
    public static ProjectResult Of(DistributionsFindings findings)
    {
        Measurements measurements = DistributionsMeasurements.Of(findings);
        var report = new Report(
            "Is this change real or noise?",
            Lead(findings),
            [
                ChangeSection.Of(findings.Change, measurements),
                PowerSection.Of(findings.Change, findings.Coverage),
                ChanceSection.Of(findings.Chance, measurements),
                BinomialSection.Of(findings.Binomial),
                PoissonSection.Of(findings.Poisson),
                EventSection.Of(findings.Options, findings.Events, findings.Poisson, measurements),
                MeanSection.Of(findings.Means),
                CoverageSection.Of(findings.Coverage),
            ]);
        return new ProjectResult(report, measurements, Cv(findings, measurements))
        {
            Headline = ["change.difference", "change.p_fisher", "change.power"],
            Spoken = [findings.Change.Verdict.Sentence],
            Documents = [new ResultDocument("statistics.json", DistributionsStatistics.Of(findings))],
        };
    }

    private static MarkdownText Lead(DistributionsFindings findings) => MarkdownText.Join(" ",
    [
        ChangeSection.Story(findings.Options),
        MarkdownText.Of($"**{findings.Change.Verdict.Sentence}** Below, each law behind such numbers is derived, simulated, and broken."),
    ]);

    private static CvLines Cv(DistributionsFindings findings, Measurements measurements)
    {
        var cv = new CvLines();
        ChanceFindings chance = findings.Chance;
        if (chance.EveryDay[^1].Low > chance.AtEnd[^1].High)
        {
            cv.Add(
                $"Showed by simulation what peeking does to an A/B test: "
                + $"{measurements["chance.daily"].InPercent} of z tests without any change report one to whoever looks "
                + $"daily, against {measurements["chance.at_end"].InPercent} with a single look.");
        }
        if (findings.Coverage.WilsonLeast > findings.Coverage.WaldLeast)
        {
            cv.Add(
                $"Implemented score intervals for rates and differences of rates, and computed their coverage over all "
                + $"outcomes: at least {measurements["coverage.wilson_least"].InPercent:value} for Wilson's, "
                + $"where the textbook interval falls to {measurements["coverage.wald_least"].InPercent:value}.");
        }
        if (findings.Poisson.Bursts.Dispersion.Ratio.Low > 1)
        {
            cv.Add(
                $"Measured overdispersion: with events in bursts the variance is "
                + $"{measurements["poisson.ratio_bursts"]} times the mean, and an exact Poisson test reports a change for "
                + $"{measurements["poisson.change_bursts"].InPercent:value} of unchanged rates.");
        }
        return cv;
    }
}
