using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>The first look at a file: what its columns hold, and what it was probably made for.</summary>
public sealed class TableOverviewTests
{
    [Fact]
    public void Numbers_have_their_range_and_texts_their_most_frequent_values()
    {
        TableOverview overview = Of("size,kind,y", 40, row => $"{row % 20 + 0.5},{(row % 4 == 0 ? "rare" : "usual")},{row % 2}");
        Assert.Equal("0.5 to 19.5", overview.Columns[0].Values);
        Assert.Equal((20, 20), (overview.Columns[0].Different, overview.Columns[0].Bars.Count));
        Assert.Equal(40, overview.Columns[0].Bars.Sum(bar => bar.Rows));
        Assert.Equal("'usual' 75 %, 'rare' 25 %", overview.Columns[1].Values);
        Assert.Equal([30, 10], overview.Columns[1].Bars.Select(bar => bar.Rows));
    }

    [Fact]
    public void One_wild_value_flattens_no_histogram()
    {
        TableOverview overview = Of("size,y", 2000, row => $"{(row == 7 ? 1e9 : row % 100)},{row % 2}");
        Assert.Equal("0 to 1e9", overview.Columns[0].Values);
        Assert.True(overview.Columns[0].Bars.Count(bar => bar.Rows > 0) > 15);
    }

    [Theory]
    [InlineData("a,churned,b", "churned")]
    [InlineData("a,default,y", "y")]
    [InlineData("a,b,c", "c")]
    public void The_likely_target_is_called_so_or_comes_last(string header, string expected) =>
        Assert.Equal(expected, Of(header, 40, row => $"{row * 7 % 40},{row % 2},{row / 2 % 2}").Target!.Plan.Column.Name);

    [Fact]
    public void What_names_somebody_and_comes_again_may_be_a_group()
    {
        TableOverview overview = Of("patient,visit_no,size,y", 60, row => $"{row / 4 + 100},{row % 4},{row * 7 % 60},{row % 2}");
        Assert.Equal(["patient"], overview.Groups.Select(group => group.Plan.Column.Name));
        Assert.Equal(15, overview.Groups[0].Values);
    }

    [Fact]
    public void A_file_with_nothing_to_learn_from_is_shown_all_the_same()
    {
        TableOverview overview = Of("id,name", 30, row => $"{row},person {row}");
        Assert.Equal([ColumnKind.Identifier, ColumnKind.Identifier], overview.Columns.Select(column => column.Plan.Kind));
        Assert.Null(overview.Target);
        Assert.Null(overview.WithTarget(10));
    }

    [Fact]
    public void Rows_with_the_likely_target_are_evenly_spread_and_lack_none()
    {
        TargetOverview target = Of("size,y", 100, row => $"{row},{(row % 10 == 0 ? "" : row % 2 == 0 ? "yes" : "no")}").WithTarget(30)!;
        Assert.Equal(30, target.Rows.Rows);
        Assert.Equal(["no", "yes"], target.Rows.Labels.Distinct().Order());
        Assert.Equal(2, target.Classes.Count);
        Assert.False(target.IsNumber);
    }

    private static TableOverview Of(string header, int rows, Func<int, FormattableString> row)
    {
        using var file = new CsvFile(
            $"{header}\n{string.Concat(Enumerable.Range(0, rows).Select(one => FormattableString.Invariant(row(one)) + "\n"))}");
        return TableOverview.Of(CsvDataset.Read(file.Path, new ColumnRoles { TargetMayLack = true, IsOverview = true }), null);
    }
}
