namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>explain</c>, from what is typed to the files.</summary>
public sealed class ExplainProjectTests
{
    [Fact]
    public void The_logistic_loss_is_printed_forth_and_back_and_drawn()
    {
        using var run = new ExercisesRunOf("explain", "log(1 + exp(-(w*x + b)))", "w=2", "x=-1", "b=0.5");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("  v6   natural logarithm   log(v5)   1.7014\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("∂L/∂v3 = ∂L/∂v4 · ∂v4/∂v3 = 0.18243 · 4.4817 = 0.81757   ∂v4/∂v3 = v4 = 4.4817\n", run.Output,
            StringComparison.Ordinal);
        Assert.Equal(Math.Log(1 + Math.Exp(1.5)), run.Value("result"), 1e-15);
        Assert.Equal(1 / (1 + Math.Exp(-1.5)), run.Value("gradient.1"), 1e-15);
        Assert.InRange(run.Value("gradient.max_abs_difference"), 0, 1e-9);

        string graph = run.Read("figures/expression-graph.svg");
        Assert.All(["v6 = log(v5)", "1.7", "−0.818"], words => Assert.Contains(words, graph, StringComparison.Ordinal));
    }

    [Fact]
    public void The_answer_is_printed_before_the_report_is_written()
    {
        using var run = new ExercisesRunOf("explain", "x^2", "x=3");
        int answer = run.Output.IndexOf("Backward\n", StringComparison.Ordinal);
        int written = run.Output.IndexOf("Writing", StringComparison.Ordinal);
        Assert.True(answer >= 0 && answer < written, run.Output);
        Assert.Equal(1, run.Output.Split("Backward\n").Length - 1);
    }

    [Fact]
    public void The_command_that_repeats_it_stands_in_the_manifest_and_runs()
    {
        using var run = new ExercisesRunOf("explain", "sum((w*x - y)^2)", "w=0.5", "x=[1, 2]", "y=[2, 4]");
        Assert.StartsWith(
            "./mlmaths explain 'sum((w*x - y)^2)' w=0.5 'x=[1, 2]' 'y=[2, 4]' --out",
            run.Results.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Results.GetProperty("data").ValueKind);
        Assert.Equal(-15, run.Value("gradient.1"), 1e-12); // Σ 2(wx − y)x = 2(−1.5 − 6)
    }

    [Theory]
    [InlineData("log(1 +* 3)", "'*' stands where a number, a name or a bracket is missing: put one before it.\n  log(1 +* 3)\n         ^")]
    [InlineData("foo(3)", "'foo'")]
    public void A_bad_expression_gets_a_caret_under_the_bad_place_and_leaves_nothing(string expression, string said)
    {
        using var run = new ExercisesRunOf("explain", expression);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Contains("^", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relu(x)", "x=0", "relu has a kink at 0")]
    [InlineData("log(x)", "x=-1", "no value")]
    [InlineData("x*x", "x=[1, 2]", "only a single number has a gradient")]
    [InlineData("2 + 3", null, "no names")]
    [InlineData("exp(x)", "x=-800", "became 0")]
    [InlineData("log(exp(x))", "x=-800", "became 0")]
    [InlineData("(-2)^x", "x=3", "no slope by the exponent")]
    [InlineData("x / x", "x=0", "0 divided by 0 has no value")]
    [InlineData("sum(sqrt(x))", "x=[1, 0]", "but no slope (element 2 of 2)")]
    [InlineData("1e300 * (1e300 * x - 1e300 * x)", "x=1", "∂L/∂x: not defined here")]
    public void Where_there_is_no_single_answer_it_says_so(string expression, string? value, string said)
    {
        using ExercisesRunOf run = value is null ? new("explain", expression) : new("explain", expression, value);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
        Assert.Contains(said, run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_kink_the_page_says_why_trying_disagrees()
    {
        using var run = new ExercisesRunOf("explain", "relu(x)", "x=0");
        Assert.Equal(0.5, run.Value("gradient.max_abs_difference"), 1e-9);
        Assert.Contains("the expression has a kink here, and the differences look at both sides", run.Read("report.md"),
            StringComparison.Ordinal);
    }
}
