namespace MlMaths.Torch.Tests.Projects;

/// <summary>What <c>inspect</c> remarks on, and what it does not claim.</summary>
public sealed class InspectRemarksTests : StrangersFile
{
    [Fact]
    public void Copies_are_equal_but_for_the_column_that_names_rows()
    {
        string file = Written("orders.csv", ["customer_no,amount,result", .. Enumerable.Range(0, 60)
            .Select(row => $"{1000 + row},{row / 2 * 7 % 31},{(row / 2 % 2 == 0 ? "win" : "loss")}")]);
        Assert.Contains(
            "an earlier one in every column but 'result' and those that name or number rows.", Said(file), StringComparison.Ordinal);
        string bare = Written("bare.csv", ["amount,result", .. Enumerable.Range(0, 60)
            .Select(row => $"{row / 2 * 7 % 31},{(row / 2 % 2 == 0 ? "win" : "loss")}")]);
        Assert.Contains("an earlier one in every column but 'result'.", Said(bare), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_adds_up_the_others_is_named_with_its_line()
    {
        string[] rows = [.. Enumerable.Range(0, 40).Select(row => $"{(row % 3 == 0 ? "north" : row % 3 == 1 ? "south" : "west")},"
            + $"{row % 13 + 0.1},{row * 7 % 11},{(row % 2 == 0 ? "yes" : "no")}")];
        double fees = Enumerable.Range(0, 40).Sum(row => row % 13 + 0.1);
        string file = Written("regions.csv", ["region,fee,visits,left", .. rows,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Total,{fees:0.0},7,no")]);
        string said = Said(file, "--target", "left");
        Assert.Contains("Line 42 adds up the others: 'region' is 'Total', and 'fee' is a sum. It is a total, not a case: remove the row.",
            said, StringComparison.Ordinal);
        // A word alone is none: its numbers must be sums.
        string other = Written("other.csv", ["region,fee,visits,left", .. rows, "Total,3.1,7,no"]);
        Assert.DoesNotContain("adds up", Said(other, "--target", "left"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_beside_numbers_is_asked_about_and_the_option_works()
    {
        string file = Written("grades.csv", ["grade,size,left", .. Enumerable.Range(0, 90).Select(row =>
            $"{(row % 6 == 0 ? "none" : $"{row % 4 + 1}")},{row * 7 % 90},{(row % 2 == 0 ? "yes" : "no")}")]);
        Assert.Contains("--missing-value grade=none", Said(file), StringComparison.Ordinal);
        Assert.DoesNotContain("grade=none\n", Said(file, "--missing-value", "grade=none"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day,left", "2026-02-{0:00}", "--date-parts makes features of a date")]
    [InlineData("left", "", "the file has no other column")]
    [InlineData("a,left", "7", "no other column has two values")]
    [InlineData("name,left", "Person {0}", "--keep name takes one in")]
    public void What_is_advised_where_nothing_can_be_learnt_from_helps(string header, string cell, string advice)
    {
        string file = Written("bare.csv", [header, .. Enumerable.Range(1, 28).Select(row =>
            (cell.Length == 0 ? "" : string.Format(System.Globalization.CultureInfo.InvariantCulture, cell, row) + ",")
            + (row % 2 == 0 ? "yes" : "no"))]);
        string said = Said(file, "--target", "left");
        Assert.Contains(advice, said, StringComparison.Ordinal);
        Assert.Equal(advice.StartsWith("--keep", StringComparison.Ordinal), said.Contains("--keep", StringComparison.Ordinal));
    }

    [Fact]
    public void More_features_than_rows_are_remarked_on()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(column => $"g{column}")];
        string file = Written("wide.csv", [$"{string.Join(',', names)},state", .. Enumerable.Range(0, 30).Select(row =>
            string.Join(',', names.Select((_, column) => $"{(row + 3) * (column + 5) * 7919 % 101 % 17}.5"))
            + (row % 2 == 0 ? ",ill" : ",well"))]);
        Assert.Contains("40 features for 30 rows", Said(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("height,weight", "every other column is left out")]
    [InlineData("height", "no other column has two values, but for those that are left out")]
    public void Of_what_is_left_out_nothing_is_said_but_that(string leftOut, string why)
    {
        string file = Written("left.csv", ["height,weight,state", .. Enumerable.Range(0, 60).Select(row =>
            $"{row * 7 % 60},7,{(row % 2 == 0 ? "ill" : "well")}")]);
        Assert.Contains($"({why})", Said(file, "--target", "state", "--leave-out", leftOut), StringComparison.Ordinal);
    }

    [Fact]
    public void The_class_that_is_spoken_of_is_the_one_that_a_model_looks_for()
    {
        string file = Written("asked.csv", ["weight,left", .. Enumerable.Range(0, 200).Select(row =>
            $"{row * 7 % 200 + (row % 3) * 20},{(row * 7 % 200 > 60 ? "yes" : "no")}")]);
        string said = Said(file);
        Assert.Contains("about left = 'yes'", said, StringComparison.Ordinal);
        Assert.Contains("A cause may say so much, and so may what is only known afterwards", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_mean_missing_is_offered_beside_the_commands_that_lack_it()
    {
        string file = Written("codes.csv", ["dose,grade,state", .. Enumerable.Range(0, 90).Select(row =>
            $"{(row % 9 == 0 ? "-999" : $"{row % 13}.5")},{(row % 6 == 0 ? "none" : $"{row % 4 + 1}")},"
                + (row % 2 == 0 ? "ill" : "well"))]);
        Assert.Contains("with each of them: --missing-value dose=-999,grade=none", Said(file), StringComparison.Ordinal);
        Assert.DoesNotContain("with each of them", Said(file, "--missing-value", "dose=-999,grade=none"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_says_so()
    {
        string said = Said(Written("one.csv", ["height,weight,state", "171,66,ill"]));
        Assert.Contains("one row, and so one text", said, StringComparison.Ordinal);
        Assert.DoesNotContain("1 different texts", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_surely_says_more_than_the_others_is_not_said_to_say_as_much()
    {
        string file = Written("one-good.csv", ["height,weight,state", .. Enumerable.Range(0, 200).Select(row =>
            $"{row * 37 % 101},{row * 7 % 200 + (row % 3) * 20},{(row * 7 % 200 > 100 ? "ill" : "well")}")]);
        string said = Said(file);
        Assert.Contains("weight alone says more about state = 'ill' than all other columns together", said, StringComparison.Ordinal);
        Assert.DoesNotContain("says as much", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--target", "state")]
    public void The_report_shows_no_marks_of_Markdown(params string[] more)
    {
        string file = Written("marks.csv", ["height,state", .. Enumerable.Range(0, 60).Select(row =>
            $"{row * 7 % 60},{(row % 2 == 0 ? "ill" : "well")}")]);
        using var run = new PortfolioRunOf(["inspect", file, .. more]);
        string page = run.Read("report.html");
        Assert.Contains("<strong>state</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("**", page, StringComparison.Ordinal);
        Assert.DoesNotContain(@"\*", run.Read("report.md"), StringComparison.Ordinal);
    }

    private static string Said(string file, params string[] more)
    {
        using var run = new PortfolioRunOf(["inspect", file, .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        return run.Output;
    }
}
