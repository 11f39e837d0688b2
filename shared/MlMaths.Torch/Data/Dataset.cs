using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>
/// A table of finite numbers X [n, d], one label per row, and where both come from. It never changes: a part of it or a
/// transformed copy of it is another data set.
/// </summary>
public sealed class Dataset
{
    private readonly double[] _features;

    /// <summary>Takes over <paramref name="features"/>: n·d numbers, one row after the other.</summary>
    public Dataset(
        string name, IReadOnlyList<string> columnNames, double[] features, string? targetName, IReadOnlyList<string> labels,
        Provenance provenance)
    {
        if (features.Length != (long)columnNames.Count * labels.Count)
            throw new ArgumentException($"{features.Length} numbers do not fill {labels.Count} rows of {columnNames.Count} columns.");
        Finite.Check(features);
        _features = features;
        Name = name;
        ColumnNames = columnNames;
        TargetName = targetName;
        Labels = labels;
        TargetNumbers = NumbersIn(labels);
        Provenance = provenance;
    }

    /// <summary>Name in the catalogue, or the file's name without its extension.</summary>
    public string Name { get; }

    /// <summary>Names of the features, exactly as the file has them: any text at all.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>n.</summary>
    public int Rows => Labels.Count;

    /// <summary>d: features, without the target.</summary>
    public int Columns => ColumnNames.Count;

    /// <summary>All features, row by row.</summary>
    public ReadOnlySpan<double> Features => _features;

    /// <summary>Name of the column that is to be predicted; null where there is none.</summary>
    public string? TargetName { get; }

    /// <summary>The target of each row, exactly as the file has it; blank where there is none.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The targets as numbers; null where at least one of them is none.</summary>
    public IReadOnlyList<double>? TargetNumbers { get; }

    /// <summary>Source, licence and hash.</summary>
    public Provenance Provenance { get; }

    /// <summary>Hash of the file that the rows were read from: a part of a data set keeps the hash of the whole.</summary>
    public string Sha256 => Provenance.Sha256;

    /// <summary>Whether the rows are the library's own, whose story is known.</summary>
    public bool IsEmbedded => Provenance.Doi is not null;

    /// <summary>The label that counts as positive when the user names none; null where there is no custom.</summary>
    public string? DefaultPositive { get; init; }

    /// <summary>What an embedded set is asked for by custom; null of any other.</summary>
    internal string? CustomaryTarget { get; init; }

    /// <summary>The batch of each row; null where none is known.</summary>
    public BatchColumn? Batch { get; init; }

    /// <summary>Which rows belong together; null where none is known.</summary>
    public GroupColumn? Group { get; init; }

    /// <summary>When each row was known; null where that is not.</summary>
    public TimeColumn? Time { get; init; }

    /// <summary>
    /// The cells that the features come from; null where there were only numbers to take as they are. Features that are learnt
    /// (levels, medians) are made of them by <c>Preparation</c>, and made anew for other training rows.
    /// </summary>
    public RawRows? Raw { get; init; }

    /// <summary>How a sentence names a row: by its line of the file, as an editor shows it; by its number in a set of our own.</summary>
    public string PlaceOf(int row) => Raw is { } raw
        ? $"line {raw.Table.LineOf(raw.Rows[row])} of the file"
        : $"row {row} (counted from 0)";

    /// <summary>
    /// For each row a number that rows share which are copies of one case: they stay on one side of a split. Null where no row is a copy.
    /// </summary>
    public IReadOnlyList<int>? CopyOf { get; init; }

    /// <summary>The features of one row, without a copy.</summary>
    public ReadOnlySpan<double> Row(int row) => _features.AsSpan(row * Columns, Columns);

