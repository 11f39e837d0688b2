using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class CsvRoundTripTests
{
    /// <summary>Column names and labels that CSV, spreadsheets and readers trip over, and any numbers that a table may have.</summary>
    public sealed record StrangeTable(string[] Names, double[] Features, string[] Labels, char Separator)
    {
        public override string ToString() => System.Text.Json.JsonSerializer.Serialize(this);
    }

    [Property(Arbitrary = [typeof(StrangeTables)], MaxTest = 300)]
    public void Whatever_is_written_reads_back_equal(StrangeTable table)
    {
        // What is told apart is kept: a constant, or a number of the row, would else be left out.
        var options = new TableOptions { Keep = table.Names[..^1] };
        Dataset dataset = Tables.Read(Written(table), new ColumnRoles(table.Names[^1]), options);
        Assert.Equal(table.Names[..^1], dataset.ColumnNames);
        Assert.Equal(table.Features, dataset.Features.ToArray());
        Assert.Equal(table.Labels, dataset.Labels);
    }

    private static byte[] Written(StrangeTable table)
    {
        // Without quotes, nobody could tell which of two separators parts the cells; and without a mark of its own, a file whose
        // first name starts with U+FEFF has it taken for the mark.
        var options = new CsvWriterOptions
        {
            Separator = table.Separator,
            WriteByteOrderMark = true,
            ShouldQuote = (cell, _, _, _) => cell.IndexOfAny(",;\t|") >= 0,
        };
        using var bytes = new MemoryStream();
        using (CsvWriter writer = CsvWriter.Create(bytes, options, leaveOpen: true))
        {
            writer.WriteHeader(table.Names);
            int columns = table.Names.Length - 1;
            for (int row = 0; row < table.Labels.Length; row++)
            {
                for (int column = 0; column < columns; column++)
                    writer.WriteField(table.Features[row * columns + column]);
                writer.WriteField(table.Labels[row]);
                writer.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    private static class StrangeTables
    {
        private static readonly string[] Pieces =
        [
            "\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "=1+1", "<b>", "&amp;", "'", "\\", "\uFEFF", "é",
            "🧪", "NaN", "1,5", "a", "B", "#", "sep=;",
        ];

        private static readonly Gen<string> Text =
            from pieces in Gen.Choose(1, 5).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count))
            let text = string.Concat(pieces)
            where !string.IsNullOrWhiteSpace(text)
            select text;

        private static readonly Gen<double> Finite =
            ArbMap.Default.GeneratorFor<long>().Select(BitConverter.Int64BitsToDouble)
                .Where(number => number == 0 || Math.Abs(number) is >= 1e-49 and <= 1e50);

        public static Arbitrary<StrangeTable> Table() => Arb.From(
            from columns in Gen.Choose(2, 5)
            from names in Text.Select(text => $"n{text}".TrimEnd(' ', '\t')).ArrayOf(columns)
            where names.Distinct().Count() == columns
            from rows in Gen.Choose(1, 6)
            from features in Gen.OneOf(Finite, Gen.Choose(-9, 9).Select(n => n / 2.0)).ArrayOf(rows * (columns - 1))
            from labels in Text.Select(text => $"v{text}".TrimEnd(' ', '\t')).ArrayOf(rows)
            from separator in Gen.Elements(',', ';', '\t', '|')
            select new StrangeTable(names, features, labels, separator));
    }
}
