using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>Whether these numbers could have shown what matters, and how many would.</summary>
internal static class PowerSection
{
    public static Section Of(ChangeFindings change, CoverageFindings coverage)
    {
        double wished = change.Counts.First + change.Matters;
        return new Section(
            "Were there enough visitors?",
            [
                new Paragraph(
                    $"A test without enough visitors finds nothing, whether there is a change or not. What should not be missed "
                    + $"(`--matters`) is {(change.Matters > 0 ? "a rise" : "a fall")} of {change.MattersText}, from "
                    + $"{change.Counts.First:0.0000} to {wished:0.0000}; that is another question than what would change no decision. "
                    + $"Before the counts are known, the chance to detect it is called the power. Computed afterwards, with the "
                    + $"difference that was found, it only repeats the p-value, so that is not done here."),
                new Formula(Tex.Of("""
                    \begin{aligned}
                    s_0^2 &= q (1 - q) \left(\frac{1}{n_1} + \frac{1}{n_2}\right)
                        && \text{nothing changed, $q$ common} \\
                    s_1^2 &= \frac{p_1 (1 - p_1)}{n_1} + \frac{p_2 (1 - p_2)}{n_2}
                        && \text{the rates differ by $\delta$} \\
                    \text{power} &= \Phi\left(\frac{\delta - 1.96\, s_0}{s_1}\right) + \Phi\left(\frac{-\delta - 1.96\, s_0}{s_1}\right) \\
                    n &= \frac{\left(1.96 \sqrt{2q (1 - q)} + 0.84 \sqrt{p_1 (1 - p_1) + p_2 (1 - p_2)}\right)^2}{\delta^2}
                        && \text{of each, for 80 \%}
                    \end{aligned}
                    """)),
                new Table(
                    Caption(coverage),
                    ["From", "To", "Visitors each", "Formula", "All outcomes"],
                    [.. coverage.Powers.Select(at => (IReadOnlyList<MarkdownText>)[
                        $"{at.First:0.00}", $"{at.Second:0.00}", $"{at.Trials:#,0}", $"{at.Formula:0.0000}",
                        $"{at.Exact:0.0000}",
                    ])]),
            ],
            Conclusion(change));
    }

    private static MarkdownText Caption(CoverageFindings coverage) =>
        $"The formulas against a sum over all outcomes: visitors per group for 80 %, the power by the formula, "
        + $"and the share of outcomes in which the z test reports a change. "
        + $"They differ by at most {coverage.Powers.Max(at => Math.Abs(at.Formula - at.Exact)):0.0000}.";

    internal static MarkdownText Conclusion(ChangeFindings change)
    {
        TwoProportions counts = change.Counts;
        MarkdownText chance =
            $"with {counts.FirstTrials:#,0} and {Counted.Of(counts.SecondTrials, "visitor")} the chance "
            + $"to detect a change of {change.MattersText}, which should not be missed, was {change.Power:P1}; "
            + $"a chance of 80 % takes {change.Needed:#,0} in each group";
        return change.Power >= ChangeFindings.WantedPower
            ? MarkdownText.Of($"Yes: {chance}.")
            : MarkdownText.Of($"No: {chance}. {Learnt(change.Verdict.Evidence)}");
    }

    private static MarkdownText Learnt(Evidence evidence) => evidence switch
    {
        Evidence.Strong or Evidence.Weak => MarkdownText.Of(
            $"This test found a change all the same; had it found none, little would have been learnt."),
        Evidence.NotEnough => MarkdownText.Of($"As this test shows none, little is learnt."),
        Evidence.Equivalent => MarkdownText.Of($"What was found is a small change, and the interval is short enough to say so."),
    };
}
