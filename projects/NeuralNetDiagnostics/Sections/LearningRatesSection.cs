using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>Which learning rate.</summary>
internal static class LearningRatesSection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        LearningRateFindings rates = findings.LearningRates;
        LearningRateSweep sweep = rates.Sweep;
        int seeds = sweep.Trials.Select(trial => trial.Seed).Distinct().Count();
        return new Section(
            "Which learning rate?",
            [
                new Paragraph(
                    $"Two answers. First a **sweep**: "
                    + $"{sweep.LearningRates.Count} learning rates with {seeds} seeds each, {findings.Options.SweepEpochs} "
                    + $"epochs long, "
                    + $"by {findings.Final.Recipe.Rule.ToString().ToLowerInvariant()}. "
                    + $"For one seed, all rates start from the same weights and see the same rows in the same order, "
                    + $"so only the rate differs. The {sweep.Trials.Count} trainings ran side by side, "
                    + $"one thread each, with gradients {Words.InFull(rates.Kind)}"
                    + $"{(findings.Options.Recipe.Gradients == GradientKind.Auto
                        ? ", the fastest source that knows this net"
                        : ", as asked")}"
                    + $"."),
                new FigureBlock(
                    LearningRateSweepFigure.Draw("rates-training", sweep, rates.Reading.Recommended, "training"),
                    $"Training loss of each rate: the mean over {seeds} seeds, "
                    + $"and the band from the lowest to the highest. Too small a rate is still on its way down; "
                    + $"too large a rate jumps or diverges."),
                new FigureBlock(
                    LearningRateSweepFigure.Draw("rates-validation", sweep, rates.Reading.Recommended, "validation"),
                    $"The same trainings on validation rows, by which the rate is chosen. Where this curve turns up "
                    + $"while the training loss still falls, the net has begun to memorise its rows."),
                new Table(
                    $"One sentence per rate, read from its curves.",
                    ["Rate η", "Verdict", "What was seen"],
                    [.. rates.Reading.LearningRates.Select(Row)]),
                .. Lower(rates.Reading),
                new Formula(Tex.Of("""
                    \begin{aligned}
                    \eta_i &= \eta_{\mathrm{lo}} \left(\frac{\eta_{\mathrm{hi}}}{\eta_{\mathrm{lo}}}\right)^{i/(N - 1)}
                        && \text{a rate that grows with every step} \\
                    a_i &= \beta a_{i-1} + (1 - \beta) L_i && \text{smoothed, $\beta = 0.98$} \\
                    s_i &= \frac{a_i}{1 - \beta^{i+1}} && \text{corrected for the start at 0}
                    \end{aligned}
                    """)),
                new Paragraph(
                    $"Then by a **range test**: one short training of {rates.RangeTest.LearningRates.Count} steps whose rate "
                    + $"grows from far too small to far too large. One of the trainings above takes "
                    + $"{sweep.Trials.Max(trial => trial.History.Steps):#,0}, and there are {sweep.Trials.Count}. "
                    + $"Afterwards the weights, the optimiser state and the order of rows are restored."),
                new FigureBlock(
                    RangeTestFigure.Draw("range-test", rates.RangeTest, rates.Reading.Recommended),
                    $"Loss against a growing learning rate. Three rules read a rate from it: "
                    + $"the steepest fall, the middle of the longest fall, and a tenth of the rate with the "
                    + $"lowest loss. "
                    + $"Slopes are taken against ln η: against η itself, the left end would always win."),
                new FigureBlock(
                    LearningRateOutcomeFigure.Draw("rates-outcome", sweep, rates.RangeTest, rates.Reading.Recommended),
                    $"Both answers on one axis: each dot is one training of the sweep, at its lowest validation loss; "
                    + $"the lines are what the range test and the sweep suggest."),
                Agreement(rates),
            ],
            rates.Reading.Recommended is not null
                ? MarkdownText.Of(
                    $"{rates.Reading.Reason} The sweep says {measurements["sweep.best_rate"]:value}, "
                    + $"the range test {measurements["finder.rate"]:value}.")
                : MarkdownText.Of($"{rates.Reading.Reason}"));
    }

    private static IReadOnlyList<MarkdownText> Row(SweptLearningRate reading) =>
        [$"{reading.LearningRate:0.#####}", Word(reading.Verdict), reading.Sentence];

    private static string Word(LearningRateVerdict verdict) => verdict switch
    {
        LearningRateVerdict.TooSmall => "too small",
        LearningRateVerdict.Good => "good",
        LearningRateVerdict.TooLarge => "too large",
        LearningRateVerdict.Diverged => "diverged",
    };

    // The verdict reads how a loss came down, and the table shows how low another one once was: without a word they seem to disagree.
    private static IEnumerable<Block> Lower(LearningRateSweepReading reading)
    {
        SweptLearningRate[] good = [.. reading.LearningRates.Where(rate => rate.Verdict == LearningRateVerdict.Good)];
        if (good.Length == 0) yield break;
        SweptLearningRate worst = good.MaxBy(rate => rate.MeanLoss)!;
        SweptLearningRate[] lower = [.. reading.LearningRates
            .Where(rate => rate.Verdict == LearningRateVerdict.TooLarge && rate.MeanLoss < worst.MeanLoss)];
        if (lower.Length == 0) yield break;
        yield return new Paragraph(
            $"The verdict reads how the training loss came down, the mean loss how low the validation loss once was: at "
            + $"{string.Join(" and ", lower.Select(rate => $"{rate.LearningRate:0.#####}"))} that was lower than at "
            + $"{worst.LearningRate:0.#####}, although the way down was worse.");
    }

    private static MarkdownText Third(LearningRateFindings rates) =>
        rates is { RangeTest.TenthOfMinimum: { } tenth, Reading.Recommended: { } sweep }
        && Math.Max(tenth / sweep, sweep / tenth) is > LearningRateFindings.Near and var factor
            ? MarkdownText.Of($" A tenth of the rate with the lowest loss, {NumberText.Brief(tenth)}, is a factor of {factor:0.0} away.")
            : MarkdownText.Empty;

    private static Callout Agreement(LearningRateFindings rates) => rates.Factor switch
    {
        null => Callout.Caution($"One of the two has no answer, so they cannot be compared."),
        <= LearningRateFindings.Near => Callout.Note(
            $"The sweep and the middle of the longest fall agree to within a factor of {rates.Factor:0.0}: "
            + $"for this net and these rows the cheap test, read so, would have been enough.{Third(rates)}"),
        _ => Callout.Caution(
            $"They are a factor of {rates.Factor:0.0} apart. "
            + $"The range test tries each rate for one step only, starting where the smaller rates left off: "
            + $"{(rates.RangeTest.Valley < rates.Reading.Recommended
                ? "most of its fall is over before it reaches the rates that are best over many epochs"
                : "it cannot see a rate that does well for a hundred steps and badly for a thousand")}"
            + $". The sweep decides."),
    };
}
