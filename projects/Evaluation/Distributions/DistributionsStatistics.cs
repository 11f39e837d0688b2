namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>What <c>statistics.json</c> holds: every interval, test and simulated share.</summary>
internal static class DistributionsStatistics
{
    public static object Of(DistributionsFindings findings) => new
    {
        Change = Change(findings.Change),
        findings.Events,
        findings.Chance,
        Binomial = new
        {
            Fair = findings.Binomial.Fair.Dispersion,
            Moving = findings.Binomial.Moving.Dispersion,
            Twice = findings.Binomial.Twice.Dispersion,
        },
        Poisson = new
        {
            Fair = findings.Poisson.Fair.Dispersion,
            Bursts = findings.Poisson.Bursts.Dispersion,
            findings.Poisson.Limit,
        },
        Means = findings.Means.Laws.Select(
            law => new { law.Sigma, law.Skewness, law.ThirdMoment, MeanFindings.Sizes, law.Coverage, law.Distance })
            .ToArray(),
        findings.Coverage,
    };

    private static object Change(ChangeFindings change) => new
    {
        change.Counts,
        change.Difference,
        change.Ratio,
        change.Wald,
        change.Fisher,
        Posterior = new
        {
            change.Posterior.Mean,
            change.Posterior.Deviation,
            change.Posterior.Greater,
            Equivalent = change.Posterior.Within(change.Rope),
        },
        change.Rope,
        Evidence = change.Verdict.Evidence.ToString(),
        Verdict = change.Verdict.Sentence,
        change.Matters,
        change.Power,
        change.Needed,
        change.Coverage,
    };
}
