using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Every reader of a table takes every line end, as all read through one door.</summary>
public sealed class CsvLineEndsTests
{
    private static readonly string[] Ends = ["\n", "\r", "\r\n"];

    public static TheoryData<string> Tables()
    {
        TheoryData<string> tables = [];
        foreach (string end in Ends)
        {
            tables.Add($"s,t{end}0.9,1{end}0.2,0{end}");
            tables.Add($"s,t{end}0.9,1{end}0.2,0");
            tables.Add($"s,t{end}{end}0.9,1{end}{end}0.2,0{end}");
            tables.Add($"\"s\",\"t\"{end}\"0.9\",\"1\"{end}\"0.2\",\"0\"{end}");
        }

        tables.Add("s,t\r\n0.9,1\n0.2,0\r");
        tables.Add("s,t\r0.9,1\r\n0.2,0\n");
        tables.Add("s,t\n0.9,1\r0.2,0\r\n");
        return tables;
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Data_and_scores_are_read_alike(string text)
    {
        using var file = new CsvFile(text);
        ScoreTable scores = ScoreFile.Read(file.Path, new ScoreColumns("t", ["s"]));
        Dataset data = CsvDataset.Read(file.Path, "t");
        Assert.Equal([0.9, 0.2], scores.Scores[0]);
        Assert.Equal([0.9, 0.2], data.Features.ToArray());
        Assert.Equal(["1", "0"], scores.LabelOfRow.Select(label => scores.Labels[label]));
        Assert.Equal(["1", "0"], data.Labels);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void A_line_end_inside_quotes_is_a_letter(string end)
    {
        using var file = new CsvFile($"s,t{end}0.9,\"a{end}b\"{end}0.2,\"{end}\"\"{end}\"{end}");
        ScoreTable scores = ScoreFile.Read(file.Path, new ScoreColumns("t", ["s"]));
        Assert.Equal([$"a{end}b", $"{end}\"{end}"], scores.Labels);
        Assert.Equal(scores.Labels, CsvDataset.Read(file.Path, "t").Labels);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("a\rb\r", 3)]
    [InlineData("a\r\nb\r\n", 3)]
    [InlineData("\r\r\n\n\r", 5)]
    public void Lines_are_counted_whatever_ends_them(string text, int lines) =>
        Assert.Equal(lines, CsvRecords.MostIn(System.Text.Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("a\n1\n2", 2)]
    [InlineData("a\r\n1\r\n2\r\n", 2)]
    [InlineData("a\r1\r2\r", 2)]
    [InlineData("a", 1)]
    public void Rows_below_a_header_are_counted_without_an_empty_last_line(string text, int rows) =>
        Assert.Equal(rows, CsvRecords.MostRowsIn(System.Text.Encoding.UTF8.GetBytes(text), headerRecords: 1));
}
