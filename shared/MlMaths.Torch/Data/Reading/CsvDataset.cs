using System.Security.Cryptography;

namespace MlMaths.Torch.Data;

/// <summary>
/// A data set from a table, as it is: found by looking are its encoding, what separates cells (comma, semicolon, tab, bar or blanks),
/// whether its first line is a header, how numbers and dates are written, and what each column is. Whatever cannot be read is said, all
/// faults at once. Where features have to be learnt (texts, missing cells), the data set has none until <see cref="Dataset.Raw"/> was
/// prepared by training rows.
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
    public static Dataset Read(string path, ColumnRoles roles, Action<double>? told = null) => Read(path, roles, new(), told);

    /// <summary>The same, where the user knows better than the file says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="roles">The columns that are no features.</param>
    /// <param name="options">How it is read and prepared.</param>
    /// <param name="told">Told the share of the rows that is read, now and then; null for nobody.</param>
    /// <param name="command">What was typed, with options added, ready to be typed; null where nothing was.</param>
    /// <exception cref="UserMistakeException">The file cannot be used as it is.</exception>
    public static Dataset Read(
        string path, ColumnRoles roles, TableOptions options, Action<double>? told = null,
        Func<IReadOnlyList<(string Option, string? Value)>, string>? command = null)
    {
        byte[] bytes = CsvFile.Bytes(path);
        string name = Path.GetFileNameWithoutExtension(path);
        return Parse(bytes, new(Quoted.Path(path), name, roles, path, "your file; check its licence yourself")
        {
            Options = options,
            Command = command,
        }, told);
    }

    internal static Dataset Parse(byte[] bytes, CsvSource source, Action<double>? told = null)
    {
        ReadTable read = TableReader.Read(bytes, source, told);
        RawRows rows = new(read.Table, read.Rows);
        ColumnPlan[] features = [.. read.Table.Columns.Where(plan => plan.Action is ColumnAction.Kept or ColumnAction.Encoded)];
        bool isReady = read.Table.LearnsNothing && !source.Roles.IsOverview;
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string? target = NameAt(read.Roles.Target), batch = NameAt(read.Roles.Batch), group = NameAt(read.Roles.Group),
            time = NameAt(read.Roles.Time);
        string[] labels = target is null ? Array.ConvertAll(read.Rows, _ => "") : Texts(read.Roles.Target!.Value);
        return new(
            source.Name, isReady ? [.. features.Select(plan => plan.Column.Name)] : [], isReady ? Numbers(features, read.Rows) : [], target,
            labels,
            new Provenance(source.Origin, source.Licence, sha256, source.Doi))
        {
            DefaultPositive = source.DefaultPositive,
            CustomaryTarget = source.CustomaryTarget,
            Raw = source.IsClean ? null : rows,
            CopyOf = source.IsClean || source.Roles.IsOverview ? null : CopiedRows.Of(rows).Cases(target is null ? null : labels),
            Batch = batch is null ? null : new BatchColumn(batch, Texts(read.Roles.Batch!.Value)),
            Group = group is null ? null : new GroupColumn(group, Texts(read.Roles.Group!.Value)),
            Time = time is null ? null : TimeTexts.Parse(
                time, Texts(read.Roles.Time!.Value), source.Shown, row => read.Table.LineOf(read.Rows[row])),
        };

        string? NameAt(int? place) => place is { } at ? read.Table.Columns[at].Column.Name : null;

        string[] Texts(int place) => KnownAlready(read.Table.Columns[place].Column, read.Rows);
    }

    // Numbers of columns that are features as they are, row by row.
    private static double[] Numbers(ColumnPlan[] features, int[] rows)
    {
        double[] numbers = new double[(long)rows.Length * features.Length];
        for (int place = 0; place < features.Length; place++)
        {
            double[] column = features[place].Column.NumbersOfRows!;
            for (int i = 0, at = place; i < rows.Length; i++, at += features.Length)
                numbers[at] = column[rows[i]];
        }

        return numbers;
    }

    // A text that many rows have is one text.
    private static string[] KnownAlready(RawColumn column, int[] rows)
    {
        IReadOnlyList<string> texts = column.Texts;
        return Array.ConvertAll(rows, row => column.Codes![row] < 0 ? "" : texts[column.Codes[row]]);
    }
}
