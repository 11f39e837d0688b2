using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class CsvReadingTests
{
    [Theory]
    [InlineData("a,b,y\n1,2,no\n3,4.5,yes\n")]
    [InlineData("a,b,y\r\n1,2,no\r\n3,4.5,yes\r\n")]
    [InlineData("a,b,y\r1,2,no\r3,4.5,yes")]
    [InlineData("\uFEFFa,b,y\n1,2,no\n3,4.5,yes")]
    [InlineData("a;b;y\n1;2;no\n3;4.5;yes\n")]
    [InlineData("a\tb\ty\n1\t2\tno\n3\t4.5\tyes\n")]
    [InlineData("a|b|y\n1|2|no\n3|4.5|yes\n")]
    [InlineData("\"a\",\"b\",\"y\"\n\"1\",\"2\",\"no\"\n\"3\",\"4.5\",\"yes\"\n")]
    [InlineData("\n\na,b,y\n\n1,2,no\n\n3,4.5,yes\n\n")]
    [InlineData("a,b,y\n 1 ,+2,no\n3e0,.45E1,yes\n")]
    public void One_table_can_be_written_in_many_ways(string text)
    {
        Dataset dataset = Tables.Read(text);
        Assert.Equal(["a", "b"], dataset.ColumnNames);
        Assert.Equal([1, 2, 3, 4.5], dataset.Features.ToArray());
        Assert.Equal(["no", "yes"], dataset.Labels);
        Assert.Equal("cells", dataset.Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UTF_16_without_its_mark_is_read_as_that(bool bigEndian)
    {
        Dataset dataset = Tables.Read(new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes("größe,y\n1,no\n3,yes\n"));
        Assert.Equal(["größe"], dataset.ColumnNames);
        Assert.Contains("Every other byte is 0, so the file was read as UTF-16; it lacks the mark.", CsvCaseFile.Notes(dataset));
    }

    [Fact]
    public void The_target_may_stand_anywhere()
    {
        Dataset dataset = Tables.Read("a,y,b\n1,7,2\n3,8.5,4\n");
        Assert.Equal([1, 2, 3, 4], dataset.Features.ToArray());
        Assert.Equal("y", dataset.TargetName);
        Assert.Equal([7, 8.5], dataset.TargetNumbers!);
    }

    [Fact]
    public void A_target_with_a_word_in_it_has_no_numbers() => Assert.Null(Tables.Read("a,y\n1,7\n3,many\n").TargetNumbers);

    [Fact]
    public void Names_and_labels_that_look_like_code_come_back_letter_for_letter()
    {
        string[] hostile =
        [
            "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "a, b; c|d", "two\nlines", "| **x** |", "'\"",
            "spaces around", "π 🧪",
        ];
        string header = string.Join(',', hostile.Select(name => $"\"{name.Replace("\"", "\"\"")}\""));
        Dataset dataset = Tables.Read($"{header},y\n1,2,3,4,5,6,7,8,\"=1+1\"\n2,4,6,8,9,7,5,3,<b>\n");
        Assert.Equal(hostile, dataset.ColumnNames);
        Assert.Equal(["=1+1", "<b>"], dataset.Labels);
    }

    [Theory]
    [InlineData("a;b;y\n1.5;2;u,v\n1;3;u,v\n")]
    [InlineData("a,1;b,1;y\n1;2;no\n2;4;no\n")]
    public void Commas_inside_cells_do_not_hide_the_semicolons(string text) => Assert.Equal(2, Tables.Read(text).Columns);

    [Fact]
    public void Semicolons_inside_names_do_not_hide_the_commas() =>
        Assert.Equal(["a;b;c", "d;e;f;g"], Tables.Read("a;b;c,d;e;f;g,y\n1,2,no\n3,4,yes\n").ColumnNames);

    [Fact]
    public void A_quote_inside_a_cell_is_text() => Assert.Equal("5\" pipe", Tables.Read("a,y\n1,5\" pipe\n2,no\n").Labels[0]);

    [Fact]
    public void The_hash_is_that_of_the_bytes_with_their_mark()
    {
        Assert.Equal("69696dfaf6ab3e371ef78aa756056addb25ae8b8771e070882ef77c3be580893", Tables.Read("a,y\n1,no\n2,yes\n").Sha256);
        Assert.NotEqual(Tables.Read("a,y\n1,no\n2,yes\n").Sha256, Tables.Read("\uFEFFa,y\n1,no\n2,yes\n").Sha256);
    }

    [Fact]
    public void A_file_of_five_million_cells_is_read()
    {
        const int rows = 100_000, columns = 50;
        var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(column => $"c{column}"))).Append(",y\n");
        string cells = string.Concat(Enumerable.Range(0, columns).Select(column => $"{Math.Sqrt(column + 2)},"));
        for (int row = 0; row < rows; row++)
            text.Append(row == 0 ? string.Concat(Enumerable.Repeat("0.5,", columns)) : cells).Append(row % 2 == 0 ? "no\n" : "yes\n");
        Dataset dataset = Tables.Read(Encoding.UTF8.GetBytes(text.ToString()));

        Assert.Equal((rows, columns), (dataset.Rows, dataset.Columns));
        Assert.Equal(Math.Sqrt(51), dataset.Row(rows - 1)[columns - 1]);
    }
}
