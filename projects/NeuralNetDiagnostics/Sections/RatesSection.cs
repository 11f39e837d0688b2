using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>Which learning rate.</summary>
internal static class RatesSection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        RateFindings rates = findings.Rates;
        RateSweep sweep = rates.Sweep;
        int seeds = sweep.Trials.Select(trial => trial.Seed).Distinct().Count();
        return new Section(
            "Which learning rate?",
            [
                new Paragraph(
                    $"Asked twice. First by a **sweep**: "
                    + $"{sweep.Rates.Count} rates with {seeds} seeds each, {findings.Options.SweepEpochs} epochs long, "
                    + $"by {findings.Final.Recipe.Rule.ToString().ToLowerInvariant()}. "
                    + $"For one seed, all rates begin with the same weights and see the same rows in the same order, "
                    + $"so that nothing but the rate differs. The {sweep.Trials.Count} trainings ran side by side, "
                    + $"one thread each, with gradients {Words.InFull(rates.Kind)}"
                    + $"{(findings.Options.Recipe.Gradients == GradientKind.Auto
                        ? ", the fastest source that knows this net"
                        : ", as asked")}"
                    + $"."),
                new FigureBlock(
                    RateSweepFigure.Draw("rates-training", sweep, rates.Reading.Recommended, "training"),
                    $"Training loss of each rate: the mean over {seeds} seeds, "
                    + $"and the band from the least to the largest. Too small a rate is still on its way down; "
                    + $"too large a rate jumps, or leaves the finite numbers."),
                new FigureBlock(
                    RateSweepFigure.Draw("rates-validation", sweep, rates.Reading.Recommended, "validation"),
                    $"The same trainings on validation rows, by which the rate is chosen. Where this curve turns up "
                    + $"while the training loss still falls, the net has begun to learn its rows by heart."),
                new Table(
                    $"A sentence for each rate, from its curves.",
                    ["Rate η", "Verdict", "What was seen"],
                    [.. rates.Reading.Rates.Select(Row)]),
                new Formula(
                    """
                    ηᵢ = lo·(hi/lo)^(i/(N−1))           a rate that grows with every step
                    aᵢ = βaᵢ₋₁ + (1−β)Lᵢ                smoothed, β = 0.98
                    sᵢ = aᵢ/(1 − βⁱ⁺¹)                  freed of the start at 0
                    """),
                new Paragraph(
                    $"Then by a **range test**: one short training of {rates.RangeTest.Rates.Count} steps whose rate "
                    + $"grows from far too small to far too large. One of the trainings above takes "
                    + $"{sweep.Trials.Max(trial => trial.History.Steps):#,0}, and there are {sweep.Trials.Count}. "
                    + $"Weights, the rule's memory and the order of rows are put back as they were."),
                new FigureBlock(
                    RangeTestFigure.Draw("range-test", rates.RangeTest, rates.Reading.Recommended),
                    $"Loss against a growing rate. Three rules read a rate from it: "
                    + $"the steepest fall, the middle of the longest fall, and a tenth of the rate of the least loss. "
                    + $"Slopes are taken against ln η: against η itself, the left end would always win."),
                new FigureBlock(
                    RateOutcomeFigure.Draw("rates-outcome", sweep, rates.RangeTest, rates.Reading.Recommended),
                    $"Both answers on one axis: each dot is one training of the sweep, by its least validation loss; "
                    + $"the lines are the range test's."),
                Agreement(rates),
            ],
            rates.Reading.Recommended is not null
                ? MarkdownText.Of(
                    $"{rates.Reading.Reason} The sweep says {measurements["sweep.best_rate"]:value}, "
                    + $"the range test {measurements["finder.rate"]:value}.")
                : MarkdownText.Of($"{rates.Reading.Reason}"));
    }

    private static IReadOnlyList<MarkdownText> Row(RateReading reading) =>
        [$"{reading.Rate:0.#####}", Word(reading.Verdict), reading.Sentence];

    private static string Word(RateVerdict verdict) => verdict switch
    {
        RateVerdict.TooSmall => "too small",
        RateVerdict.Good => "good",
        RateVerdict.TooLarge => "too large",
        RateVerdict.Diverged => "diverged",
    };

    private static Callout Agreement(RateFindings rates) => rates.Factor switch
    {
        null => Callout.Caution($"One of the two has no answer, so they cannot be compared."),
        <= RateFindings.Near => Callout.Note(
            $"They agree within a factor of {rates.Factor:0.0}: "
            + $"for this net and these rows the cheap test would have done."),
        _ => Callout.Caution(
            $"They are a factor of {rates.Factor:0.0} apart. "
            + $"The range test sees each rate for one step only, beginning where the rates before it have arrived: "
            + $"{(rates.RangeTest.Valley < rates.Reading.Recommended
                ? "its loss has fallen most of its way before the rates that are best over many epochs have their turn"
                : "it cannot see a rate that does well for a hundred steps and badly for a thousand")}"
            + $". The sweep decides."),
    };
}
