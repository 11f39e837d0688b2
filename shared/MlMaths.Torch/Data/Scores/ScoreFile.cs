using System.Security.Cryptography;
using System.Text.Unicode;
using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>Reads a table of scores: ten million rows in seconds, with no text kept per row.</summary>
public static class ScoreFile
{
    private const int ToldEvery = 1 << 20;

    /// <summary>Reads a file of the user's; separators, quotes and line ends as <see cref="CsvDataset"/> takes them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Which of its columns.</param>
    /// <param name="told">Told the share of the rows that is read, now and then; null for nobody.</param>
    /// <exception cref="UserMistakeException">The file cannot be used as it is.</exception>
    public static ScoreTable Read(string path, ScoreColumns columns, Action<double>? told = null)
    {
        byte[] bytes = CsvFile.Bytes(path);
        var source = new CsvSource(Quoted.Path(path), Path.GetFileNameWithoutExtension(path), new(columns.Target), path, "your file");
        List<string> notes = [];
        byte[] utf8 = ScoreBytes.Of(bytes, source, notes);
        Task<(bool IsText, string Sha256)> whole = Task.Run(() => (Utf8.IsValid(utf8), Convert.ToHexStringLower(SHA256.HashData(bytes))));
        LabelFile? labels = columns is { LabelsFile: { } file, Key: { } key } ? LabelFile.Read(file, key, columns.Target) : null;
        return Parse(utf8, source, columns, labels, notes, told, whole);
    }

    private static ScoreTable Parse(
        byte[] bytes, CsvSource source, ScoreColumns columns, LabelFile? labels, List<string> notes, Action<double>? told,
        Task<(bool IsText, string Sha256)> whole)
    {
        using CsvReader reader = CsvRecords.Open(bytes, source, "a row for each prediction");
        ScorePlaces places = ScorePlaces.In([.. reader.Headers], source, columns);
        int maxRows = CsvRecords.MostRowsIn(bytes, headerRecords: 1);
        var rows = new ScoreRows(
            reader, new CsvCells(reader, places.Header, source, mayLeaveOut: false), places, columns, source,
            maxRows)
        {
            LabelsElsewhere = labels,
        };
        int read = 0;
        for (; reader.Read(); read++)
        {
            rows.Take();
            if (read % ToldEvery == 0) told?.Invoke((double)read / maxRows);
        }

        (bool isText, string sha256) = whole.GetAwaiter().GetResult();
        CsvRecords.RequireText(isText, source);
        if (read == 0)
            throw new UserMistakeException($"{source.Shown} has a header but no rows: add a row for each prediction below it.");
        return rows.ToTable(source.Name, new Provenance(source.Origin, source.Licence, sha256), read, notes);
    }
}
