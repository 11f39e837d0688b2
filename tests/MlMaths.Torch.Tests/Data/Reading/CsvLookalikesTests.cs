using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>What looks like something else: brackets that are a minus, words that are no value, totals, spellings of one level.</summary>
public sealed class CsvLookalikesTests
{
    [Fact]
    public void Numbers_in_brackets_are_negative_as_accountants_write_them()
    {
        Dataset read = Tables.Read(File("change", row => row % 3 == 0 ? $"({row + 1})" : $"{row + 1}"));
        RawColumn change = read.Raw!.Table.Columns[0].Column;
        Assert.True(change.IsNumeric);
        Assert.Equal(["-1", "2", "3", "-4"], Enumerable.Range(0, 4).Select(change.Text));
        Assert.Contains("brackets for a minus", Assert.Single(read.Raw.Table.Notes).Sentence, StringComparison.Ordinal);
        Dataset priced = Tables.Read(File("change", row => row % 3 == 0 ? $"($1{row % 10}.50)" : $"$2{row % 10}.50"));
        Assert.Equal("-10.5", priced.Raw!.Table.Columns[0].Column.Text(0));
    }

    [Fact]
    public void Brackets_beside_a_minus_are_refused_with_both_readings()
    {
        string told = Assert.Throws<UserMistakeException>(() => Tables.Read(File("change", row => row % 3 == 0 ? $"({row + 34})"
            : row % 3 == 1 ? $"-{row}" : $"{row}"))).Message;
        Assert.Contains("'(34)', which is −34 as accountants write it and 34 where", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n.a.")]
    [InlineData("N.A.")]
    [InlineData("n.a")]
    [InlineData("n/a")]
    [InlineData("NA")]
    public void What_tools_write_for_no_value_is_none_among_grades_too(string word)
    {
        Dataset read = Tables.Read(File("grade", row => row % 5 == 0 ? word : $"{row % 4 + 1}"));
        Assert.Equal((true, 12), (read.Raw!.Table.Columns[0].Column.IsNumeric, read.Raw.Table.Columns[0].Column.Missing));
    }

    [Fact]
    public void Levels_that_only_capitals_tell_apart_are_named_and_stay()
    {
        Dataset read = Tables.Read(File("plan", row => row % 4 == 0 ? "PLUS" : row % 4 == 1 ? "Plus" : row % 4 == 2 ? "basic" : "gold"));
        Assert.Equal("In 'plan', only capitals tell these levels apart: 'PLUS', 'Plus'. They are different levels where training rows have "
            + "both spellings, and one level where they have one of them; if they mean the same, write them in one way in the file.",
            Assert.Single(read.Raw!.Table.Notes).Sentence);
        Assert.Equal(4, read.Raw.Table.Columns[0].Column.TextCount);
        Dataset classes = Tables.Read("size,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row =>
            $"{row * 7 % 60},{(row % 3 == 0 ? "ill" : row % 3 == 1 ? "Ill" : "well")}\n")));
        Assert.Contains(
            "tell these classes apart: 'ill', 'Ill'", Assert.Single(classes.Raw!.Table.Notes).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_codes_for_missing_are_both_asked_about_on_either_side_and_on_one()
    {
        Assert.Equal([-999.0, 9999], Suspects(row => row % 9 == 0 ? -999 : row % 9 == 1 ? 9999 : 21 + row % 7));
        Assert.Equal([-999.0, -99], Suspects(row => row % 9 == 0 ? -999 : row % 9 == 1 ? -99 : 21 + row % 7));
        // −1 continues 0 to 6 and is none; what lies beyond it still is.
        Assert.Equal([-999.0], Suspects(row => row % 9 == 0 ? -999 : row % 9 == 1 ? -1 : row % 7));

        static IEnumerable<double> Suspects(Func<int, int> value) => Tables.Read(File("temp", row => $"{value(row)}"))
            .Raw!.Table.Columns[0].Suspects.Select(suspect => suspect.Value).Order();
    }

    [Theory]
    [InlineData("Total")]
    [InlineData("Gesamt:")]
    [InlineData("All")]
    public void A_row_of_sums_among_numbers_is_to_be_removed_and_not_to_be_declared(string word)
    {
        string rows = string.Concat(Enumerable.Range(1, 59).Select(row => $"{row},2,{(row % 2 == 0 ? "yes" : "no")}\n"));
        string told = Assert.Throws<UserMistakeException>(() => Tables.Read($"height,b,y\n{rows}{word},118,no\n")).Message;
        Assert.Contains($"line 61, column 'height' is '{word}', and 'b' is a sum of the other rows", told, StringComparison.Ordinal);
        Assert.Contains("remove the row", told, StringComparison.Ordinal);
        Assert.DoesNotContain("--missing-value", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_called_total_and_adds_up_nothing_is_no_row_of_sums()
    {
        string told = Assert.Throws<UserMistakeException>(() => Tables.Read(File("height", row => row == 59 ? "Total" : $"{row}"))).Message;
        Assert.DoesNotContain("sum", told, StringComparison.Ordinal);
        Assert.Contains("--missing-value", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_in_brackets_among_texts_are_texts()
    {
        string[] remarks = ["(34)", "-12 as it seems", "see page 3", "(7) more", "none", "5", "- 4", "x 8", "9 or so"];
        Dataset read = Tables.Read(File("remark", row => remarks[row % remarks.Length]));
        Assert.False(read.Raw!.Table.Columns[0].Column.IsNumeric);
    }

    [Fact]
    public void Numbers_that_all_stand_in_brackets_are_told_to_be_negative()
    {
        Dataset read = Tables.Read(File("change", row => $"({row + 1})"));
        Assert.Equal("-1", read.Raw!.Table.Columns[0].Column.Text(0));
        Assert.Contains(read.Raw.Table.Notes, note => note.Sentence.StartsWith(
            "Every number of 'change' stands in brackets, so each was read as negative:", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_there_is_a_date_alone_its_parts_are_offered()
    {
        string told = Assert.Throws<UserMistakeException>(() => Tables.Read(
            "day,y\n" + string.Concat(Enumerable.Range(1, 28).Select(day => $"2026-02-{day:00},{day % 2}\n")))).Message;
        Assert.Contains("make features of the dates with --date-parts", told, StringComparison.Ordinal);
    }

    private static string File(string name, Func<int, string> cell) => $"{name},b,y\n" + string.Concat(
        Enumerable.Range(0, 60).Select(row => $"{cell(row)},{row * 17 % 60},{(row % 2 == 0 ? "yes" : "no")}\n"));
}
