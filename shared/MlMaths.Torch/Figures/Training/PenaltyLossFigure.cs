namespace MlMaths.Torch.Figures;

/// <summary>
/// Training and validation loss against the strength of the penalty: too weak memorises, too strong learns
/// nothing.
/// </summary>
public static class PenaltyLossFigure
{
    /// <summary>Draws both losses.</summary>
    /// <param name="path">One point per penalty, in any order.</param>
    /// <param name="chosen">The penalty that was chosen.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(IReadOnlyList<PenaltyPoint> path, double chosen, string name = "penalty-loss") => Paper.Both(() =>
    {
        PenaltyPoint[] ordered = [.. path.OrderByDescending(point => point.Penalty)];
        double[] penalties = [.. ordered.Select(point => point.Penalty)];
        double[] training = [.. ordered.Select(point => point.TrainingLoss)];
        double[] validation = [.. ordered.Select(point => point.ValidationLoss)];
        var sheet = new Sheet(
            Scale.Logarithm("penalty λ, weaker to the right", penalties) with { Reversed = true },
            Scale.Linear("loss (nats per row)", [.. training, .. validation]), height: 380, right: EndLabels.RoomFor(["validation"]));
        var labels = new EndLabels();
        Draw("training", training, Palette.Line(0));
        Draw("validation", validation, Palette.Line(1));
        labels.Draw(sheet);
        ChosenPenalty.Mark(sheet, chosen);
        PenaltyPoint? there = ordered.FirstOrDefault(point => point.Penalty == chosen);
        if (there is not null) sheet.Point(chosen, there.ValidationLoss, Palette.Text);
        string result = there is null ? "" : $", where the validation loss is {NumberText.Brief(there.ValidationLoss)}";
        return sheet.Finish(name,
            $"Training and validation loss for {path.Count} penalties from {NumberText.Brief(penalties[0])} to "
            + $"{NumberText.Brief(penalties[^1])}; "
            + $"chosen is {NumberText.Brief(chosen)}{result}.");

        void Draw(string words, double[] losses, Ink ink)
        {
            sheet.Line(penalties, losses, ink);
            labels.Add(words, ink, penalties[^1], losses[^1]);
        }
    });
}
