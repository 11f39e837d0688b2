using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>Two conversion rates: interval, tests, belief, verdict.</summary>
internal static class ChangeSection
{
    private const int Points = 240;

    public static MarkdownText Story(DistributionsOptions options)
    {
        TwoProportions counts = options.Counts;
        MarkdownText numbers =
            $"Before, {counts.FirstSuccesses:#,0} of {Counted.Of(counts.FirstTrials, "visitor")} "
            + $"converted; after, {counts.SecondSuccesses:#,0} of {counts.SecondTrials:#,0}.";
        return options.IsStory
            ? MarkdownText.Of(
                $"A shop changed its order form (a made-up example; "
                + $"give your own numbers with `--before` and `--after`). {numbers}")
            : numbers;
    }

    public static Section Of(ChangeFindings change, Measurements measurements)
    {
        List<Block> blocks =
        [
            new Paragraph(
                $"A rate of {measurements["change.before"].InPercent} became {measurements["change.after"].InPercent}: "
                + $"a difference of {measurements["change.difference"].InPercent with { Unit = "points" }}, "
                + $"{Ratio(measurements["change.ratio"])}."),
            new FigureBlock(Figure(change), Caption(change)).Told(),
            new Formula(Tex.Of("""
                \begin{aligned}
                \text{low} &= q_2 - q_1 - \sqrt{(q_2 - l_2)^2 + (u_1 - q_1)^2}
                    && \text{of the difference; $[l, u]$ is Wilson's interval of each rate} \\
                \text{high} &= q_2 - q_1 + \sqrt{(u_2 - q_2)^2 + (q_1 - l_1)^2} \\
                p_i &\sim \mathrm{Beta}(x_i + 1, n_i - x_i + 1) && \text{belief} \\
                P(p_2 - p_1 \le d) &= \int f_2(p)\, (1 - F_1(p - d))\, dp
                \end{aligned}
                """)),
            new Table(
                $"Three ways to read the same counts. The interval says how large the change may be; "
                + $"a p-value only how surprising the counts would be without one; "
                + $"the Bayesian view how probable a rise is, if every rate was equally plausible before.",
                ["Method", "Answer", "Meaning"],
                [.. Rows(change, measurements)]),
            new Paragraph(Agreement(change)),
        ];
        if (change.Coverage is double coverage)
        {
            blocks.Add(new Paragraph(
                $"Does the interval keep its promise for numbers like these? If the two rates were the true ones, "
                + $"it would contain the true difference with a probability of {coverage:P2}, over all outcomes. "
                + $"{Kept(coverage)}"));
        }
        blocks.Add(Callout.Caution(
            $"The counts say whether the rate moved, not why: with one group *before* and the other *after*, seasons, prices and news "
            + $"differ too, and no interval accounts for them."));
        blocks.Add(new Paragraph(
            $"Had visitors been split at random between the two, on the same days, the page would be the only difference."));
        return new Section("Did the conversion rate change?", blocks, change.Verdict.Sentence);
    }

    private static MarkdownText Ratio(Measurement ratio) => ratio.Value is null
        ? MarkdownText.Of($"and no ratio, as nobody converted before")
        : MarkdownText.Of($"a ratio of {ratio}");

    private static IEnumerable<IReadOnlyList<MarkdownText>> Rows(ChangeFindings change, Measurements measurements)
    {
        yield return ["Newcombe's interval", $"{Range(change.Difference)}", Zero(change.Calls.Interval)];
        yield return ["Wald's interval", $"{Range(change.Wald)}", Zero(!change.Wald.Contains(0))];
        yield return ["Fisher's exact test", $"{PValueText.Equation(change.Fisher.PValue)}", Called(change.Calls.Exact)];
        yield return ["its mid-p form", $"{PValueText.Equation(change.Fisher.MidPValue)}", Called(change.Calls.Mid)];
        yield return
        [
            "z test", change.Counts.PValueOfZ is double p
                ? MarkdownText.Of($"{PValueText.Equation(p)}")
                : MarkdownText.Of($"{measurements["change.p_z"]}"),
            Called(change.Calls.Z),
        ];
        yield return ["Bayes: after is higher", $"{Cells.Probability(change.Posterior.Greater)}", ""];
        yield return
        [
            $"Bayes: within ±{change.Rope:0.######}",
            $"{Cells.Probability(change.Posterior.Within(change.Rope))}",
            $"{MarkdownText.Of($"would change no decision")}",
        ];
    }

    private static string Range(Interval interval) => NumberText.Range(
        interval.Low!.Value, interval.High!.Value,
        NumberText.DecimalsFor(interval.Value!.Value, interval.Low.Value, interval.High.Value));

    private static string Zero(bool outside) => outside ? "0 lies outside" : "0 lies inside";

    private static string Called(bool called) => called ? "a change, at 5 %" : "no change shown, at 5 %";

    private static MarkdownText Agreement(ChangeFindings change)
    {
        (bool interval, bool exact, bool mid, bool z) = change.Calls;
        bool[] all = [interval, exact, mid, z];
        if (all.Distinct().Count() == 1)
        {
            return all[0]
                ? MarkdownText.Of(
                    $"The interval and the tests agree that the counts would be surprising without a change. "
                    + $"Only the interval says how large the change is.")
                : MarkdownText.Of(
                    $"Neither the interval nor a test shows a change. That is not the same as showing that there is "
                    + $"none: every difference inside the interval fits these counts.");
        }

        return MarkdownText.Of(
            $"The methods disagree: {all.Count(one => one)} of 4 report a change at 5 %. "
            + $"They approximate the same question in different ways, and here that decides; "
            + $"take it as a sign that the evidence is borderline, and do not pick the one you like.");
    }

    private static MarkdownText Kept(double coverage) => coverage switch
    {
        < 0.93 => MarkdownText.Of($"That is less than the promised 95 %: with so few conversions, treat it with "
            + $"caution."),
        > 0.97 => MarkdownText.Of($"That is more than the promised 95 %: with so few conversions it is on the "
            + $"safe side."),
        _ => MarkdownText.Of($"The promise is 95 %."),
    };

    private static Figure Figure(ChangeFindings change)
    {
        double reach = 4 * change.Posterior.Deviation, from = Math.Max(-1, change.Posterior.Mean - reach),
            to = Math.Min(1, change.Posterior.Mean + reach);
        double[] places = [.. Enumerable.Range(0, Points + 1).Select(i => from + (to - from) * i / Points)];
        // The line at no difference parts the area: it is one of the places where the curve has it inside.
        if (from < 0 && to > 0) places = [.. places.Append(0).Order()];
        return DifferenceDensityFigure.Draw(
            "change", "difference of conversion rates, after less before", places,
            [.. places.Select(change.Posterior.DensityAt)], change.Difference, change.Rope);
    }

    private static MarkdownText Caption(ChangeFindings change)
    {
        MarkdownText sides = change.Posterior.Greater switch
        {
            > 0.50005 => MarkdownText.Of($"most of the area lies right of 0"),
            < 0.49995 => MarkdownText.Of($"most of the area lies left of 0"),
            _ => MarkdownText.Of($"as much of the area lies right of 0 as left of it"),
        };
        return MarkdownText.Of(
            $"What is plausible after these counts: {sides}, "
            + $"{Cells.Probability(Math.Max(change.Posterior.Greater, 1 - change.Posterior.Greater))} of it. "
            + $"The bar below is Newcombe's 95 % interval; "
            + $"the grey band shows differences of at most {change.Rope:0.######}, which would change no decision.");
    }
}
