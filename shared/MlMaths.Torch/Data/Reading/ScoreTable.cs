namespace MlMaths.Torch.Data;

/// <summary>Which columns of a table of scores are read; all others may hold any text.</summary>
/// <param name="Target">Name of the column that has each row's label.</param>
/// <param name="Scores">Names of the columns that have scores, one or more.</param>
/// <param name="OnlyColumn">Name of a column that says which rows count; null: all do.</param>
/// <param name="OnlyValue">What such a row has there.</param>
public sealed record ScoreColumns(string Target, IReadOnlyList<string> Scores, string? OnlyColumn = null, string? OnlyValue = null);

/// <summary>Predictions that any program has made: a label and one or more scores for each row, column by column.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Columns">Which columns were read.</param>
/// <param name="Labels">The distinct labels, in the order in which they first come.</param>
/// <param name="LabelOfRow">The number of each row's label.</param>
/// <param name="Scores">For each score column, one finite number per row.</param>
/// <param name="Provenance">The file's path and hash.</param>
/// <param name="RowsInFile">With the rows that <see cref="ScoreColumns.OnlyColumn"/> leaves out.</param>
/// <param name="Parts">What the column <c>split</c> holds, where there is one: rows that trained flatter.</param>
public sealed record ScoreTable(
    string Name, ScoreColumns Columns, IReadOnlyList<string> Labels, ushort[] LabelOfRow,
    IReadOnlyList<double[]> Scores, Provenance Provenance, int RowsInFile,
    IReadOnlyList<string> Parts)
{
    /// <summary>n.</summary>
    public int Rows => LabelOfRow.Length;

    /// <summary>Whether each row has the label.</summary>
    public bool[] Is(string label)
    {
        int number = Labels.Index().Where(known => known.Item == label).Select(known => known.Index).First();
        return Array.ConvertAll(LabelOfRow, one => one == number);
    }

    /// <summary>How many rows have each label, in the order of <see cref="Labels"/>.</summary>
    public int[] Counts()
    {
        int[] counts = new int[Labels.Count];
        foreach (ushort label in LabelOfRow)
            counts[label]++;
        return counts;
    }
}
