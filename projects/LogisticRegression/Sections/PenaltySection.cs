using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.LogisticRegression.Sections;

/// <summary>What a penalty does, and which one was taken.</summary>
internal static class PenaltySection
{
    private const string Question = "How strong should the penalty be?";

    public static Section Of(LogisticFindings findings)
    {
        double λ = findings.Final.Penalty;
        PerfectSeparation final = findings.Final.SeparationOf(findings.Data);
        if (findings.Path is not { } path)
        {
            return new Section(
                Question, [.. SeparationAtTheFit(final, λ)],
                $"All rows are used for training, so none are left to compare penalties: λ = {λ} was asked for.");
        }

        PenaltyPoint strongest = path.Points[0], weakest = path.Points[^1], best = path.Best;
        MarkdownText conclusion = findings.IsPenaltyChosen
            ? MarkdownText.Of(
                $"λ = {λ} has the lowest validation loss, {best.ValidationLoss:0.000} ± {path.BestError:0.000} "
                + $"(standard error){End(path)}. {Flat(path)}")
            : MarkdownText.Of($"λ = {λ} was asked for. The validation rows would have chosen {best.Penalty}.");
        return new Section(
            Question,
            [
                new Paragraph(
                    $"The penalty λ/2 ‖w‖² pulls every weight towards zero. Too strong, and the model cannot learn; "
                    + $"too weak, and it learns the quirks of {findings.Data.Training.Rows} rows. "
                    + $"The optimum is found by Newton for {path.Points.Count} strengths, on the training rows; "
                    + $"the validation rows show which one carries over to new rows."),
                new FigureBlock(
                    PenaltyLossFigure.Draw(path.Points, λ),
                    $"Towards weaker penalties the training loss keeps falling, to {weakest.TrainingLoss:0.0000}. "
                    + $"{Shape(path, strongest, weakest)}"),
                new FigureBlock(
                    PenaltyWeightsFigure.Draw(path.Points, findings.Data.Rows.ColumnNames, λ),
                    $"The longest weight grows from {Longest(strongest):0.000} at λ = {strongest.Penalty} to "
                    + $"{Longest(weakest):0.0} at λ = {weakest.Penalty}. "
                    + $"{Signs(path, findings)}"),
                .. SeparationOnThePath(path),
            ],
            conclusion);
    }

    private static MarkdownText Shape(PenaltyPath path, PenaltyPoint strongest, PenaltyPoint weakest) => path.Place switch
    {
        GridPlace.Inside => MarkdownText.Of(
            $"The validation loss falls first, from {strongest.ValidationLoss:0.000} to {path.Best.ValidationLoss:0.000}, and then rises, "
            + $"to {weakest.ValidationLoss:0.000}: beyond that point, what is learnt does not carry over."),
        GridPlace.First => MarkdownText.Of(
            $"The validation loss is lowest, {strongest.ValidationLoss:0.000}, at the strongest penalty that was tried, and ends at "
            + $"{weakest.ValidationLoss:0.000}: whatever the weights learn does not carry over."),
        _ => MarkdownText.Of(
            $"The validation loss is lowest, {weakest.ValidationLoss:0.000}, at the weakest penalty that was tried: these rows "
            + $"show no need for one."),
    };

    private static string End(PenaltyPath path) => path.Place == GridPlace.Inside ? "" : ", at the end of what was tried";

    private static MarkdownText Flat(PenaltyPath path) => path.IsFlat
        ? MarkdownText.Of(
            $"A neighbouring penalty lies within that error: these rows do not tell them apart, and other rows may choose another.")
        : MarkdownText.Of($"Neighbouring penalties lie beyond that error.");

    private static MarkdownText Signs(PenaltyPath path, LogisticFindings findings) => path.SignsChanged == 0
        ? MarkdownText.Of($"None changes its sign on the way.")
        : findings.Weights.Collinearity.Pairs.Count > 0
            ? MarkdownText.Of($"{path.SignsChanged} of {path.Points[0].Weights.Count} change their sign on the way: "
                + $"correlated columns share "
                + $"the same information, so weight shifts between them.")
            : MarkdownText.Of($"{path.SignsChanged} of {path.Points[0].Weights.Count} change their sign on the way.");

    private static double Longest(PenaltyPoint point) => point.Weights.Max(Math.Abs);

    private static IEnumerable<Block> SeparationOnThePath(PenaltyPath path)
    {
        if (path.Separation.IsSeparated)
        {
            yield return Callout.Caution(
                $"**Perfect separation.** At λ = {path.Points[^1].Penalty} a straight line separates all "
                + $"training rows: "
                + $"the lowest logit of a positive row lies {path.Separation.Gap:0.0} above the highest of a "
                + $"negative one. Without a penalty there would be no optimum at all: "
                + $"doubling the weights would make every probability more certain and the loss smaller, without end. "
                + $"It means that there are few rows for so many columns, not that the model is perfect; "
                + $"only the penalty keeps the weights finite.").Folded();
        }
        else
        {
            yield return Callout.Note(
                $"Even at λ = {path.Points[^1].Penalty} the fitted line leaves training rows on the wrong side, "
                + $"so there is no sign of perfect separation, and the weights would stay finite without a penalty.");
        }
    }

    private static IEnumerable<Block> SeparationAtTheFit(PerfectSeparation final, double λ)
    {
        if (!final.IsSeparated)
            yield break;
        MarkdownText end = λ > 0
            ? MarkdownText.Of($"only the penalty keeps the weights finite.")
            : MarkdownText.Of(
                $"with λ = 0 there is no optimum, the weights grow until the slope is below the tolerance, "
                + $"and their size means nothing: set a penalty.");
        yield return Callout.Caution($"**Perfect separation.** The line separates all training rows; {end}");
    }
}
