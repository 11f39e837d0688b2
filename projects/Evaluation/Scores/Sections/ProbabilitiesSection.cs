using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores.Sections;

/// <summary>Whether the scores can be believed as probabilities.</summary>
internal static class ProbabilitiesSection
{
    public static Section Of(BinaryScores scores, Measurements measurements)
    {
        if (scores.Reliability is not { } diagram)
        {
            return new Section(
                "Can they be believed as probabilities?",
                [new Paragraph(scores.AreCalls
                    ? MarkdownText.Of($"Every score is 0 or 1: a call, which promises no share of rows. Log loss, Brier score and "
                        + $"calibration ask what was promised, and are left out.")
                    : MarkdownText.Of($"Some scores lie outside 0 to 1. Ranking and thresholds do not need probabilities; "
                    + $"log loss, Brier score and calibration do, and are left out."))],
                MarkdownText.Of($"No: these are {(scores.AreCalls ? "calls" : "scores")}, not probabilities."));
        }

        int apart = diagram.Bins.Count(bin => bin.MeanScore is double promised
            && bin.PositiveRateInterval is { HasEnds: true } rate
            && !rate.Contains(promised));
        int filled = diagram.Bins.Count(bin => bin.Count > 0);
        return new Section(
            "Can they be believed as probabilities?",
            [
                new FigureBlock(ReliabilityFigure.Draw(diagram),
                    $"Of rows with a given probability, the share that was positive. "
                    + $"On the dashed line the two agree."),
                new Paragraph(
                    $"The calibration error, {measurements["ece"]}, is never 0 on a finite number of rows, "
                    + $"not even for true probabilities. Log loss is {measurements["log_loss"]}; "
                    + $"always predicting the base rate would have {scores.LogLossOfBaseRate:0.0000}."),
            ],
            apart == 0
                ? MarkdownText.Of($"In none of {filled} bins does the probability lie outside the 95 % interval of "
                    + $"the observed share.")
                : MarkdownText.Of(
                    $"In {apart} of {filled} bins the probability lies outside the 95 % interval of the observed "
                    + $"share: "
                    + $"about one in twenty would by chance."));
    }
}
