using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>Header, numbers and the texts of the columns with a role; labels and batches are blank where a row has none.</summary>
internal sealed record CsvTable(
    CsvHeader Header, double[] Features, IReadOnlyList<string> Labels, IReadOnlyList<string> Batches, IReadOnlyList<string> Groups,
    IReadOnlyList<string> Times)
{
    public static CsvTable Read(byte[] utf8, CsvSource source)
    {
        var options = new CsvReaderOptions
        {
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record => Refuse(record, source),
        };
        using CsvReader reader = CsvReader.Create(utf8, options);
        if (reader.Headers.Count == 0)
        {
            throw new UserMistakeException(
                $"{source.Shown} is empty: it needs a header row with the columns' names, and rows of numbers below it.");
        }

        var header = CsvHeader.Checked([.. reader.Headers], source);
        var cells = new CsvCells(reader, header, source);
        int columns = header.Features.Count;
        double[] features = new double[LikelyNumbers(utf8, columns)];
        List<string> labels = [], batches = [], groups = [], times = [];
        int count = 0;
        while (reader.Read())
        {
            cells.CheckWidth();
            if (count + columns > features.Length)
                Array.Resize(ref features, 2 * features.Length + columns);
            for (int column = 0; column < header.Names.Count; column++)
            {
                if (header.IsFeature(column))
                    features[count++] = cells.Number(column);
            }

            labels.Add(cells.Text(header.TargetIndex, "target"));
            batches.Add(cells.Text(header.BatchIndex, "batch"));
            if (header.GroupIndex is not null)
                groups.Add(cells.Text(header.GroupIndex, "group"));
            if (header.TimeIndex is not null)
                times.Add(cells.Text(header.TimeIndex, "time"));
        }

        if (count < features.Length)
            Array.Resize(ref features, count);
        return labels.Count > 0
            ? new(header, features, labels, batches, groups, times)
            : throw new UserMistakeException($"{source.Shown} has a header but no rows: add rows of numbers below it.");
    }

    /// <summary>One row per line, so that a large file is held once; and no more numbers than there are places for a digit and a comma.</summary>
    private static int LikelyNumbers(byte[] utf8, int columns) =>
        (int)Math.Min((utf8.AsSpan().Count((byte)'\n') + 1L) * columns, utf8.Length / 2);

    // A quote inside an unquoted cell (5" pipe) is text like any other; one that is never closed swallows what follows.
    public static void Refuse(CsvMalformedRecord record, CsvSource source)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new UserMistakeException(
                $"{source.Shown}, line {record.LineNumber} opens a quote that is never closed: close it, or remove it.");
        }

        // "1"2 is neither 1 nor 12.
        if (record.Reason == CsvMalformedReason.TextAfterClosingQuote)
        {
            throw new UserMistakeException(
                $"{source.Shown}, line {record.LineNumber} has text between a closing quote and the separator: write a quote inside a "
                + "quoted cell twice, or remove the quotes.");
        }
    }
}
