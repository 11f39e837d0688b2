namespace MlMaths.Torch.Figures;

/// <summary>How the weights grow as the penalty lets them go; the largest are named, the others stay grey.</summary>
public static class PenaltyWeightsFigure
{
    private const int Named = 8;

    /// <summary>Draws a line per weight.</summary>
    /// <param name="path">One point per penalty, in any order.</param>
    /// <param name="columns">Names of the columns, in the order of the weights.</param>
    /// <param name="chosen">The penalty that was chosen; the weights that are largest there are named.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<PenaltyPoint> path, IReadOnlyList<string> columns, double chosen, string name = "penalty-weights") => Paper.Both(() =>
    {
        PenaltyPoint[] ordered = [.. path.OrderByDescending(point => point.Penalty)];
        double[] penalties = [.. ordered.Select(point => point.Penalty)];
        IReadOnlyList<double> there = ordered.MinBy(point => Math.Abs(Math.Log(point.Penalty / chosen)))!.Weights;
        int[] largest = [.. Enumerable.Range(0, columns.Count).OrderByDescending(column => Math.Abs(there[column])).Take(Named)];
        var sheet = new Sheet(
            Scale.Logarithm("penalty λ, weaker to the right", penalties) with { Reversed = true },
            Scale.Linear("weight, standardised (log odds per deviation)", ordered.SelectMany(point => point.Weights)),
            height: 440, right: EndLabels.RoomFor(largest.Select(column => columns[column])));
        var labels = new EndLabels();
        foreach (int column in Enumerable.Range(0, columns.Count).Except(largest))
            sheet.Line(penalties, Weights(column), Palette.Frame, width: 1);
        for (int rank = largest.Length - 1; rank >= 0; rank--)
        {
            double[] weights = Weights(largest[rank]);
            sheet.Line(penalties, weights, Palette.Line(rank));
            labels.Add(columns[largest[rank]], Palette.Line(rank), penalties[^1], weights[^1]);
        }
        labels.Draw(sheet);
        ChosenPenalty.Mark(sheet, chosen);
        string names = string.Join(", ", largest.Take(3).Select(column => $"{columns[column]} {NumberText.Brief(there[column])}"));
        return sheet.Finish(name,
            $"{columns.Count} weights, pushed to zero by a strong penalty and free under a weak one. Largest at the chosen "
            + $"penalty {NumberText.Brief(chosen)}: {names}.");

        double[] Weights(int column) => [.. ordered.Select(point => point.Weights[column])];
    });
}
