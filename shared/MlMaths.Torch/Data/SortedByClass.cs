namespace MlMaths.Torch.Data;

/// <summary>Whether the rows of a file stand class by class, so that a number of the row gives the class away.</summary>
internal static class SortedByClass
{
    private const int FewestRows = 10;

    /// <summary>Whether every label stands in one stretch; false where there are as many labels as that could be chance.</summary>
    public static bool Are(Dataset rows)
    {
        if (rows.TargetName is null || rows.Rows < FewestRows) return false;
        int stretches = 1;
        for (int row = 1; row < rows.Rows; row++)
            stretches += rows.Labels[row] == rows.Labels[row - 1] ? 0 : 1;
        int labels = rows.Labels.Distinct().Count();
        return labels > 1 && stretches == labels && labels <= rows.Rows / 5;
    }
}
