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

    [Fact]
    public void Any_other_cell_is_a_mistake_of_the_program()
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>(() => new ResultTable("table.csv", ["when"], [[new object()]]).Write(stream));
    }
}
