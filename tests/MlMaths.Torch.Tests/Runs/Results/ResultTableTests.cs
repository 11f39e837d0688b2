using System.Text;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Runs;

public sealed class ResultTableTests
{
    [Fact]
    public void Cells_are_text_numbers_or_blank_and_never_formulas()
    {
        using var stream = new MemoryStream();
        new ResultTable("table.csv", ["row", "name", "value"], [[0, "=1+1", 0.1], [1, "a, b", null], [2, "-5", 1e-300]]).Write(stream);
        Assert.Equal("row,name,value\n0,'=1+1,0.1\n1,\"a, b\",\n2,-5,1E-300\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>Spreadsheets part at commas, semicolons or tabs, as their locale or the one who opens the file says.</summary>
    [Theory]
    [InlineData("x;=1+1")]
    [InlineData("x\t=1+1")]
    [InlineData("x|=1+1")]
    [InlineData("x;=HYPERLINK(\"http://evil\");y")]
    [InlineData("\"x\";\"=1+1\"")]
    [InlineData("x\n=1+1")]
    public void No_spreadsheet_makes_a_formula_of_a_part_of_a_cell(string hostile)
    {
        using var stream = new MemoryStream();
        new ResultTable("table.csv", ["row", hostile, "last"], [[0, hostile, 0.5]]).Write(stream);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(2, text.Split(
            $"\"{hostile.Replace("=", "'=", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal)}"
            + $"\"").Length - 1);
        foreach (char separator in ",;\t|")
            Assert.DoesNotContain(text.Split(separator, '\n'), part => part.Trim('"', ' ').StartsWith('='));
    }

    [Fact]
    public void Any_other_cell_is_a_mistake_of_the_program()
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>(() => new ResultTable("table.csv", ["when"], [[new object()]]).Write(stream));
    }
}
