using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>The law of conversions: where it comes from, that it holds, and where it breaks.</summary>
internal static class BinomialSection
{
    public static Section Of(BinomialFindings findings) => new(
        "How many conversions does chance allow? Bernoulli and binomial",
        [
            new Paragraph(
                $"One visitor converts (1) or does not (0): a Bernoulli variable, with mean p. "
                + $"As 0² = 0 and 1² = 1, its square has the same mean, and its variance is p − p². "
                + $"A day's conversions are the sum over its visitors; "
                + $"each order of k ones and n − k zeros has the same probability, and there are C(n, k) orders:"),
            new Formula(Tex.Of("""
                \begin{aligned}
                X_i &\in \{0, 1\}, \quad P(X_i = 1) = p \\
                \mathrm{E}[X_i] &= p, \quad \mathrm{var}[X_i] = \mathrm{E}[X_i^2] - \mathrm{E}[X_i]^2 = p (1 - p) \\
                X &= X_1 + \dots + X_n && \text{independent} \\
                \mathrm{E}[X] &= np, \quad \mathrm{var}[X] = np (1 - p) \\
                P(X = k) &= \binom{n}{k} p^k (1 - p)^{n - k}
                \end{aligned}
                """)),
            new FigureBlock(
                CountLawFigure.Draw("binomial", "conversions a day", "binomial law", "simulated days", findings.Fair.Shares),
                $"{findings.Fair.Periods:#,0} days of {BinomialFindings.Visitors} visitors, "
                + $"each of whom decides with probability {BinomialFindings.ConversionRate}: {Held(findings.Fair)} The lines are "
                + $"95 % intervals of the shares, so about one in twenty may miss."),
            new Paragraph(
                $"The law makes two assumptions: one p for all, and independent visitors. Break either one. "
                + $"**Days that differ**: the probability is {BinomialFindings.ConversionRate + BinomialFindings.Spread} or "
                + $"{BinomialFindings.ConversionRate - BinomialFindings.Spread}, day by day. "
                + $"Visitors of one day now have something in common, a correlation of ρ = spread²/(p(1 − p)), "
                + $"and the variance grows by 1 + (n − 1)ρ = {BinomialFindings.MovingRatio:0.00}. "
                + $"**Visitors who come twice**: {BinomialFindings.Visitors} visits of {BinomialFindings.Visitors / 2} "
                + $"people, where half of the second visits end as the first did; counted as "
                + $"{BinomialFindings.Visitors} trials, the variance grows by {BinomialFindings.TwiceRatio:0.00}."),
            new FigureBlock(
                CountLawFigure.Draw("binomial-breaks", "conversions a day", "binomial law", "days that differ", findings.Moving.Shares),
                $"The same mean, but days are good or bad: {Held(findings.Moving)}").Told(),
            new Table(
                $"Variance over that of the binomial law, with its interval from a bootstrap over "
                + $"{findings.Fair.Periods:#,0} days, beside what theory predicts; and how many days lie outside the "
                + $"range that should contain all but {findings.Fair.Promised:P1} of them.",
                ["Visitors", "Variance ratio", "Expected", "Days outside"],
                [
                    Row("independent", findings.Fair, 1),
                    Row("days differ", findings.Moving, BinomialFindings.MovingRatio),
                    Row("come twice", findings.Twice, BinomialFindings.TwiceRatio),
                ]),
            new Paragraph(Strays(findings)),
        ],
        Conclusion(findings));

    internal static MarkdownText Held(SimulatedCounts counts)
    {
        int held = counts.Shares.Count(share => share.Seen.Contains(share.Expected));
        return MarkdownText.Of($"the intervals of {held} of {counts.Shares.Count} points contain their bar.");
    }

    private static IReadOnlyList<MarkdownText> Row(string name, SimulatedCounts counts, double expected) =>
        [name, RatioText.Of(counts.Dispersion.Ratio), $"{expected:0.00}", $"{counts.Beyond.Value:P1}"];

    private static MarkdownText Strays(BinomialFindings findings) => RatioText.Strays(
        ("independent visitors", findings.Fair.Dispersion.Ratio, 1),
        ("days that differ", findings.Moving.Dispersion.Ratio, BinomialFindings.MovingRatio),
        ("visitors who come twice", findings.Twice.Dispersion.Ratio, BinomialFindings.TwiceRatio));

    private static MarkdownText Conclusion(BinomialFindings findings)
    {
        Interval fair = findings.Fair.Dispersion.Ratio, moving = findings.Moving.Dispersion.Ratio, twice = findings.Twice.Dispersion.Ratio;
        MarkdownText held = fair.Contains(1)
            ? MarkdownText.Of($"Independent visitors spread as the binomial law says: a ratio of {RatioText.Of(fair)}. ")
            : MarkdownText.Empty;
        return moving.Low > 1 && twice.Low > 1
            ? MarkdownText.Of(
                $"{held}Days that differ make the variance {moving.Value:0.0} times as large, "
                + $"and visitors who come twice {twice.Value:0.0} times: "
                + $"intervals are then too short by the square root of that, so count people, and compare within days.")
            : MarkdownText.Of(
                $"{held}With so few days the broken cases do not clearly show: "
                + $"{RatioText.Of(moving)} and {RatioText.Of(twice)}.");
    }
}
