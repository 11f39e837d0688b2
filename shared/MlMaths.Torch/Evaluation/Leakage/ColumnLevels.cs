namespace MlMaths.Torch.Evaluation;

/// <summary>The different values of a column, ascending, and which of them each row has.</summary>
internal sealed class ColumnLevels
{
    // A code has few values with several rows each; more, and it is a measurement, or a name.
    private const int MostCodes = 12, FewestRowsOfCode = 5;

    private ColumnLevels(double[] values, int[] ofRow)
    {
        (Values, OfRow) = (values, ofRow);
        Counts = new int[values.Length];
        foreach (int level in ofRow)
            Counts[level]++;
    }

    /// <summary>Ascending.</summary>
    public double[] Values { get; }

    /// <summary>The number of each row's value.</summary>
    public int[] OfRow { get; }

    /// <summary>Rows of each value.</summary>
    public int[] Counts { get; }

    /// <summary>L.</summary>
    public int Count => Values.Length;

    /// <summary>n.</summary>
    public int Rows => OfRow.Length;

    /// <summary>Whether the column looks like a code, a grade or a flag, and not like a measurement.</summary>
    public bool AreCodes => Count is > 1 and <= MostCodes && FewestRowsOfCode * Count <= Rows;

    /// <summary>Whether more than half of the rows have a value of their own, as measurements do.</summary>
    public bool AreMeasured => 2 * Count > Rows;

    /// <summary>Sorts.</summary>
    public static ColumnLevels Of(double[] column)
    {
        double[] sorted = [.. column];
        Array.Sort(sorted);
        int count = 0;
        foreach (double value in sorted)
        {
            if (count == 0 || value != sorted[count - 1])
                sorted[count++] = value;
        }

        Array.Resize(ref sorted, count);
        double[] values = sorted;
        return new(values, Array.ConvertAll(column, value => Array.BinarySearch(values, value)));
    }

    /// <summary>The values of two columns taken together, those that occur.</summary>
    public static ColumnLevels Of(ColumnLevels first, ColumnLevels second) =>
        Of([.. first.OfRow.Zip(second.OfRow, (a, b) => (double)(a * second.Count + b))]);

    /// <summary>The label of each level; null where one level has two.</summary>
    public int[]? LabelsBy(int[] labels)
    {
        int[] label = new int[Count];
        Array.Fill(label, -1);
        for (int row = 0; row < labels.Length; row++)
        {
            ref int known = ref label[OfRow[row]];
            if (known < 0) known = labels[row];
            else if (known != labels[row]) return null;
        }

        return label;
    }
}
