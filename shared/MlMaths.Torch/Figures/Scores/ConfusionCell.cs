namespace MlMaths.Torch.Figures;

/// <summary>A cell of a drawn confusion matrix.</summary>
/// <param name="Column">From the left, 0 first.</param>
/// <param name="Up">From below, 0 lowest: the first class stands on top.</param>
/// <param name="IsRight">Whether it is on the diagonal.</param>
/// <param name="Count">Rows of data in it.</param>
/// <param name="OfRow">Rows of data of the true class, drawn or not.</param>
internal sealed record ConfusionCell(int Column, int Up, bool IsRight, long Count, long OfRow)
{
    /// <summary>0 where the class has no rows.</summary>
    public double Share => OfRow == 0 ? 0 : (double)Count / OfRow;

    /// <summary>The cells of the classes that are drawn, row by row.</summary>
    public static IEnumerable<ConfusionCell> Of(IReadOnlyList<IReadOnlyList<long>> counts, int[] shown)
    {
        for (int row = 0; row < shown.Length; row++)
        {
            long ofRow = counts[shown[row]].Sum();
            for (int column = 0; column < shown.Length; column++)
                yield return new ConfusionCell(column, shown.Length - 1 - row, row == column, counts[shown[row]][shown[column]], ofRow);
        }
    }
}
