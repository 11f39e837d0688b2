using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>
/// A table of the user's, as <c>--data</c> takes it; what is accepted is read a second time by CsvHelper, strictly set.
/// </summary>
internal sealed partial class CsvKind : IFuzzedKind
{
    public string Name => "csv";

    public IReadOnlyList<byte[]> Examples { get; } =
    [
        .. new[]
        {
            "a,b,y\n1,2,no\n3,4.5,yes\n-5,6e-3,no\n",
            "y,width,height\nA,1,2\nB,3,4\n",
            "\"a, b\",y\n1,\"yes, or no\"\n2,\"a \"\"b\"\" c\"\n",
            "\uFEFFgröße,y\n1.5,ja\n2.5,nein\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Change(byte[] input, Random chance) => TableChange.Of(input, chance);

    public bool Read(byte[] input)
    {
        Dataset read = CsvDataset.Parse([.. input],
            new("'input.csv'", "input", new ColumnRoles("y") { TargetMayLack = false }, "input.csv", "none"));
        Compare(read, input);
        return true;
    }

    public string[] Command(byte[] input, string file) =>
        ["LogisticRegression", "--data", file, "--target", "y", "--quick", "--quiet"];

    // A file that was read in a way of its own (another encoding, blanks as separators, decimal commas, …) says so in a note, and has no
    // strict reading to be compared with; nor has one in which a row ends with a separator too many.
    private static void Compare(Dataset read, byte[] input)
    {
        if (read.Raw is not { Table: { } table }
            || table.Notes.Any(note => note.Step is not (ReadingStep.MissingByCustom or ReadingStep.Codes))
            || HasTrailingSeparators(input)
            || BlanksAroundQuotes().IsMatch(Encoding.UTF8.GetString(input)))
        {
            return;
        }

        (List<string> names, List<string[]> rows) = Strictly(input);
        Same("rows", rows.Count, table.RowCount);
        for (int place = 0; place < names.Count; place++)
        {
            string name = Trimmed(names[place]);
            if (names.Count(other => Trimmed(other) == name) > 1) continue;
            // A second byte order mark may count as one, or as part of the name.
            if ((table.Find(name) ?? table.Find(name.Trim('\uFEFF'))) is not { } column)
            {
                Same($"a name for the cells of column {place}", "", name);
                continue;
            }

            for (int row = 0; row < rows.Count; row++)
                Cell($"row {row}, column {place}", Trimmed(rows[row][place]), column, row);
        }
    }

    private static void Cell(string where, string strictly, RawColumn column, int row)
    {
        if (column.IsMissing(row))
            Same(where, true, MissingText.Is(Encoding.UTF8.GetBytes(strictly)));
        else if (column.IsNumeric && double.TryParse(strictly, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            Same(where, number.ToString(CultureInfo.InvariantCulture), column.Text(row)!);
        else
            Same(where, strictly, column.Text(row)!);
    }

    private static bool HasTrailingSeparators(byte[] input) =>
        Encoding.UTF8.GetString(input).Split('\n', '\r').Any(line => line.TrimEnd(' ', '"') is [.., ',' or ';' or '\t' or '|']);

    [GeneratedRegex(@"(^|[,;|\t\r\n])[ \t]+""|""[ \t]+([,;|\t\r\n]|\z)")]
    private static partial Regex BlanksAroundQuotes();

    private static string Trimmed(string text) => text.Trim(' ', '\t');

    /// <summary>
    /// As a stream, in the smallest pieces, every malformation an error; a quote inside an unquoted cell (5" pipe)
    /// alone is text.
    /// </summary>
    private static (List<string> Names, List<string[]> Rows) Strictly(byte[] input)
    {
        var options = new CsvReaderOptions
        {
            FieldCountMismatch = CsvFieldCountHandling.Throw,
            MissingField = CsvMissingFieldHandling.Throw,
            BufferSize = 256,
            OnMalformedRecord = record => _ = record.Reason == CsvMalformedReason.StrayQuote ? 0
                : throw new DifferentReadingException($"strictly: {record.Reason}"),
        };
        using CsvReader reader = CsvReader.Create(new MemoryStream(input), options);
        List<string> names = [.. reader.Headers];
        List<string[]> rows = [];
        try
        {
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }
        catch (CsvFormatException refusal)
        {
            throw new DifferentReadingException($"strictly: {refusal.Message}");
        }

        return (names, rows);
    }

    private static void Same<T>(string what, T strictly, T read)
    {
        if (!EqualityComparer<T>.Default.Equals(strictly, read))
            throw new DifferentReadingException($"{what}: strictly '{strictly}', and read '{read}'");
    }
}
