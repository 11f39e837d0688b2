using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>When the mean of skewed values is as good as normal, and what happens where it is not.</summary>
internal static class MeanSection
{
    private const int Far = 100;

    // An upper end that reads as the promise itself.
    private const double JustKept = 0.0005;

    public static Section Of(MeanFindings findings)
    {
        MeanLaw wild = findings.Laws[^1];
        return new Section(
            "When is an average normal? The mean order value",
            [
                new Paragraph(
                    $"Order values are skewed: many are small, a few very large. "
                    + $"Their *mean* over n orders is still nearly normal if n is large enough for the skew: "
                    + $"independent third moments add up to n, the standard deviation cubed to n^(3/2), "
                    + $"so the skew of the mean shrinks as 1/√n (and all higher ones faster). How close it gets, "
                    + $"Berry and Esseen bounded for every law and every n (the constant is I. Shevtsova's, 2011):"),
                new Formula(Tex.Of("""
                    \begin{aligned}
                    z &= \frac{\bar x - \mu}{\sigma/\sqrt n} \\
                    \mathrm{skew}(z) &= \frac{n\, \mathrm{E}[(X - \mu)^3]}{(\sqrt n\, \sigma)^3} = \frac{\gamma}{\sqrt n} \to 0 \\
                    |P(z \le x) - \Phi(x)| &\le 0.4748\, \frac{\rho}{\sqrt n}
                        && \text{$\rho = \mathrm{E}[|X - \mu|^3]/\sigma^3$} \\
                    &\approx \frac{\gamma}{6 \sqrt{2\pi n}} && \text{at $x = 0$, large $n$}
                    \end{aligned}
                    """)),
                new FigureBlock(
                    CountLawFigure.Draw(
                        "mean-skewed", "standard errors from the true mean (rounded)", "normal law",
                        $"means of {MeanLaw.Shown} orders", wild.At20),
                    $"Means of {MeanLaw.Shown} orders with a skew of {wild.Skewness:0.#}, "
                    + $"{findings.Simulations:#,0} times: {Held(wild)} Most samples contain no very large order, "
                    + $"and their mean lies a little below the truth; the few that do lie far above."),
                new FigureBlock(
                    PromisedRateFigure.Draw(
                        "mean-coverage", "number of orders averaged, n", "coverage of the 95 % interval",
                        [.. MeanFindings.Sizes.Select(n => (double)n)],
                        [.. findings.Laws.Select(law => new NamedCurve(
                            FormattableString.Invariant($"skew {law.Skewness:0.#}"),
                            [.. law.Coverage.Select(share => share.Value)]))],
                        0.95),
                    $"How often x̄ ± t s/√n contains the true mean, over {findings.Simulations:#,0} samples of each "
                    + $"law. {Worst(findings)}"),
                new Table(
                    $"Log-normal values, σ the spread of their logarithm (0 stands for normal values themselves). "
                    + $"Distance is the largest one between the law of the simulated means of {Far} values and the "
                    + $"normal law; {findings.Simulations:#,0} samples alone leave about "
                    + $"{0.87 / Math.Sqrt(findings.Simulations):0.000}. "
                    + $"The bound holds for any law, so it is loose; above 1 it says nothing.",
                    [
                        "σ", "Skew γ", "ρ", "Distance", "First term", "Bound", $"Coverage, n = {MeanFindings.Sizes[2]}",
                        $"n = {MeanFindings.Sizes[^1]:#,0}",
                    ],
                    [.. findings.Laws.Select(Row)]),
                new Paragraph(Kept(findings)),
            ],
            Conclusion(findings));
    }

    private static IReadOnlyList<MarkdownText> Row(MeanLaw law) =>
    [
        $"{law.Sigma:0.0}", $"{law.Skewness:0.0}", $"{law.ThirdMoment:0.0}",
        $"{law.Distance[MeanFindings.Sizes.ToList().IndexOf(Far)]:0.000}",
        $"{BerryEsseen.FirstTerm(law.Skewness, Far):0.000}",
        $"{BerryEsseen.Bound(law.ThirdMoment, Far):0.00}", $"{law.Coverage[2].Value:P1}", $"{law.Coverage[^1].Value:P1}",
    ];

    private static MarkdownText Held(MeanLaw law) =>
        MarkdownText.Of(
            $"the intervals of {law.At20.Count(share => share.Seen.Contains(share.Expected))} of "
            + $"{law.At20.Count} points contain their bar.");

    private static MarkdownText Worst(MeanFindings findings)
    {
        (MeanLaw law, Interval coverage, int size) = findings.Laws
            .SelectMany(law => law.Coverage.Zip(MeanFindings.Sizes, (coverage, size) => (law, coverage, size)))
            .MinBy(at => at.coverage.Value);
        return MarkdownText.Of($"It is lowest for a skew of {law.Skewness:0.#} at n = {size}: {coverage.Value:P1}.");
    }

    // The first size from which on no interval of the coverage lies below the promise.
    private static int KeptFrom(MeanLaw law) => law.Coverage.ToList().FindLastIndex(share => share.High < 0.95) + 1;

    private static MarkdownText Kept(MeanFindings findings) => MarkdownText.Join(" ",
    [
        .. findings.Laws.Where(law => law.Skewness > 0).Select(law => KeptFrom(law) is int first && first < law.Coverage.Count
            ? MarkdownText.Of(
                $"At a skew of {law.Skewness:0.#}, {findings.Simulations:#,0} samples show no shortfall from n = "
                + $"{MeanFindings.Sizes[first]:#,0} on{(law.Coverage[first].High < 0.95 + JustKept ? ", and only just" : "")}: "
                + $"{Percent(law.Coverage[first])} there.")
            : MarkdownText.Of(
                $"At a skew of {law.Skewness:0.#} the interval falls short at every size tried: {Percent(law.Coverage[^1])} at n = "
                + $"{MeanFindings.Sizes[^1]:#,0}.")),
    ]);

    private static MarkdownText Conclusion(MeanFindings findings)
    {
        MeanLaw law = findings.Laws.MaxBy(one => one.Skewness)!;
        int first = KeptFrom(law);
        MarkdownText needs = first < law.Coverage.Count
            ? MarkdownText.Of($"needs n = {MeanFindings.Sizes[first]:#,0} to show no shortfall")
            : MarkdownText.Of(
                $"still contains the mean in only {Percent(law.Coverage[^1])} of samples at n = {MeanFindings.Sizes[^1]:#,0}");
        return MarkdownText.Of(
            $"“n above 30” is not a rule: look at the skew. At one of {law.Skewness:0.#} the 95 % interval {needs}.");
    }

    private static string Percent(Interval share) => NumberText.PercentInterval(share.Value!.Value, share.Low!.Value, share.High!.Value);
}
