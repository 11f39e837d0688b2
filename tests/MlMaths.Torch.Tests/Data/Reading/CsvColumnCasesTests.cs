using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>What columns are, and what becomes of them.</summary>
public sealed class CsvColumnCasesTests
{
    [Fact]
    public void Two_texts_become_one_column_against_the_more_frequent()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("04", "left");
        Assert.Equal(["plan = plus", "minutes"], read.ColumnNames);
        Assert.Equal("basic", CsvCaseFile.Column(preparation, "plan").Reference);
        Assert.Equal([1, 183], read.Row(0).ToArray());
        Assert.Equal([0, 210], read.Row(1).ToArray());
        Assert.Equal("left = yes is the positive class: that word says so by custom.", BinaryTarget.From(read).Why);
    }

    [Fact]
    public void Several_texts_become_a_column_each_but_for_the_most_frequent()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("05", "sold");
        Assert.Equal(["colour = blue", "colour = green", "colour = red", "grade = high", "grade = medium", "weight"], read.ColumnNames);
        Assert.Equal(("violet", "low"), (CsvCaseFile.Column(preparation, "colour").Reference,
            CsvCaseFile.Column(preparation, "grade").Reference));
        Assert.Equal([0, 0, 0, 0, 0, 8], read.Row(0).ToArray());
        Assert.Equal([0, 0, 1, 0, 1, 8], read.Row(1).ToArray());
    }

    [Fact]
    public void Texts_with_an_order_become_one_number()
    {
        TableOptions ordered = new() { Orders = NameList.Lists("grade=low,medium,high")! };
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("05", "sold", ordered);
        Assert.Equal("ordered, encoded", CsvCaseFile.Taken(preparation, "grade"));
        Assert.Equal([0, 1, 2], read.Column(3)[..3]);
        Assert.Contains("--order gives 'grade' the levels 'low', 'high', and '05_text_nominal_and_ordinal.csv' has 'medium' too",
            CsvCaseFile.Mistake("05", "sold", new() { Orders = NameList.Lists("grade=low,high")! }), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_seen_once_are_left_out()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("06", "dear");
        Assert.Equal(["size"], read.ColumnNames);
        Assert.Equal("text, dropped", CsvCaseFile.Taken(preparation, "street"));
        Assert.Equal("25 different texts in 28 rows, half of them seen once: what is seen once teaches nothing",
            CsvCaseFile.Column(preparation, "street").Plan.Reason);
    }

    [Fact]
    public void What_names_rows_is_left_out_unless_it_is_kept()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("07", "bought");
        Assert.Equal(["visits"], read.ColumnNames);
        Assert.Equal("identifier, dropped", CsvCaseFile.Taken(preparation, "customer"));
        Assert.Equal("identifier, dropped", CsvCaseFile.Taken(preparation, "number"));
        Assert.Equal(["number", "visits"], CsvCaseFile.Prepared("07", "bought", new() { Keep = ["number"] }).Rows.ColumnNames);
        Assert.Equal(["width"], CsvCaseFile.Prepared("08", "kind").Rows.ColumnNames);
    }

    [Fact]
    public void Words_for_a_missing_value_are_counted_filled_and_told_by_a_column()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("09", "ill");
        string[] cells = [.. File.ReadAllLines(CsvCaseFile.Path("09")).Skip(1).Select(line => line.Split(',')[1])];
        double[] present = [.. cells.Where(cell => double.TryParse(cell, out _)).Select(double.Parse).Order()];
        Assert.Equal(["", "?", "NA", "N/A", "null", "-"], cells.Where(cell => !double.TryParse(cell, out _)).Distinct());
        Assert.Equal(["age", "pressure", "pressure missing"], read.ColumnNames);
        Assert.Equal(cells.Length - present.Length, CsvCaseFile.Column(preparation, "pressure").Plan.Column.Missing);
        double median = (present[(present.Length - 1) / 2] + present[present.Length / 2]) / 2;
        Assert.Equal([median, 1], read.Row(0).ToArray()[1..]);
        Assert.Equal([115, 0], read.Row(1).ToArray()[1..]);
    }

    [Fact]
    public void Rows_with_gaps_may_be_dropped_or_refused()
    {
        Dataset dropped = CsvCaseFile.Read("09", "ill", new() { Missing = MissingPolicy.Drop });
        Assert.Equal((22, 2), (dropped.Rows, dropped.Columns));
        Assert.Equal("a missing value (--missing drop)", Assert.Single(dropped.Raw!.Table.LeftOut).Reason);
        Assert.Equal(
            "'09_missing_markers.csv', column 'pressure' has 6 cells without a value, the first in line 2, "
                + "and --missing is refuse: "
            + "fill them in, or leave the column out.\nReady to copy: --leave-out pressure",
            CsvCaseFile.Mistake("09", "ill", new() { Missing = MissingPolicy.Refuse }));
    }

    [Fact]
    public void Numbers_that_may_mean_missing_are_told_and_replaced_only_when_declared()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("10", "ill");
        Assert.Equal([-999, 0], read.Row(0).ToArray());
        Assert.Equal([-999], CsvCaseFile.Column(preparation, "dose").Plan.Suspects.Select(suspect => suspect.Value));
        Assert.Equal([0], CsvCaseFile.Column(preparation, "sugar").Plan.Suspects.Select(suspect => suspect.Value));
        (read, preparation) = CsvCaseFile.Prepared("10", "ill", new() { MissingValues = NameList.Pairs("dose=-999,sugar=0")! });
        Assert.Equal(["dose", "dose missing", "sugar", "sugar missing"], read.ColumnNames);
        Assert.Empty(preparation.Columns.SelectMany(column => column.Plan.Suspects));
        Assert.DoesNotContain(-999, read.Column(0));
        Assert.Contains("no cell of it has that", CsvCaseFile.Mistake("10", "ill", new() { MissingValues = NameList.Pairs("dose=-998")! }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_custom_orders_are_1_and_0()
    {
        (Dataset read, _) = CsvCaseFile.Prepared("23", "left");
        Assert.Equal(["member = TRUE", "active = yes", "score"], read.ColumnNames);
        Assert.Equal([1, 1, 8.2], read.Row(0).ToArray());
        Assert.Equal([0, 0, 3], read.Row(1).ToArray());
        Assert.Equal("True", BinaryTarget.From(read).PositiveLabel);
    }

    [Fact]
    public void Dates_are_an_order_and_features_only_when_asked()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("24", "rides");
        Assert.Equal(["hour"], read.ColumnNames);
        Assert.Equal("date, dropped", CsvCaseFile.Taken(preparation, "day"));
        read = CsvCaseFile.Prepared("24", "rides", new() { DateParts = true }).Rows;
        Assert.Equal("day: day number", read.ColumnNames[0]);
        Assert.Equal(18659, read.Row(0)[0]); // 2021-02-01, a Monday
        Assert.Equal("day: weekday = Tuesday", read.ColumnNames[1]);
        Assert.Equal((0, 1), (read.Row(0)[1], read.Row(1)[1]));
    }

    [Fact]
    public void A_day_above_twelve_proves_which_number_is_the_day()
    {
        (_, FittedPreparation preparation) = CsvCaseFile.Prepared("25", "heat");
        Assert.StartsWith("dates with the day first, as '13/03/2022' proves", CsvCaseFile.Column(preparation, "day").Plan.Reason,
            StringComparison.Ordinal);
        Assert.Equal([19052, 19053], CsvCaseFile.Read("25", "heat", roles: new() { Time = "day" }).Time!.OfRow.Take(2));
        Assert.Equal(
            "'cells.csv', column 'day', the time, has dates of which '01/03/2022' may be the 1st of month 3 or the "
                + "3rd of month 1, and no cell "
            + "proves which: write them as 2022-03-01.",
            Tables.Mistake(() => Tables.Read(
                "day,x,y\n01/03/2022,1,no\n02/03/2022,5,yes\n"u8.ToArray(), new ColumnRoles("y") { Time = "day" }, new())));
    }

    [Fact]
    public void A_constant_is_left_out()
    {
        (Dataset read, FittedPreparation preparation) = CsvCaseFile.Prepared("28", "left");
        Assert.Equal(["pay"], read.ColumnNames);
        Assert.Equal("every value is 'Y'", CsvCaseFile.Column(preparation, "over18").Plan.Reason);
        Assert.Equal("constant, dropped", CsvCaseFile.Taken(preparation, "country"));
    }

    [Fact]
    public void A_number_to_predict_is_no_class() => Assert.Contains(
        "is it a number to predict? Then type regression in place of this command",
        Tables.Mistake(() => ClassTarget.From(CsvCaseFile.Read("31", "rings"))), StringComparison.Ordinal);

    [Fact]
    public void Labels_of_digits_are_positive_by_custom() =>
        Assert.Equal("1", BinaryTarget.From(CsvCaseFile.Read("38", "outcome")).PositiveLabel);

    [Fact]
    public void A_number_of_the_rows_stays_one_where_a_line_of_totals_has_none()
    {
        string rows = string.Concat(Enumerable.Range(1, 40).Select(row => $"{row},{row * 7 % 13},{(row % 2 == 0 ? "no" : "yes")}\n"));
        Dataset read = Tables.Read(System.Text.Encoding.UTF8.GetBytes($"id,x,y\n{rows}Total,99,no\n"), new("y"),
            new TableOptions { MissingValues = [("id", "Total")] });
        Assert.Equal(["x"], read.ColumnNames);
    }

    [Fact]
    public void A_date_that_reads_both_ways_is_shown_by_a_cell_that_differs()
    {
        Dataset read = Tables.Read("d,x,y\n01/01/21,1,no\n02/03/21,2,yes\n04/04/21,4,no\n");
        Assert.StartsWith(
            "'02/03/21' may be the 2nd of month 3 or the 3rd of month 2", read.Raw!.Table.Columns[0].Reason, StringComparison.Ordinal);
        read = Tables.Read("d,x,y\n01/01/21,1,no\n03/03/21,2,yes\n04/04/21,4,no\n");
        Assert.StartsWith("dates whose day and month have one number", read.Raw!.Table.Columns[0].Reason, StringComparison.Ordinal);
    }
}
