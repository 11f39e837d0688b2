using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>The cells of a file by column, as they stand there, and on which line each row is.</summary>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Separator">Between cells.</param>
/// <param name="IsDecimalComma">Whether a column proves that decimals follow a comma, so that points group thousands.</param>
/// <param name="Lines">Rows from which on the line is further away, with the distance.</param>
internal sealed record TableCells(
    IReadOnlyList<RawColumn> Columns, int Rows, char Separator, bool IsDecimalComma, IReadOnlyList<(int Row, int Distance)> Lines)
{
    /// <summary>Columns of digits that begin with 0, kept as texts.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];

    /// <summary>Words that were read as no value, by column, with the number of cells.</summary>
    public IReadOnlyList<(string Word, string Column, int Cells)> MissingWords { get; private init; } = [];

    private const int ToldEvery = 1 << 16, MaxRagged = 3;

    /// <summary>1-based line of the file on which a 0-based row stands.</summary>
    public int LineOf(int row) => row + Lines.Last(one => one.Row <= row).Distance;

    /// <summary>Reads all rows; columns that mix numbers and texts are read twice, as are numbers
    /// with points where decimals follow a comma.</summary>
    /// <param name="bytes">The file, from its header on.</param>
    /// <param name="header">Names, and whether they stand in the file.</param>
    /// <param name="roleOf">Option that gave a column its role: <c>--target</c>; null for none.</param>
    /// <param name="source">How sentences call the file.</param>
    /// <param name="faults">Told of rows that are too short or too long.</param>
    /// <param name="told">Told the share of the rows that is read, now and then; null for nobody.</param>
    public static TableCells Read(
        TableBytes bytes, HeaderLine header, Func<int, string?> roleOf, CsvSource source, TableFaults faults, Action<double>? told)
    {
        int likely = CsvRecords.MostRowsIn(bytes.Utf8, header.Records);
        WorkingMemory.OfThisMachine.Require(Math.Min((long)likely * header.Names.Count, bytes.Utf8.Length / 2), source.Shown);
        ColumnBuilder[] builders = [.. header.Names.Select((name, place) => new ColumnBuilder(
            name, likely, isText: roleOf(place) is not null, blankOnly: roleOf(place) is not (null or "--target")))];
        List<(int, int)> lines = [];
        List<string> ragged = [];
        int rows = 0;
        char separator = Each(bytes, header, source, reader =>
        {
            int line = (int)reader.LineNumber + bytes.LinesBefore;
            if (!IsWide(reader, builders.Length))
            {
                // Told, and not looked at: its cells may stand in other columns than their own.
                ragged.Add($"{source.Shown}, line {line} has {Counted.Cells(reader.FieldCount)}, and "
                    + $"{(header.IsInFile ? "the header has" : "the first row has")} {builders.Length}");
                return;
            }

            int row = rows++;
            if (lines.Count == 0 || lines[^1].Item2 != line - row) lines.Add((row, line - row));

            for (int place = 0; place < builders.Length; place++)
                builders[place].Add(place < reader.FieldCount ? reader.GetSpan(place) : default);
            if (row % ToldEvery == 0) told?.Invoke(Math.Min(1, (double)row / likely));
        });
        if (ragged.Count > 0)
        {
            faults.Add(
                string.Join("; ", ragged.Take(MaxRagged))
                + $"{(ragged.Count > MaxRagged ? $"; and {ragged.Count - MaxRagged} more rows" : "")}: "
                + "give every row one cell per column, and put quotes around a cell that contains the separator or a line break.");
        }

        string[] codes = [.. builders.Index().Where(one => one.Item.HoldsCodes)
            .Select(one => one.Item.Name.Length > 0 ? one.Item.Name : $"column_{one.Index + 1}")];
        Reread(bytes, header, source, builders, builder => builder.MustReread || builder.HoldsCodes);
        RawColumn[] columns = [.. builders.Select(builder => builder.ToColumn())];
        bool isDecimalComma = columns.Any(NumberNotation.ProvesDecimalComma);
        if (isDecimalComma && !builders.Any(builder => builder.ProvesDecimalPoint))
        {
            foreach (int place in Reread(bytes, header, source, builders, builder => builder.MayHoldThousands))
                columns[place] = builders[place].ToColumn();
        }

        return new(columns, rows, separator, isDecimalComma, lines.Count > 0 ? lines : [(0, bytes.LinesBefore + 2)])
        {
            Codes = codes,
            MissingWords = [.. builders.SelectMany(
                builder => builder.MissingWords, (builder, word) => (word.Key, builder.Name, word.Value))],
        };
    }

    /// <summary>The first records as texts.</summary>
    public static IReadOnlyList<string[]> First(TableBytes bytes, CsvSource source, int most)
    {
        using CsvReader reader = CsvRecords.Open(bytes, source);
        List<string[]> first = [];
        while (first.Count < most && reader.Read())
            first.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return first;
    }

    // Some columns once more, as texts; their places.
    private static int[] Reread(
        TableBytes bytes, HeaderLine header, CsvSource source, ColumnBuilder[] builders, Func<ColumnBuilder, bool> isAsText)
    {
        int[] again = [.. Enumerable.Range(0, builders.Length).Where(place => isAsText(builders[place]))];
        if (again.Length == 0) return again;
        foreach (int place in again)
            builders[place] = builders[place].AsText();
        Each(bytes, header, source, reader =>
        {
            if (!IsWide(reader, builders.Length)) return;
            foreach (int place in again)
                builders[place].Add(place < reader.FieldCount ? reader.GetSpan(place) : default);
        });
        return again;
    }

    private static char Each(TableBytes bytes, HeaderLine header, CsvSource source, Action<CsvReader> take)
    {
        using CsvReader reader = CsvRecords.Open(bytes, source);
        for (int record = 0; record < header.Records; record++)
            reader.Read();
        while (reader.Read())
            take(reader);
        return reader.Separator;
    }

    // Separators at the end of a row that separate nothing do no harm.
    private static bool IsWide(CsvReader reader, int wanted)
    {
        if (reader.FieldCount < wanted) return false;
        for (int place = wanted; place < reader.FieldCount; place++)
        {
            if (!reader.GetSpan(place).Trim(" \t"u8).IsEmpty) return false;
        }

        return true;
    }
}
