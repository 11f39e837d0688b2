using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>Header, numbers and the texts of the columns with a role; labels are blank where there are none.</summary>
internal sealed record CsvTable(
    CsvHeader Header, double[] Features, IReadOnlyList<string> Labels, IReadOnlyList<string> Batches, IReadOnlyList<string> Groups,
    IReadOnlyList<string> Times)
{
    private const int ToldEvery = 1 << 16;

    public static CsvTable Read(byte[] utf8, CsvSource source, Action<double>? told = null)
    {
        using CsvReader reader = CsvRecords.Open(utf8, source, "rows of numbers");
        var header = CsvHeader.Checked([.. reader.Headers], source);
        var cells = new CsvCells(reader, header, source);
        int columns = header.Features.Count;
        int likely = LikelyNumbers(utf8, columns);
        WorkingMemory.OfThisMachine.Require(likely, source.Shown);
        double[] features = new double[likely];
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

            if (labels.Count % ToldEvery == 0)
                told?.Invoke(Math.Min(1, (double)count / Math.Max(1, likely)));
            labels.Add(cells.Text(header.TargetIndex, "target"));
            if (header.BatchIndex is not null)
                batches.Add(cells.Text(header.BatchIndex, "batch"));
            if (header.GroupIndex is not null)
                groups.Add(cells.Text(header.GroupIndex, "group"));
            if (header.TimeIndex is not null)
                times.Add(cells.Text(header.TimeIndex, "time"));
        }

        if (count < features.Length)
            Array.Resize(ref features, count);
        if (labels.Count == 0)
            throw new UserMistakeException($"{source.Shown} has a header but no rows: add rows of numbers below it.");
        RequireSpreads(header.Features, features, source);
        return new(header, features, labels, batches, groups, times);
    }

    /// <summary>Sizes were looked at cell by cell; how far a column spreads is known at its end.</summary>
    private static void RequireSpreads(IReadOnlyList<string> names, double[] features, CsvSource source)
    {
        double[] low = features[..names.Count], high = features[..names.Count];
        for (int at = names.Count; at < features.Length; at += names.Count)
        {
            for (int column = 0; column < low.Length; column++)
            {
                double number = features[at + column];
                if (number < low[column]) low[column] = number;
                if (number > high[column]) high[column] = number;
            }
        }

        for (int column = 0; column < low.Length; column++)
        {
            string shown = $"The column {Quoted.Value(names[column])} of {source.Shown}";
            NumberRange.Require(shown, low[column], high[column]);
            int place = column;
            NumberRange.RequireTogether(shown, features.Length / names.Count, row => features[row * names.Count + place]);
        }
    }

    /// <summary>
    /// One row per line, so that a large file is held once; and no more numbers than there are places for a digit and a
    /// comma.
    /// </summary>
    private static int LikelyNumbers(byte[] utf8, int columns) =>
        (int)Math.Min((long)CsvRecords.MostIn(utf8) * columns, utf8.Length / 2);
}
