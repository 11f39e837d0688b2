using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>Labels that stand in a file of their own, found by a key that both files have.</summary>
internal sealed class LabelFile
{
    private const int MaxLabels = 1000;

    private readonly KnownTexts _keys = new();
    private readonly List<ushort> _labelOfKey = [];
    private readonly List<bool> _isUsed = [];

    private LabelFile() { }

    /// <summary>The distinct labels.</summary>
    public KnownTexts Labels { get; } = new();

    /// <summary>Keys that no row of the scores had.</summary>
    public int Unused => _isUsed.Count(used => !used);

    /// <summary>Reads a file of the user's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">Name of the column that both files have.</param>
    /// <param name="target">Name of the column of labels.</param>
    /// <exception cref="UserMistakeException">It cannot be used as it is.</exception>
    public static LabelFile Read(string path, string key, string target)
    {
        var source = new CsvSource(Quoted.Path(path), Path.GetFileNameWithoutExtension(path), new(target), path, "your file");
        byte[] bytes = ScoreBytes.Of(CsvFile.Bytes(path), source, []);
        CsvRecords.RequireText(bytes, source);
        using CsvReader reader = CsvRecords.Open(bytes, source, "a row for each label");
        string[] names = [.. reader.Headers.Select(name => name.Trim(' ', '\t'))];
        int keyAt = CsvHeader.IndexIn(names, source, "--key", key), labelAt = CsvHeader.IndexIn(names, source, "--target", target);
        var cells = new CsvCells(reader, new CsvHeader(names), source, mayLeaveOut: false);
        LabelFile labels = new();
        while (reader.Read())
        {
            cells.CheckWidth();
            cells.Text(keyAt, "key");
            cells.Text(labelAt, "label");
            labels.Add(reader.GetSpan(keyAt).Trim(" \t"u8), reader.GetSpan(labelAt).Trim(" \t"u8), () => $"{source.Shown}, line "
                + $"{reader.LineNumber}");
        }

        return labels._labelOfKey.Count > 0 ? labels
            : throw new UserMistakeException($"{source.Shown} has a header but no rows: add a row for each label below it.");
    }

    /// <summary>The number of the label of a key; −1 where the file does not have the key.</summary>
    public int LabelOf(ReadOnlySpan<byte> key)
    {
        int number = _keys.Find(key.Trim(" \t"u8));
        if (number < 0) return -1;
        _isUsed[number] = true;
        return _labelOfKey[number];
    }

    private void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> label, Func<string> where)
    {
        int number = _keys.NumberOf(key), of = Labels.NumberOf(label);
        if (of >= MaxLabels)
        {
            throw new UserMistakeException(
                $"{where()}: there are more than {MaxLabels} different labels: labels have few; name their column with --target.");
        }

        if (number < _labelOfKey.Count)
        {
            throw new UserMistakeException(
                $"{where()} has the key {Quoted.Value(_keys[number])} a second time: every key of --labels stands for one row.");
        }

        _labelOfKey.Add((ushort)of);
        _isUsed.Add(false);
    }
}
