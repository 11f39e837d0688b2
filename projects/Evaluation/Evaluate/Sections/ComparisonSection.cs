using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate.Sections;

/// <summary>Which model is better, and how sure that is.</summary>
internal static class ComparisonSection
{
    /// <summary>Behind a verdict that rests on a margin which nothing could exceed.</summary>
    public static MarkdownText CoarseMargin(ComparedPair pair) =>
        pair is { IsMarginCoarse: true, Verdict.Evidence: Evidence.Equivalent or Evidence.Weak }
            ? MarkdownText.Of($" That margin is coarse: only {NumberText.NeverZero(pair.Left!.Value, 4)} is left to gain.")
            : MarkdownText.Empty;

    public static Section Of(EvaluationFindings findings)
    {
        ComparisonFindings comparison = findings.Comparison;
        ComparedPair pair = comparison.Main;
        string metric = comparison.Metric.Label;
        List<Block> blocks =
        [
            new Paragraph(
                $"Both models were given the same folds and the same test rows, "
                + $"so they are compared row by row and fold by fold: what is hard for both cancels. "
                + $"A gain is how much better {pair.Second.Name} is than {pair.First.Name} in {metric}"
                + $"{(comparison.Metric.MoreIsBetter ? "" : ", where less is better, so the sign is reversed")}."),
            new Formula(Tex.Of("""
                \begin{aligned}
                x_j & && \text{the gain on fold $j$ of $k$; $s^2$ their variance} \\
                t &= \frac{\bar x}{\sqrt{s^2/k}} && \text{as if folds were independent} \\
                t &= \frac{\bar x}{\sqrt{\left(\frac{1}{k} + \frac{n_{\mathrm{test}}}{n_{\mathrm{train}}}\right) s^2}}
                    && \text{they share rows}
                \end{aligned}
                """)),
            new FigureBlock(
                FoldGainsFigure.Draw($"gain of {pair.Second.Name} in {metric}", pair.Gains, Intervals(pair), pair.Rope),
                $"Dots are folds. "
                + $"The plain t treats {pair.Gains.Length} folds as {pair.Gains.Length} independent results, "
                + $"so its interval is far too short; the corrected one allows for the training rows that "
                + $"folds share.").Told(),
            new Table(
                $"Several questions about one pair. "
                + $"The corrected t decides; the others are shown because each looks at something else.",
                ["Question", "Answer", "p-value"], [.. Questions(pair, findings.Data.Kind == SplitKind.Grouped)]),
            Bayesian(pair, findings),
            .. Margin(pair),
        ];
        if (comparison.Pairs.Count > 1)
        {
            blocks.AddRange(
                [
                    All(comparison),
                    .. HolmRemark.Of([.. comparison.Pairs.Select((one, i) => (one.Verdict, comparison.Adjusted[i]))]),
                ]);
        }
        blocks.Add(Callout.Note($"**On the test rows**, {findings.Data.Split.Test.Count:#,0} of them: {pair.OnTestVerdict.Sentence}"));
        return new Section("Which model is better?", blocks, MarkdownText.Of($"{pair.Verdict.Sentence}{CoarseMargin(pair)}"));
    }

    /// <summary>Near the best value a margin that is usual elsewhere takes every better model for an equal one.</summary>
    private static IEnumerable<Block> Margin(ComparedPair pair)
    {
        if (!pair.IsMarginCoarse) yield break;
        yield return Callout.Caution(
            $"**The margin is coarse here.** ±{pair.Rope:0.####} (`--rope`) is as much as all that is left to gain: the better of the "
            + $"two is {NumberText.NeverZero(pair.Left!.Value, 4)} from the best {pair.Metric.Label} there is. Within such a margin "
            + $"even a perfect model would count as practically equal; where such differences matter, give a smaller one.").Folded();
    }

    private static NamedInterval[] Intervals(ComparedPair pair) =>
        [new("plain t", pair.Naive.Difference), new("corrected t", pair.Corrected.Difference), new("test rows", pair.OnTest)];

    private static IEnumerable<IReadOnlyList<MarkdownText>> Questions(ComparedPair pair, bool isGrouped)
    {
        yield return ["Gain over folds, corrected t", Cells.With(pair.Corrected.Difference), PValueText.Of(pair.Corrected.PValue)];
        yield return ["The same, plain t (too sure)", Cells.With(pair.Naive.Difference), PValueText.Of(pair.Naive.PValue)];
        yield return
        [
            MarkdownText.Of($"Gain on test rows, {pair.OnTest.Method ?? "not defined"}"), Cells.With(pair.OnTest),
            PValueText.Of(pair.Judged.PValue),
        ];
        yield return
        [
            isGrouped ? "Accuracy on test rows, by groups" : "Accuracy on test rows, McNemar exact", Cells.With(pair.Accuracy.Gain),
            PValueText.Of(pair.Accuracy.PValue),
        ];
        yield return
        [
            isGrouped ? "The same, row by row" : "The same, mid-p", MarkdownText.Of(
                $"only {pair.Second.Name} right {pair.McNemar.OnlySecondRight} times, "
                + $"only {pair.First.Name} {pair.McNemar.OnlyFirstRight}"),
            isGrouped ? MarkdownText.Empty : PValueText.Of(pair.McNemar.MidPValue),
        ];
    }

    private static Paragraph Bayesian(ComparedPair pair, EvaluationFindings findings) => pair.Bayesian.Better is null
        ? new Paragraph($"There is no posterior: "
            + $"{pair.Corrected.Difference.WhyUndefined ?? "all folds differ by the same amount"}.")
        : new Paragraph(
            $"A p-value does not say how probable it is that a model is better. "
            + $"A posterior does: with a flat prior, {pair.Second.Name} is better by more than "
            + $"{findings.Options.Rope:0.####} (`--rope`) with probability {Cells.Probability(pair.Bayesian.Better)}, "
            + $"worse by more than that with probability {Cells.Probability(pair.Bayesian.Worse)}, "
            + $"and practically equal with probability {Cells.Probability(pair.Bayesian.Equivalent)}.");

    private static Table All(ComparisonFindings comparison) => new(
        $"All {comparison.Pairs.Count} pairs. "
        + $"With several questions, luck finds something sooner or later: Holm's p-values correct for that.",
        ["Pair", "Gain", "p-value", "Holm"],
        [.. comparison.Pairs.Select((pair, i) => (IReadOnlyList<MarkdownText>)[
            MarkdownText.Of($"{pair.Second.Name} against {pair.First.Name}"), Cells.With(pair.Corrected.Difference),
            PValueText.Of(pair.Corrected.PValue), PValueText.Of(comparison.Adjusted[i]),
        ])]);
}
