namespace MlMaths.Torch.PcaClustering;

/// <summary>What rows at either end of a component look like, in the data's own units; training rows only.</summary>
/// <param name="RowsAtEachEnd">How many rows were averaged.</param>
/// <param name="Low">Mean of each column over the rows with the lowest scores.</param>
/// <param name="Typical">Mean of each column over all training rows.</param>
/// <param name="High">Mean of each column over the rows with the highest scores.</param>
/// <param name="LowestRow">Row of the data set with the lowest score.</param>
/// <param name="HighestRow">Row of the data set with the highest score.</param>
internal sealed record AxisEnds(int RowsAtEachEnd, double[] Low, double[] Typical, double[] High, int LowestRow, int HighestRow)
{
    private const double Share = 0.05;

    public static AxisEnds Of(VaryingRows data, IReadOnlyList<double> scores)
    {
        int[] ordered = [.. data.Split.Training.Rows.OrderBy(row => scores[row])];
        int count = Math.Max(3, (int)(Share * ordered.Length));
        return new AxisEnds(count, Mean(ordered[..count]), Mean(ordered), Mean(ordered[^count..]), ordered[0], ordered[^1]);

        double[] Mean(int[] rows)
        {
            double[] means = new double[data.Columns.Count];
            foreach (int row in rows)
            {
                for (int j = 0; j < means.Length; j++)
                    means[j] += data.Rows.Row(row)[j] / rows.Length;
            }

            return means;
        }
    }
}
