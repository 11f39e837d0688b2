using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>The law of rare events: where it comes from, that it holds, and where it breaks.</summary>
internal static class PoissonSection
{
    public static Section Of(PoissonFindings findings) => new(
        "How many events does chance allow? Poisson",
        [
            new Paragraph(
                $"Tickets per day have no fixed number of trials. "
                + $"Cut the day into n moments so short that each has one event at most, with probability λ/n, "
                + $"and let n grow: the binomial law has a limit in which only the mean λ is left."),
            new Formula(Tex.Of("""
                \begin{aligned}
                & \binom{n}{k} \left(\frac{\lambda}{n}\right)^k \left(1 - \frac{\lambda}{n}\right)^{n - k} \\
                &= \frac{\lambda^k}{k!} \cdot \frac{n \cdots (n - k + 1)}{n^k}
                    \cdot \left(1 - \frac{\lambda}{n}\right)^n \cdot \left(1 - \frac{\lambda}{n}\right)^{-k} \\
                &\to \frac{\lambda^k}{k!} \cdot 1 \cdot e^{-\lambda} \cdot 1 \\
                P(X = k) &= \frac{\lambda^k e^{-\lambda}}{k!} \\
                \mathrm{E}[X] &= \lambda, \quad \mathrm{var}[X] = \lim np (1 - p) = \lambda
                \end{aligned}
                """)),
            new Table(
                $"How fast: a mean of {PoissonFindings.EventRate} from n trials, and the largest difference between the two "
                + $"laws in any probability. It is at most λ²/n (L. Le Cam, 1960).",
                ["Trials n", "Distance", "Le Cam's bound"],
                [.. findings.Limit.Select(at =>
                    (IReadOnlyList<MarkdownText>)[$"{at.Trials:#,0}", $"{at.Distance:0.0000}", $"{at.Bound:0.000}"])]),
            new FigureBlock(
                CountLawFigure.Draw("poisson", "events a day", "Poisson law", "simulated days", findings.Fair.Shares),
                $"{findings.Fair.Periods:#,0} days with {PoissonFindings.EventRate} independent events on average: "
                + $"{BinomialSection.Held(findings.Fair)}"),
            new Paragraph(
                $"Variance and mean are one number, so their ratio, the dispersion index D = s²/x̄, is 1, and one can see when the "
                + $"law breaks. Let events come in **bursts** (one broken page makes several tickets): half as many starts, and each "
                + $"brings M tickets, geometric with mean {PoissonFindings.MeanBurst}. The mean stays, and D becomes E[M²]/E[M] = "
                + $"{PoissonFindings.BurstRatio:0}."),
            new FigureBlock(
                CountLawFigure.Draw("poisson-breaks", "events a day", "Poisson law", "days with bursts", findings.Bursts.Shares),
                $"The same mean in bursts: {BinomialSection.Held(findings.Bursts)} Days without any event are "
                + $"{findings.Bursts.Shares[0].Seen.Value:P1}, "
                + $"where the law says {findings.Bursts.Shares[0].Expected:P1}."),
            new Table(
                $"The dispersion index over {findings.Fair.Periods:#,0} days with its bootstrap interval, "
                + $"and how often its χ² test, (k − 1)D against χ² with k − 1 degrees of freedom, "
                + $"rejects the Poisson law for a series of {PoissonFindings.Series} days.",
                ["Events", "Index D", "Expected", "Poisson rejected"],
                [
                    ["independent", RatioText.Of(findings.Fair.Dispersion.Ratio), "1.00", $"{findings.FairRejected.Value:P1}"],
                    [
                        "in bursts", RatioText.Of(findings.Bursts.Dispersion.Ratio), $"{PoissonFindings.BurstRatio:0.00}",
                        $"{findings.BurstsRejected.Value:P1}",
                    ],
                ]),
            new Paragraph(RatioText.Strays(
                ("independent events", findings.Fair.Dispersion.Ratio, 1),
                ("bursts", findings.Bursts.Dispersion.Ratio, PoissonFindings.BurstRatio))),
        ],
        Conclusion(findings));

    private static MarkdownText Conclusion(PoissonFindings findings)
    {
        Interval fair = findings.Fair.Dispersion.Ratio, bursts = findings.Bursts.Dispersion.Ratio;
        MarkdownText held = fair.Contains(1)
            ? MarkdownText.Of($"Independent events have a variance of {RatioText.Of(fair)} times their mean, as the law says. ")
            : MarkdownText.Empty;
        return bursts.Low > 1
            ? MarkdownText.Of(
                $"{held}In bursts the variance is {bursts.Value:0.0} times the mean; the test detects {findings.BurstsRejected.Value:P0} "
                + $"of such months, and rejects {findings.FairRejected.Value:P1} of the regular ones.")
            : MarkdownText.Of($"{held}With so few days the bursts do not clearly show: {RatioText.Of(bursts)}.");
    }
}
