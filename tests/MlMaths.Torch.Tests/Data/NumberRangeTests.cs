using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("1e160")]
    [InlineData("-1e200")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("1.000001e50")]
    public void A_number_whose_powers_overflow_is_refused_with_its_place(string cell)
    {
        string said = Refused($"a,b,y\n1,2,no\n3,{cell},yes\n");
        Assert.Contains($"line 3, column 'b' is '{cell}', and powers of such numbers are "
            + $"too large", said, StringComparison.Ordinal);
        using var file = new CsvFile($"s,t\n{cell},1\n0,0\n");
        string score = Assert.Throws<UserMistakeException>(() => ScoreFile.Read(file.Path, new ScoreColumns("t", ["s"]))).Message;
        Assert.Contains($"line 2, column 's' is '{cell}', and powers of such numbers are "
            + $"too large", score, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e-320", "3e-320")]
    [InlineData("-1e-51", "0")]
    public void A_column_that_varies_by_too_little_is_refused_by_name(string low, string high) =>
        Assert.Contains(
            "The column 'b' of 'cells.csv' runs from ", Tables.Mistake($"a,b,y\n1,{high},no\n3,{low},yes\n"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("1e50", "-1e50")]
    [InlineData("1e-50", "3e-50")]
    [InlineData("0", "1e-49")]
    public void What_has_powers_is_read_as_it_stands(string one, string other)
    {
        double[] read = Tables.Read($"a,y\n{one},no\n{other},yes\n").Features.ToArray();
        Assert.Equal([Number(one), Number(other)], read);
    }

    [Fact]
    public void The_ends_of_numbers_are_those_of_a_sorted_copy_wherever_they_stand_and_NaN_is_none()
    {
        var random = new Random(11);
        for (int count = 0; count < 40; count++)
        {
            double[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? double.NaN : random.NextDouble() - 0.5)];
            double[] sorted = [.. numbers.Where(number => !double.IsNaN(number)).Order()];
            Assert.Equal(
                sorted.Length == 0 ? (double.PositiveInfinity, double.NegativeInfinity) : (sorted[0], sorted[^1]),
                NumberRange.Ends(numbers));
        }
    }

    [Fact]
    public void A_row_without_a_number_is_neither_counted_nor_named_beside_one_that_is_too_large()
    {
        double[] numbers = [double.NaN, .. Enumerable.Range(1, 19).Select(row => (double)row), double.NaN, -9e49];
        UserMistakeException mistake = Assert.Throws<UserMistakeException>(
            () => NumberRange.RequireTogether("The column 'b'", numbers, row => $"in row {row}"));
        Assert.StartsWith(
            "The column 'b' holds −9e49 in row 21, beside which 19 of its 20 numbers vanish", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9e49", "9e49")]
    [InlineData("-1e17", "−1e17")]
    public void A_cell_beside_which_all_others_vanish_is_refused_with_its_line(string cell, string shown) =>
        Assert.Contains(
            $"The column 'b' of 'cells.csv' holds {shown} "
            + "on line 8, beside which 19 of its 20 numbers vanish",
            Tables.Mistake(Twenty(row => row == 6 ? cell : $"{row + 1}")), StringComparison.Ordinal);

    [Fact]
    public void Large_numbers_small_ones_and_zeros_may_stand_together_where_most_can_be_told_apart()
    {
        Assert.Equal(20, Tables.Read(Twenty(row => row == 6 ? "1e12" : $"{row + 1}")).Rows);
        Assert.Equal(20, Tables.Read(Twenty(row => row < 8 ? $"1e-{20 + row}" : $"0.{row}")).Rows);
        Assert.Equal(20, Tables.Read(Twenty(row => row == 6 ? "9e49" : "0")).Rows);
        Assert.Equal(20, Tables.Read(Twenty(row => $"{row + 1}e48")).Rows);
    }

    [Fact]
    public void Scores_may_be_as_small_as_they_are()
    {
        using var file = new CsvFile("s,t\n1e-320,1\n3e-320,0\n");
        Assert.Equal([1e-320, 3e-320], ScoreFile.Read(file.Path, new ScoreColumns("t", ["s"])).Scores[0]);
    }

    [Fact]
    public void A_time_has_the_same_range()
    {
        using var file = new CsvFile("a,when,y\n1,1e200,no\n3,1,yes\n");
        var roles = new ColumnRoles("y") { Time = "when" };
        string said = Assert.Throws<UserMistakeException>(() => CsvDataset.Read(file.Path, roles)).Message;
        Assert.Contains("The column 'when' of ", said, StringComparison.Ordinal);
        Assert.Contains(", the time, runs from 1 to 1e200, and powers", said, StringComparison.Ordinal);
    }

    private static string Twenty(Func<int, string> cell) =>
        "a,b,y\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{row},{cell(row)},{(row % 2 == 0 ? "yes" : "no")}\n"));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string Refused(string text) => Assert.Throws<UserMistakeException>(() => Tables.Read(text)).Message;
}
