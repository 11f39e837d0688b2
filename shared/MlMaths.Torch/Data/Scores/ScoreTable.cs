namespace MlMaths.Torch.Data;

/// <summary>Which columns of a table of scores are read; all others may hold any text.</summary>
/// <param name="Target">Name of the column that has each row's label.</param>
/// <param name="Scores">Names of the columns that have scores, one or more.</param>
/// <param name="OnlyColumn">Name of a column that says which rows count; null: all do.</param>
/// <param name="OnlyValue">What such a row has there.</param>
/// <param name="Group">Name of a column whose equal values say that rows belong together; null for none.</param>
public sealed record ScoreColumns(
    string Target, IReadOnlyList<string> Scores, string? OnlyColumn = null, string? OnlyValue = null, string? Group = null)
{
    /// <summary>A file that has the labels; null: they stand beside the scores.</summary>
    public string? LabelsFile { get; init; }

    /// <summary>Name of the column by which a row of scores finds its label there; null where they stand beside the scores.</summary>
    public string? Key { get; init; }

    /// <summary>Whether rows without a score are left out; where not, they are refused.</summary>
    public bool DropsMissing { get; init; }
}

/// <summary>A column that nobody asked for, of the first rows: it may say which rows belong together.</summary>
/// <param name="Name">As the file has it.</param>
/// <param name="Values">The distinct texts, in the order in which they first come.</param>
/// <param name="ValueOfRow">The number of each row's text; of so many rows as were looked at.</param>
public sealed record OtherColumn(string Name, IReadOnlyList<string> Values, IReadOnlyList<int> ValueOfRow);

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
    /// <summary>The number of each row's group, in the order in which groups first come; null where none was asked for.</summary>
    public IReadOnlyList<int>? GroupOfRow { get; init; }

    /// <summary>What was done to read the file, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Rows that were left out, as they have no score.</summary>
    public int WithoutScore { get; init; }

    /// <summary>Columns without a role, of the first rows; none where a group was asked for.</summary>
    public IReadOnlyList<OtherColumn> Others { get; init; } = [];

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
