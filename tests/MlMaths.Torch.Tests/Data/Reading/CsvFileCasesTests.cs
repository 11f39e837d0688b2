using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>How a file is written: header, encoding, separators, numbers.</summary>
public sealed class CsvFileCasesTests
{
    [Theory]
    [InlineData("01", "'12.4', '1.41', '70', '0'", 4)]
    [InlineData("02", "'1', '1', '1', '3.0', '0'", 5)]
    [InlineData("03", "'0.0925', '0.1653', ''1''", 3)]
    [InlineData("21", "'0.4945', '1', '0'", 3)]
    public void A_first_line_that_looks_like_data_is_asked_about(string name, string shown, int columns) => Assert.Equal(
        $"'{Path.GetFileName(CsvCaseFile.Path(name))}': the first line looks like data ({shown}), like the rows below it, and a header has "
        + $"names: with --no-header columns are called column_1 to column_{columns}, and --names a,b,c names them.\n"
        + $"Ready to copy: --no-header --target column_{columns}",
        CsvCaseFile.Mistake(name, "y"));

    [Fact]
    public void Fewer_names_than_cells_that_are_numbers_are_the_same_question() => Assert.Equal(
        "'30_ragged_header_short.csv': rows have 4 cells and the first line 3, all of them numbers ('1', '2', '3'), "
            + "so it does not look like a "
        + "header: with --no-header columns are called column_1 to column_4, and --names a,b,c names them.\nReady to copy: --no-header",
        CsvCaseFile.Mistake("30", "4"));

    [Theory]
    [InlineData("01", "4", 24, "column_4", "column_1,column_2,column_3")]
    [InlineData("01", "column_4", 24, "column_4", "column_1,column_2,column_3")]
    [InlineData("02", "5", 24, "column_5", "column_2,column_4")]
    [InlineData("21", "3", 24, "column_3", "column_1,column_2")]
    public void Without_a_header_no_row_is_lost_and_a_column_is_named_by_its_number(
        string name, string target, int rows, string named, string columns)
    {
        Dataset read = CsvCaseFile.Read(name, target, new TableOptions { NoHeader = true });
        Assert.Equal((rows, named), (read.Rows, read.TargetName));
        Assert.Equal(columns.Split(','), read.ColumnNames);
    }

    [Fact]
    public void Names_may_be_given()
    {
        Dataset read = CsvCaseFile.Read("01", "ill", new TableOptions { Names = ["age", "dose", "size", "ill"] });
        Assert.Equal(["age", "dose", "size"], read.ColumnNames);
        Assert.Equal([12.4, 1.41, 70], read.Row(0).ToArray());
        Assert.Equal("--names has 2 names, and the first line of '01_no_header_numeric.csv' has 4 cells: give one name for each column, "
            + "separated by commas.", CsvCaseFile.Mistake("01", "b", new TableOptions { Names = ["a", "b"] }).Split('\n')[0]);
    }

    [Fact]
    public void Single_quotes_around_labels_are_taken_off()
    {
        Dataset read = CsvCaseFile.Read("03", "3", new TableOptions { NoHeader = true });
        Assert.Equal(["-1", "1"], read.Labels.Distinct().Order());
        Assert.Contains("Single quotes around every value of 'column_3' were taken off.", CsvCaseFile.Notes(read));
    }