    /// <summary>A copy of one feature over all rows.</summary>
    public double[] Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
        double[] values = new double[Rows];
        for (int row = 0; row < Rows; row++)
            values[row] = _features[row * Columns + column];
        return values;
    }

    /// <summary>The given rows, in the given order.</summary>
    public Dataset Select(ReadOnlySpan<int> rows)
    {
        double[] features = new double[rows.Length * Columns];
        string[] labels = new string[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(features.AsSpan(i * Columns));
            labels[i] = Labels[rows[i]];
        }

        int[] chosen = rows.ToArray();
        return new(Name, ColumnNames, features, TargetName, labels, Provenance)
        {
            DefaultPositive = DefaultPositive,
            Batch = Batch is null ? null : Batch with { OfRow = [.. chosen.Select(row => Batch.OfRow[row])] },
            Group = Group is null ? null : Group with { OfRow = [.. chosen.Select(row => Group.OfRow[row])] },
            Time = Time is null ? null : Time with { OfRow = [.. chosen.Select(row => Time.OfRow[row])] },
            Raw = Raw?.Select(chosen),
            CopyOf = CopyOf is null ? null : [.. chosen.Select(row => CopyOf[row])],
        };
    }

    /// <summary>The same rows with other numbers in them, for instance standardised ones.</summary>
    public Dataset WithFeatures(double[] features) => WithFeatures(ColumnNames, features);

    /// <summary>The same rows with other features, for instance polynomial ones.</summary>
    public Dataset WithFeatures(IReadOnlyList<string> columnNames, double[] features) => WithFeatures(columnNames, features, raw: null);

    /// <summary>The same rows with features that were made of their cells, and can be made of them again.</summary>
    internal Dataset WithFeatures(IReadOnlyList<string> columnNames, double[] features, RawRows? raw) =>
        new(Name, columnNames, features, TargetName, Labels, Provenance)
        {
            Raw = raw,
            CopyOf = CopyOf,
            DefaultPositive = DefaultPositive,
            Batch = Batch,
            Group = Group,
            Time = Time,
        };

    /// <summary>The same rows with some of the features only, in the order given.</summary>
    public Dataset WithColumns(IReadOnlyList<int> columns)
    {
        double[] features = new double[Rows * columns.Count];
        for (int row = 0, at = 0; row < Rows; row++)
        {
            foreach (int column in columns)
                features[at++] = _features[row * Columns + column];
        }

        return WithFeatures([.. columns.Select(column => ColumnNames[column])], features);
    }

    /// <summary>The same rows, a copy of a row being a row like any other: as splits by chance alone deal them.</summary>
    public Dataset WithCopiesAsRows() => CopyOf is null
        ? this
        : new(Name, ColumnNames, _features, TargetName, Labels, Provenance)
        {
            Raw = Raw,
            DefaultPositive = DefaultPositive,
            Batch = Batch,
            Group = Group,
            Time = Time,
        };

    /// <summary>The same rows with other labels.</summary>
    internal Dataset WithLabels(IReadOnlyList<string> labels) => new(Name, ColumnNames, _features, TargetName, labels, Provenance)
    {
        Raw = Raw,
        CopyOf = CopyOf,
        DefaultPositive = DefaultPositive,
        Batch = Batch,
        Group = Group,
        Time = Time,
    };

    /// <summary>Columns that hold one value only: nothing can be learnt from them, and their deviation is 0.</summary>
    public IReadOnlyList<int> ConstantColumns()
    {
        bool[] varies = new bool[Columns];
        for (int row = 1; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
                varies[column] |= _features[row * Columns + column] != _features[column];
        }

        return [.. Enumerable.Range(0, Columns).Where(column => !varies[column])];
    }

    /// <summary>X [n, d] on a device; the caller's scope disposes it.</summary>
    public Tensor X(torch.Device? device = null, torch.ScalarType dtype = torch.ScalarType.Float64) =>
        TensorCopy.Of(_features, [Rows, Columns], dtype: dtype, device: device ?? torch.CPU);

    /// <summary>Whether a label is a finite number.</summary>
    internal static bool IsNumber(string label, out double number) =>
        double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static double[]? NumbersIn(IReadOnlyList<string> labels)
    {
        double[] numbers = new double[labels.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            if (!IsNumber(labels[row], out numbers[row])) return null;
        }

        return numbers;
    }
}
