using System.Security.Cryptography;

namespace MlMaths.Torch.Data;

/// <summary>
/// A data set from a CSV file: a header row, perhaps a column to be predicted, and numbers in all others. UTF-8 with or without a
/// byte order mark; separated by comma, semicolon, tab or bar (found by looking); quotes as in RFC 4180; any line ends.
/// Whatever is wrong with the file is said in one sentence with file, row, column and value.
/// </summary>
public static class CsvDataset
{
    /// <summary>Reads a file of the user's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="targetColumn">Name of the column that is to be predicted.</param>
    /// <exception cref="UserMistakeException">The file cannot be used as it is.</exception>
    public static Dataset Read(string path, string? targetColumn) => Read(path, new ColumnRoles(targetColumn));

    /// <summary>Reads a file of the user's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="roles">The columns that are no features.</param>
    /// <param name="told">Told the share of the rows that is read, now and then; null for nobody.</param>
    /// <exception cref="UserMistakeException">The file cannot be used as it is.</exception>
    public static Dataset Read(string path, ColumnRoles roles, Action<double>? told = null)
    {
        byte[] bytes = CsvFile.Bytes(path);
        string name = Path.GetFileNameWithoutExtension(path);
        return Parse(bytes, new(Quoted.Path(path), name, roles, path, "your file; check its licence yourself"), told);
    }

    internal static Dataset Parse(byte[] bytes, CsvSource source, Action<double>? told = null)
    {
        CsvRecords.RequireText(bytes, source);
        CsvTable table = CsvTable.Read(bytes, source, told);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var provenance = new Provenance(source.Origin, source.Licence, sha256, source.Doi);
        return new(source.Name, table.Header.Features, table.Features, table.Header.Target, table.Labels, provenance)
        {
            DefaultPositive = source.DefaultPositive,
            Batch = table.Header.Batch is { } batch ? new BatchColumn(batch, table.Batches) : null,
            Group = table.Header.Group is { } group ? new GroupColumn(group, table.Groups) : null,
            Time = table.Header.Time is { } time ? TimeColumn.Parse(time, table.Times, source.Shown) : null,
        };
    }
}
