using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Texts that hold amounts or several answers are no group, and it is said what would make features of them.</summary>
public sealed class SeveralInOneTests
{
    private static readonly string[] Tools = ["R", "Excel", "SPSS", "Python", "Tableau", "Stata", "SAS"];

    public static TheoryData<string, string> Texts() => new()
    {
        { "weight", "amounts with units" }, { "stay", "amounts with units" }, { "pressure", "two numbers in each cell" },
        { "tools", "several answers in one cell, separated by ';'" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void They_are_no_group_and_are_told(string kind, string clause)
    {
        TableOverview overview = Of(row => kind switch
        {
            "weight" => row % 3 == 0 ? $"{110 + row % 60} lb" : $"{50 + row % 70} kg",
            "stay" => row % 2 == 0 ? $"{row % 30}h {row % 59}m" : $"{row % 90} min",
            "pressure" => $"{100 + row % 50}/{60 + row % 41}",
            _ => $"{Tools[row % 7]};{Tools[(row / 7 + 1) % 7]};{Tools[(row / 49 + 2) % 7]}",
        });
        Assert.StartsWith(clause, overview.Columns[0].Plan.Advice, StringComparison.Ordinal);
        Assert.Equal((ColumnKind.Text, ColumnAction.Dropped), (overview.Columns[0].Plan.Kind, overview.Columns[0].Plan.Action));
        Assert.Empty(overview.Groups);
    }

    [Fact]
    public void Names_with_a_comma_may_be_a_group() =>
        Assert.Single(Of(row => $"\"Name{row % 100}, Mr. First{row % 100}\"").Groups);

    private static TableOverview Of(Func<int, string> text)
    {
        using var file = new CsvFile("what,b,y\n" + string.Concat(Enumerable.Range(0, 300).Select(row =>
            $"{text(row)},{row % 7},{(row % 2 == 0 ? "yes" : "no")}\n")));
        return TableOverview.Of(CsvDataset.Read(file.Path, new ColumnRoles { TargetMayLack = true, IsOverview = true }), null);
    }
}
