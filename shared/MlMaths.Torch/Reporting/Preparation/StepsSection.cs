using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Reporting;

/// <summary>What each step of the preparation was worth, from numbers that were measured.</summary>
internal static class StepsSection
{
    /// <summary>The section.</summary>
    /// <param name="steps">At least one.</param>
    /// <param name="measurements">Told every gain.</param>
    public static Section Of(IReadOnlyList<StepWorth> steps, Measurements measurements)
    {
        foreach (StepWorth step in steps)
        {
            measurements.Add($"steps.{step.Id}.gain", $"ROC AUC that this was worth: {step.Step}", step.Gain, "",
                $"against: {step.Otherwise}; logistic regression, {step.Folds} folds of {step.Rows} rows without the test rows, paired "
                    + $"by fold");
        }

        List<Block> blocks =
        [
            new Paragraph(
                $"Logistic regression on the same {steps[0].Folds} folds of {steps[0].Rows:#,0} rows, with each step as it was done and "
                + $"otherwise, prepared anew by the training rows of every fold. No test row took part."),
            new Table(
                $"Mean ROC AUC on held-out rows, and the difference with its 95 % interval, corrected for training rows that folds share. "
                + $"Above 0 the step helped.",
                ["As it was done", "Otherwise", "AUC", "AUC otherwise", "Difference"],
                [.. steps.Select(step => (IReadOnlyList<MarkdownText>)
                [
                    step.Step, step.Otherwise, $"{step.With:0.000}", $"{step.Without:0.000}",
                        Difference(measurements[$"steps.{step.Id}.gain"]),
                ])]),
        ];
        foreach (StepWorth step in steps.Where(step => step.Gain.High < 0 && step.Warning is not null))
        {
            blocks.Add(Callout.Caution(MarkdownText.Of($"**The score is higher without the step ({step.Step}), and means less:** "
                + $"{step.Warning}.")));
        }
        return new Section("What was each step worth?", blocks, Conclusion(steps));
    }

    private static MarkdownText Difference(Measurement gain) => gain.RangeText.Length > 0
        ? MarkdownText.Of($"{gain.ValueText} ({gain.RangeText})")
        : MarkdownText.Of($"{gain.ValueText}");

    private static MarkdownText Conclusion(IReadOnlyList<StepWorth> steps)
    {
        StepWorth[] helped = [.. steps.Where(step => step.Gain.Low > 0)],
            hurt = [.. steps.Where(step => step.Gain.High < 0 && step.Warning is null)];
        string Named(StepWorth[] some) => string.Join("; ", some.Select(step => step.Step));
        return (helped.Length, hurt.Length) switch
        {
            (0, 0) => MarkdownText.Of($"None of {Counted.Of(steps.Count, "step")} moved the score by more than the luck of the folds."),
            (_, 0) => MarkdownText.Of($"Beyond the luck of the folds, this helped: {Named(helped)}."),
            (0, _) => MarkdownText.Of($"Beyond the luck of the folds, the other way would have been better: {Named(hurt)}."),
            _ => MarkdownText.Of($"Beyond the luck of the folds, this helped: {Named(helped)}; and the other way would have been better: "
                + $"{Named(hurt)}."),
        };
    }
}
