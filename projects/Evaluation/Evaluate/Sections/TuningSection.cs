using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate.Sections;

/// <summary>What it costs to choose and judge on the same folds.</summary>
internal static class TuningSection
{
    public static Section Of(TuningFindings tuning, Measurements measurements)
    {
        int picks = tuning.Chosen.Values.Sum();
        return new Section(
            "What does choosing cost?",
            [
                new Paragraph(
                    $"Logistic regression has a penalty λ to choose. Tried on all folds, the λ with the lowest "
                    + $"mean log "
                    + $"loss is the best on *these* folds, and partly the luckiest: its mean is not an honest "
                    + $"estimate. "
                    + $"Nested folds are: inside each fold's training rows other folds choose, "
                    + $"and the outer fold tests a choice it had no part in."),
                new Table(
                    $"Log loss over the folds for each λ, "
                    + $"and how often the inner folds of the first {picks} outer folds chose it.",
                    ["λ", "Mean log loss", "Chosen"],
                    [.. tuning.Tried.Select(one => (IReadOnlyList<MarkdownText>)[
                        MarkdownText.Of($"{one.Penalty:0.####}"), MarkdownText.Of($"{one.LogLoss:0.00000}"),
                        MarkdownText.Of($"{tuning.Chosen[one.Penalty]}"),
                    ])]),
                new Paragraph(
                    $"The single validation part would have chosen λ = {tuning.ByValidation:0.####}; all "
                    + $"folds choose λ = {tuning.Best.Penalty:0.####}, with a log loss of "
                    + $"{tuning.Best.LogLoss:0.00000}. "
                    + $"Nested, it is {measurements["cv.log_loss"]}: report that one."),
            ],
            Conclusion(tuning, measurements));
    }

    private static MarkdownText Conclusion(TuningFindings tuning, Measurements measurements) => tuning.Optimism switch
    {
        { Low: > 0 } => MarkdownText.Of(
            $"Testing the choice on the folds that made it would have been too optimistic by "
            + $"{measurements["tuning.optimism"]}."),
        { High: < 0 } => MarkdownText.Of(
            $"Here the nested choice did even better than the best single λ, by {-tuning.Optimism.Value:0.00000}: "
            + $"inner folds may choose another λ for each fold."),
        _ => MarkdownText.Of(
            $"With {tuning.Tried.Count} penalties and one number to choose, "
            + $"the optimism is {measurements["tuning.optimism"]}, "
            + $"{NotEnough.ToSay(measurements["tuning.optimism"], "whether there is any", "value")}. "
            + $"It grows with every choice that is tried."),
    };
}
