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
    [InlineData("west,,{0},7", "Total")]
    [InlineData("west,Grand total,{0},7", "Grand total")]
    [InlineData("west,Total of all shops,{0},7", "Total of all shops")]
    public void A_row_of_sums_is_found_whichever_column_calls_it_so_and_however_it_is_rounded(string cells, string word)
    {
        double sum = Enumerable.Range(0, 40).Sum(row => row % 13 + 0.25);
        string last = string.Format(System.Globalization.CultureInfo.InvariantCulture, cells, Math.Round(sum))
            + (word == "Total" ? ",Total" : ",no");
        TableOverview overview = Of("shop,kind,fee,visits,left", 41, row => $"{(row == 40 ? last : Other(row))}");
        SumRow found = Assert.Single(overview.SumRows);
        Assert.Equal((40, word), (found.Row, found.Word));
        Assert.Equal(["fee"], found.Summed);

        static string Other(int row) => $"west,{(row % 3 == 0 ? "a" : "b")},{row % 13}.25,{row % 5},{(row % 2 == 0 ? "yes" : "no")}";
    }

    [Fact]
    public void Where_half_of_the_rows_are_called_total_it_is_a_level() => Assert.Empty(Of("kind,fee,y", 40,
        row => $"{(row % 2 == 0 ? "total" : "part")},{(row == 2 ? 4 : row is 1 or 3 ? row : 0)},{row / 2 % 2}").SumRows);

    [Theory]
    [InlineData("a,churned,b", "churned")]
    [InlineData("a,default,y", "y")]
    [InlineData("a,b,c", "c")]
    public void The_likely_target_is_called_so_or_comes_last(string header, string expected) =>
        Assert.Equal(expected, Of(header, 40, row => $"{row * 7 % 40},{row % 2},{row / 2 % 2}").Target!.Plan.Column.Name);

    [Theory]
    [InlineData("rooms,Sale_Price,latitude", "Sale_Price")]
    [InlineData("rooms,price,y", "y")]
    public void A_price_is_what_one_predicts_where_nothing_else_is_called_so(string header, string expected) =>
        Assert.Equal(expected, Of(header, 40, row => $"{row * 7 % 40},{row * 11 % 41},{row * 13 % 37}.5").Target!.Plan.Column.Name);

    [Fact]
    public void A_price_is_a_feature_beside_a_class_that_comes_last() =>
        Assert.Equal("bought", Of("rooms,price,bought", 40, row => $"{row * 7 % 40},{row * 11 % 41},{row % 2}").Target!.Plan.Column.Name);

    [Fact]
    public void What_names_somebody_and_comes_again_may_be_a_group()
    {
        TableOverview overview = Of("patient,visit_no,size,y", 60, row => $"{row / 4 + 100},{row % 4},{row * 7 % 60},{row % 2}");
        Assert.Equal(["patient"], overview.Groups.Select(group => group.Plan.Column.Name));
        Assert.Equal(15, overview.Groups[0].Values);
    }

    [Fact]
    public void A_number_of_a_person_is_no_feature_though_a_few_come_again_and_a_count_is_one()
    {
        TableOverview overview = Of("Id,rooms_no,y", 120, row => $"{1_000_025 + 37 * (row % 110)},{row % 70},{row % 2}");
        Assert.Equal(
            [(ColumnKind.Identifier, ColumnAction.Dropped), (ColumnKind.Number, ColumnAction.Kept)],
            overview.Columns.Take(2).Select(column => (column.Plan.Kind, column.Plan.Action)));
        Assert.Contains("110 of 120 whole numbers are different", overview.Columns[0].Plan.Reason, StringComparison.Ordinal);
        Assert.Equal((110, "Id"), (overview.Groups[0].Values, overview.Groups[0].Plan.Column.Name));
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

    [Theory]
    [InlineData("Id,MSSubClass,size,SalePrice", "SalePrice")]
    [InlineData("Id,class,size,weight", "class")]
    [InlineData("Id,size,weight,iris_class", "iris_class")]
    public void A_word_that_names_features_too_is_a_target_alone_or_at_an_end(string header, string expected) => Assert.Equal(
        expected, Of(header, 40, row => $"{row + 7},{row % 2},{row * 7 % 40},{row % 3}").Target!.Plan.Column.Name);

    [Fact]
    public void Years_are_no_amounts()
    {
        TableOverview overview = Of("YearBuilt,GarageYrBlt,area,years_here,y", 200, row =>
            $"{1900 + row % 110},{1950 + row % 50},{1900 + row % 110},{row % 30},{row % 2}");
        Assert.Equal(
            ["1900 to 2009", "1950 to 1999", "1,900 to 2,009", "0 to 29"], overview.Columns.Take(4).Select(column => column.Values));
        Assert.Equal("1900", overview.Columns[0].Bars[0].Words);
    }

    [Fact]
    public void Words_of_a_scale_are_known_with_their_order()
    {
        string[] words = ["Agree", "Strongly agree", "Neutral", "Disagree"];
        TableOverview overview = Of("\"I agree, at last\",town,y", 60, row =>
            $"{words[row % 4]},{(row % 3 == 0 ? "low" : "lower")},{row % 2}");
        Assert.Equal(["Disagree", "Neutral", "Agree", "Strongly agree"], overview.Columns[0].Scale!);
        Assert.Equal("\"I agree, at last=Disagree\",Neutral,Agree,Strongly agree", overview.Columns[0].Orders);
        Assert.Null(overview.Columns[1].Scale);
    }

    [Fact]
    public void A_group_that_some_rows_lack_is_no_group_yet_and_a_day_in_two_notations_is_none()
    {
        TableOverview overview = Of("patient,day,size,y", 120, row =>
            $"{(row % 20 == 0 ? "" : $"p{row / 4}")},{Day(row % 28 + 1, row % 2 == 0)},{row * 7 % 60},{row % 2}");
        static string Day(int day, bool isFirstYear) => isFirstYear ? $"2026-03-{day:00}" : $"{day}/3/2026";
        Assert.Equal(("patient", false), (Assert.Single(overview.Groups).Plan.Column.Name, overview.Groups[0].IsWhole));
    }

    [Fact]
    public void Minus_nine_beside_yes_and_no_is_suspected()
    {
        TableOverview overview = Of("sugar,change,y", 60, row => $"{(row % 10 == 0 ? -9 : row % 2)},{row % 3 - 1},{row % 2}");
        Assert.Equal(-9, Assert.Single(overview.Columns[0].Plan.Suspects).Value);
        Assert.Empty(overview.Columns[1].Plan.Suspects);
    }

    private static TableOverview Of(string header, int rows, Func<int, FormattableString> row)
    {
        using var file = new CsvFile(
            $"{header}\n{string.Concat(Enumerable.Range(0, rows).Select(one => FormattableString.Invariant(row(one)) + "\n"))}");
        return TableOverview.Of(CsvDataset.Read(file.Path, new ColumnRoles { TargetMayLack = true, IsOverview = true }), null);
    }
}
