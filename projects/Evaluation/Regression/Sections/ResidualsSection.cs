using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>Whether what is left over looks like chance.</summary>
internal static class ResidualsSection
{
    private const string Question = "What is left over, and does it look like chance?";
    private const double Level = 0.05;

    public static Section Of(RegressionFindings findings)
    {
        CoefficientFindings coefficients = findings.Coefficients;
        if (coefficients.LeavesNothing)
        {
            return new Section(
                Question, [new Paragraph(
                    $"The line passes through every training row, except for rounding: "
                    + $"the residuals are only the last digits of the arithmetic.")],
                MarkdownText.Of(
                    $"Nothing is left over, so there is nothing to examine. "
                    + $"Check whether a column is the target in disguise."));
        }
        ResidualFindings residuals = findings.Residuals;
        int[] placed = [.. Enumerable.Range(0, coefficients.Fit.Residuals.Length)
            .Where(row => coefficients.Influence.StandardisedResiduals[row] is not null)];
        double[] fitted = coefficients.Fit.Fitted;
        List<Block> blocks =
        [
            new Paragraph(
                $"The intervals of the weights assume that the errors are random: "
                + $"around a straight line, with constant spread, and normal where rows are few. "
                + $"The residuals of the training rows show whether they are. Each is divided by its own deviation, "
                + $"s√(1 − h), as a row with a high leverage h pulls the line to itself."),
        ];
        if (placed.Length > 2)
        {
            blocks.Add(new FigureBlock(
                ResidualsFigure.Draw(
                    [.. placed.Select(row => fitted[row])],
                    [.. placed.Select(row => coefficients.Influence.StandardisedResiduals[row]!.Value)],
                    findings.Data.TargetName),
                MarkdownText.Of(
                    $"{Bend(residuals)} {Spread(residuals)} {coefficients.Influence.ShareBeyondTwo:P1} of the rows lie "
                    + $"beyond ±2, where normal errors put 4.6 %.")).Told());
        }

        if (residuals.Envelope is { } envelope)
        {
            blocks.Add(new FigureBlock(NormalQuantileFigure.Draw(envelope), MarkdownText.Of(
                $"Residuals in order against normal ones. {Normal(residuals)} Heavy tails would bend away from the "
                + $"line at both ends, a skewed distribution at one.")));
        }
        if (residuals.Logarithm is { Helps: true } logarithm)
        {
            blocks.Add(Callout.Note(
                $"**Try the logarithm of {findings.Data.TargetName}.** By Box and Cox, ln({findings.Data.TargetName}) lies nearer to a "
                    + $"line "
                + $"with errors of one spread: the log likelihood is higher by {logarithm.Gain:0.0} nats. Write the logarithm into a "
                + $"column of "
                + $"the file and predict that; a weight then says by which share the target changes, not by how much."));
        }

        return new Section(Question, blocks, Conclusion(residuals, findings.Data.TrainingTargets.Length));
    }

    private static MarkdownText Bend(ResidualFindings residuals) => residuals.Curvature switch
    {
        null => MarkdownText.Of($"Whether the line bends cannot be tested: the squared prediction adds nothing new."),
        { PValue: < Level, T: > 0 } bend => MarkdownText.Of(
            $"The line bends: residuals are higher at both ends of the predictions than in the middle "
            + $"({PValueText.Equation(bend.PValue)})."),
        { PValue: < Level } bend => MarkdownText.Of(
            $"The line bends: residuals are lower at both ends of the predictions than in the middle "
            + $"({PValueText.Equation(bend.PValue)})."),
        { } bend => MarkdownText.Of($"The running median shows no bend beyond chance "
            + $"({PValueText.Equation(bend.PValue)})."),
    };

    private static MarkdownText Spread(ResidualFindings residuals) => (residuals.Spread, residuals.SpreadRank) switch
    {
        ({ PValue: < Level } spread, { } rank) => MarkdownText.Of(
            $"The spread {(spread.Grows ? "grows" : "shrinks")} with the prediction (Breusch–Pagan {PValueText.Equation(spread.PValue)}; "
            + $"rank correlation of size and prediction {rank.Rho:0.00;−0.00}, {PValueText.Equation(rank.PValue)}): "
            + $"per deviation of the prediction it changes by {residuals.Growth:0 %;−0 %}."),
        ({ } spread, { PValue: < Level } rank) => MarkdownText.Of(
            $"By ranks the spread changes with the prediction (correlation of size and prediction "
            + $"{rank.Rho:0.00;−0.00}, {PValueText.Equation(rank.PValue)}); the squares, which a few distant rows "
            + $"dominate, do not show it (Breusch–Pagan {PValueText.Equation(spread.PValue)})."),
        ({ } spread, { } rank) => MarkdownText.Of(
            $"The spread is not shown to change with the prediction (Breusch–Pagan {PValueText.Equation(spread.PValue)}; "
            + $"rank correlation of size and prediction {rank.Rho:0.00;−0.00}, {PValueText.Equation(rank.PValue)})."),
        _ => MarkdownText.Of($"Whether the spread changes cannot be tested: residuals or predictions do not vary."),
    };

    private static MarkdownText Normal(ResidualFindings residuals) => residuals.Envelope switch
    {
        null => MarkdownText.Of($"Whether the errors are normal was not tested, as one row determines its own "
            + $"prediction."),
        { PValue: < Level } envelope => MarkdownText.Of(
            $"{envelope.Outside} of {envelope.Residuals.Length} lie outside the band, "
            + $"and simulations with normal errors rarely have as many ({PValueText.Equation(envelope.PValue)})."),
        { } envelope => MarkdownText.Of(
            $"{envelope.Outside} of {envelope.Residuals.Length} lie outside the band; of {envelope.Worlds} "
            + $"simulations with "
            + $"normal errors {envelope.PValue:P0} have as many, so this looks normal enough."),
    };

    private static MarkdownText Conclusion(ResidualFindings residuals, int rows)
    {
        List<string> seen = [];
        if (residuals.Curvature is { PValue: < Level }) seen.Add("the line bends");
        if (residuals.Spread is { PValue: < Level } spread)
            seen.Add(spread.Grows ? "the spread grows with the prediction" : "the spread shrinks with the prediction");
        else if (residuals.SpreadRank is { PValue: < Level }) seen.Add("the spread changes with the prediction, by ranks");
        if (residuals.Envelope is { PValue: < Level }) seen.Add("the errors are not normal");
        return seen.Count == 0
            ? MarkdownText.Of(
                $"No sign at the 5 % level of anything but chance; "
                + $"with few rows such signs are easily missed.")
            : MarkdownText.Of($"Not quite: {string.Join(", and ", seen)}. {Consequence(residuals, rows)}");
    }

    private static MarkdownText Consequence(ResidualFindings residuals, int rows) => residuals switch
    {
        { Curvature.PValue: < Level } => MarkdownText.Of(
            $"A column squared, or a logarithm of the target, is worth a try; "
            + $"the weights describe the best line, not the truth."),
        { Spread.PValue: < Level } or { SpreadRank.PValue: < Level } => MarkdownText.Of(
            $"Predictions where the spread is larger are less certain than one RMSE says; "
            + $"for the weights, trust the bootstrap rather than t."),
        _ when rows >= 100 => MarkdownText.Of(
            $"With this many rows the intervals of the weights are hardly affected; that of a single prediction "
            + $"would be."),
        _ => MarkdownText.Of(
            $"With so few rows the t intervals depend on normal errors; "
            + $"those of the bootstrap do not, but are rough because there are few rows to draw."),
    };
}
