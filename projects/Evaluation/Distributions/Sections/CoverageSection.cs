using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>Whether intervals and tests keep their promise, over all outcomes.</summary>
internal static class CoverageSection
{
    public static Section Of(CoverageFindings findings) => new(
        "Do the intervals keep their promise?",
        [
            new Paragraph(
                $"A 95 % interval should contain the truth for 95 of 100 data sets. "
                + $"For counts this can be checked without simulation: "
                + $"take every outcome, and add up the probabilities of those whose interval contains the truth. "
                + $"As counts jump, the coverage zigzags; no interval for a count can cover exactly 95 % everywhere."),
            new FigureBlock(
                PromisedRateFigure.Draw(
                    "coverage", "true rate", "coverage of 95 % intervals", findings.SuccessRates,
                    [Curve("Wald", findings.Wald), Curve("Wilson", findings.Wilson), Curve("exact", findings.ClopperPearson)], 0.95),
                $"{CoverageFindings.CurveTrials} visitors and a true rate from {findings.SuccessRates[0]} to "
                + $"{findings.SuccessRates[^1]:0.#}: Wald's q ± 1.96 √(q(1 − q)/n) falls to {findings.Wald.Min():P1}, "
                + $"Wilson's lies between {findings.Wilson.Min():P1} and {findings.Wilson.Max():P1}, "
                + $"and Clopper and Pearson's never falls below {findings.ClopperPearson.Min():P1}."),
            new Table(
                $"One rate: the coverage of three 95 % intervals.",
                ["Rate", "Visitors", "Wald", "Wilson", "Clopper–Pearson"],
                [.. findings.Proportions.Select(at => (IReadOnlyList<MarkdownText>)[
                    $"{at.SuccessRate}", $"{at.Trials:#,0}", $"{at.Wald:P1}", $"{at.Wilson:P1}", $"{at.ClopperPearson:P1}",
                ])]),
            new Table(
                $"Two rates, with the same number of visitors: the coverage of intervals of the difference (Wald, Newcombe) and of the "
                + $"ratio (Donner and Zou; samples without a conversion before have none), and the share of samples in which each test "
                + $"reports a change at 5 %. Where the rates are equal that is a false alarm.",
                ["Rates", "Visitors", "Wald", "Newcombe", "Ratio", "z", "Fisher", "mid-p"],
                [.. findings.Differences.Select(Row)]),
            new Paragraph(Fisher(findings)),
        ],
        MarkdownText.Of(
            $"Wilson's interval covers {findings.WilsonLeast:P1} to {findings.WilsonMost:P1} over all rates tried, and Wald's falls to "
            + $"{findings.WaldLeast:P1}; of a difference, Newcombe's covers {findings.Differences.Min(at => at.Newcombe):P1} to "
            + $"{findings.Differences.Max(at => at.Newcombe):P1} in the cases of the table."));

    private static NamedCurve Curve(string name, IReadOnlyList<double> values) => new(name, [.. values.Select(value => (double?)value)]);

    private static IReadOnlyList<MarkdownText> Row(DifferenceCoverage at) =>
    [
        $"{at.First} and {at.Second}", $"{at.Trials:#,0}", $"{at.Wald:P1}", $"{at.Newcombe:P1}", $"{at.Ratio:P1}",
        $"{at.Z:P1}", $"{at.Fisher:P1}", $"{at.Mid:P1}",
    ];

    private static MarkdownText Fisher(CoverageFindings findings)
    {
        DifferenceCoverage[] equal = [.. findings.Differences.Where(at => at.First == at.Second)];
        return MarkdownText.Of(
            $"Where nothing changed, "
            + $"Fisher's exact test reports a change in {equal.Min(at => at.Fisher):P1} to "
            + $"{equal.Max(at => at.Fisher):P1}, "
            + $"never more than 5 %; its mid-p form {equal.Min(at => at.Mid):P1} to {equal.Max(at => at.Mid):P1}.");
    }
}
