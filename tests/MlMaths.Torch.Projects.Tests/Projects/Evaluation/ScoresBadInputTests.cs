namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// A file of scores that makes no sense gets exit code 2 and one sentence that names the place, and nothing on standard
/// output.
/// </summary>
public sealed class ScoresBadInputTests
{
    private const string Good = "y,p\n1,0.9\n0,0.2\n1,0.4\n0,0.5\n";

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("y,p\n", "a header but no rows")]
    [InlineData(Good + "1,high\n", "line 6, column 'p' is 'high'")]
    [InlineData(Good + "1,NaN\n", "the score 'p' is missing in 1 of 5 rows (line 6)")]
    [InlineData(Good + "1,1e999\n", "must be a finite number")]
    [InlineData(Good + "1,\n", "the score 'p' is missing in 1 of 5 rows (line 6)")]
    [InlineData(Good + ",0.5\n", "column 'y', the label, is blank")]
    [InlineData(Good + "1\n", "line 6 has 1 cell")]
    [InlineData("y,p,p\n1,0.5,0.5\n", "has the column 'p' 2 times")]
    [InlineData("y,p\n1,0.9\n1,0.2\n", "Every row has '1'")]
    [InlineData("y,p\na,0.9\nb,0.2\nc,0.3\n", "has 3 values, 'a', 'b', 'c'")]
    [InlineData("y,p\na,0.9\nb,0.2\n", "--positive VALUE")]
    public void A_file_that_makes_no_sense(string text, string named)
    {
        using var file = new ScoresFile(text);
        Refused(file.Ask("metrics", "--target", "y", "--score", "p"), named);
    }

    [Theory]
    [InlineData("no column 'Y' (did you mean 'y'?)", "metrics", "--target", "Y", "--score", "p")]
    [InlineData("no column 'q'", "metrics", "--target", "y", "--score", "q")]
    [InlineData("--target and --score both name", "metrics", "--target", "y", "--score", "y")]
    [InlineData("No row has '2'", "metrics", "--target", "y", "--score", "p", "--positive", "2")]
    [InlineData("--target is missing", "metrics", "--score", "p")]
    [InlineData("--only is 'test'", "metrics", "--target", "y", "--score", "p", "--only", "test")]
    [InlineData("needs two or more", "compare", "--target", "y", "--score", "p")]
    public void An_option_that_does_not_fit_the_file(string named, string verb, params string[] arguments)
    {
        using var file = new ScoresFile(Good);
        Refused(file.Ask(verb, arguments), named);
    }

    [Theory]
    [InlineData("p_a,p_b", "No column of --score belongs to the label 'c'")]
    [InlineData("p_a,p_b,p_c,q", "'q' of --score ends with none of the labels")]
    [InlineData("p_a,p_b,p_c,q_a", "'p_a' and 'q_a'")]
    [InlineData("p_a,p_b,p_c", "row 2 sum to 0.9")]
    public void Columns_that_do_not_fit_the_classes(string columns, string named)
    {
        using var file = new ScoresFile("y,p_a,p_b,p_c,q,q_a\na,0.5,0.3,0.2,0,0\nb,0.5,0.3,0.1,0,0\nc,0.1,0.1,0.8,0,0\n");
        Refused(file.Ask("metrics", "--target", "y", "--score", columns), named);
    }

    [Theory]
    [InlineData("0.198", 2)]
    [InlineData("0.1995", 0)]
    public void Probabilities_of_a_row_may_miss_1_by_their_rounding_and_no_more(string last, int exitCode)
    {
        string rows = string.Concat(Enumerable.Repeat($"a,0.6,0.2,0.2\nb,0.3,0.5,{last}\nc,0.1,0.1,0.8\n", 20));
        using var file = new ScoresFile("y,p_a,p_b,p_c\n" + rows);
        file.Ask("metrics", "--target", "y", "--score", "p_a,p_b,p_c").Ending(exitCode);
    }

    private static void Refused(Typed answer, string named)
    {
        Assert.Equal(2, answer.ExitCode);
        Assert.Equal("", answer.Output);
        Assert.Contains(named, answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Errors);
    }
}