    [Fact]
    public void Rows_without_a_target_are_left_out_and_numbered()
    {
        Dataset read = CsvCaseFile.Read("11", "y");
        LeftOutRows gone = Assert.Single(read.Raw!.Table.LeftOut);
        Assert.Equal("no target", gone.Reason);
        Assert.Equal(24 - gone.Rows.Count, read.Rows);
        string[] lines = File.ReadAllLines(CsvCaseFile.Path("11"));
        Assert.All(gone.Rows, row => Assert.EndsWith(",", lines[row], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("12", "art", "Numbers were read with decimal commas: 'laenge', 'breite'.", 7.3, 6.6)]
    [InlineData("13", "paid", "Numbers were read with commas between thousands: 'income'.", 4874, 3.0)]
    [InlineData("14", "bought", "Numbers were read with % taken off: 'share'.", 70, 25.37)]
    [InlineData("15", "krank", "The file is not UTF-8, and was read as Windows-1252 (Latin-1); --encoding NAME says otherwise.", 160, null)]
    [InlineData("16", "ill", "The file begins with the mark of UTF-16, and was read as that.", 157, 54.0)]
    [InlineData("20", "ok", "2 lines that start with # above the header were skipped.", 4, 2.7)]
    public void Numbers_and_letters_are_read_as_they_are_written(string name, string target, string note, double first, double? second)
    {
        (Dataset read, _) = CsvCaseFile.Prepared(name, target);
        Assert.Contains(note, CsvCaseFile.Notes(read));
        Assert.Equal(first, read.Row(0)[0]);
        if (second is not null) Assert.Equal(second, read.Row(0)[1]);
    }

    [Fact]
    public void Letters_of_another_encoding_come_out_right()
    {
        (Dataset read, _) = CsvCaseFile.Prepared("15", "krank");
        Assert.Equal(["größe", "stadt = Köln"], read.ColumnNames);
        Assert.Equal("größe", CsvCaseFile.Read("15", "krank",
            new TableOptions { Encoding = "iso-8859-1" }).Raw!.Table.Columns[0].Column.Name);
        Assert.StartsWith("--encoding is 'latin-7000', which is not known",
            CsvCaseFile.Mistake("15", "krank", new TableOptions { Encoding = "latin-7000" }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_of_a_saved_table_and_columns_without_a_value_are_left_out()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("17", "kind");
        Assert.Equal(["height", "weight"], read.ColumnNames);
        Assert.Equal("identifier, dropped", CsvCaseFile.Taken(preparation, "column_1"));
        (read, preparation) = CsvCaseFile.Prepared("18", "y");
        Assert.Equal(["a", "b"], read.ColumnNames);
        Assert.Equal("empty, dropped", CsvCaseFile.Taken(preparation, "column_4"));
        Assert.Equal("empty, dropped", CsvCaseFile.Taken(preparation, "column_5"));
    }

    [Fact]
    public void A_second_header_is_asked_about()
    {
        Assert.Equal(
            "'19_two_header_rows.csv': line 2 looks like a second header ('ID', 'LIMIT', 'AGE', 'default'), as the "
                + "rows below it hold numbers: "
            + "with --skip-lines 1 the columns are named by line 2, and with --header-lines 2 by both.\nReady to copy: --skip-lines 1",
            CsvCaseFile.Mistake("19", "default"));
        Assert.Equal(["LIMIT", "AGE"], CsvCaseFile.Read("19", "default", new TableOptions { SkipLines = 1 }).ColumnNames);
    }

    [Fact]
    public void Blanks_after_commas_are_no_part_of_names_and_labels()
    {
        (Dataset read, _) = CsvCaseFile.Prepared("22", "rich");
        Assert.Equal(["age", "job = smith"], read.ColumnNames);
        Assert.Equal([">50K", "<=50K"], read.Labels.Distinct());
        Assert.Equal(">50K", BinaryTarget.From(read, ">50K").PositiveLabel);
    }

    [Fact]
    public void Names_with_commas_and_long_names_are_left_out_by_the_command_that_is_shown()
    {
        string longName = new('n', 80);
        string told = Assert.Throws<UserMistakeException>(() => CsvDataset.Parse(
            System.Text.Encoding.UTF8.GetBytes($"\"a, "
                + $"b\",{longName},y\n1,1,no\nx,2,yes\n3,z,yes\n4,5,no\n\"7,5\",6,no\nw,v,no\nv,w,no\nu,u,no\n5,5,no\n6,6,no\n7,7,no\n"),
            new("'x.csv'", "x", new ColumnRoles("y"), "here", "none")
            {
                Command = added => string.Join(' ', added.Select(one => $"{one.Option} {one.Value}")),
            })).Message;
        string command = told.Split("Ready to copy: ")[1];
        Assert.Equal($"--leave-out \"a, b\",{longName}", command);
        Assert.Equal(["a, b", longName], NameList.Parse(command["--leave-out ".Length..]));
    }
}
