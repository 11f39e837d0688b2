using System.Text;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What makes no sense gets exit code 2, one helpful sentence, and no run folder.</summary>
public sealed class BadInputTests
{
    private const string Rows = "1,2,a\n3,4,b\n";

    [Fact]
    public void A_file_that_is_not_there() => Refused("nowhere.csv", ["--data", "nowhere.csv", "--target", "kind"]);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("x,y,kind\n", "no rows")]
    [InlineData("x,y,kind\n1,two,a\n3,4,b\n", "'two'")]
    [InlineData("x,y,kind\n1,inf,a\n3,4,b\n", "'inf'")]
    [InlineData("x,y,kind\n1,1e999,a\n3,4,b\n", "'1e999'")]
    [InlineData("x,y,kind\n1,2,a\n3,b\n", "line 3")]
    [InlineData("x,x,kind\n1,2,a\n3,4,b\n", "'x'")]
    [InlineData("x,y,kind\n1,2,a\n3,4,a\n", "'a'")]
    [InlineData("x,y,kind\n" + Rows, "at least")]
    public void A_file_that_cannot_be_used(string text, string named)
    {
        using var file = new CsvFile(text);
        Refused(named, ["--data", file.Path, "--target", "kind"]);
    }

    [Fact]
    public void A_target_that_is_misspelt_gets_the_nearest_name()
    {
        using CsvFile file = CsvFile.TwoClasses();
        Refused("did you mean 'kind'", ["--data", file.Path, "--target", "kinf"]);
    }

    [Fact]
    public void A_positive_value_that_does_not_occur_gets_the_nearest_one()
    {
        using CsvFile file = CsvFile.TwoClasses();
        Refused("did you mean 'yes'", ["--data", file.Path, "--target", "kind", "--positive", "yess"]);
    }

    [Theory]
    [InlineData("--sed", "--seed")]
    [InlineData("--penality=1", "--penalty")]
    [InlineData("--seed=abc", "'abc'")]
    [InlineData("--seed=1.5", "'1.5'")]
    [InlineData("--penalty=-1", "'-1'")]
    [InlineData("--penalty=NaN", "'NaN'")]
    [InlineData("--solver=newtn", "'newtn'")]
    [InlineData("--device=gpu", "'gpu'")]
    [InlineData("--cost-miss=-2", "'-2'")]
    [InlineData("stray", "stray")]
    public void An_option_that_makes_no_sense(string option, string named) => Refused(named, [option]);

    [Fact]
    public void Costs_that_are_both_zero() => Refused("both 0", ["--cost-miss", "0", "--cost-false-alarm", "0"]);

    [Fact]
    public void All_rows_for_training_and_no_penalty() => Refused("--penalty 0.01", ["--split", "none"]);

    [Fact]
    public void An_output_folder_that_cannot_be_written()
    {
        using CsvFile file = CsvFile.TwoClasses();
        using var run = new RunOf(["--quick"], outputFolder: Path.Combine(file.Path, "below-a-file"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("below-a-file", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'));
    }

    [Fact]
    public void Cuda_where_there_is_none()
    {
        Assert.SkipWhen(MlMaths.Torch.Optimisation.ComputeDevice.Parse("auto").Resolve().type == DeviceType.CUDA,
            "This machine has a CUDA device.");
        Refused("TorchBackend=cuda", ["--device", "cuda"]);
    }

    [Theory]
    [InlineData("\uFEFFx,y,kind\n", ",", "\n")]
    [InlineData("x,y,kind\r\n", ",", "\r\n")]
    [InlineData("x;y;kind\n", ";", "\n")]
    [InlineData("x\ty\tkind\n", "\t", "\n")]
    [InlineData("\"x\",\"y\",\"kind\"\n", ",", "\n")]
    public void Any_usual_dialect_of_CSV_is_read(string header, string separator, string lineEnd)
    {
        StringBuilder text = new(header);
        for (int row = 0; row < 40; row++)
            text.Append($"{row % 7}{separator}{row % 5}{separator}{(row % 3 == 0 ? "a" : "b")}{lineEnd}");
        using var file = new CsvFile(text.ToString());
        using var run = new RunOf("--quick", "--data", file.Path, "--target", "kind");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(2, run.Results.GetProperty("data").GetProperty("columns").GetInt32());
    }

    [Fact]
    public void A_constant_column_is_reported_and_does_no_harm()
    {
        StringBuilder text = new("x,always,kind\n");
        for (int row = 0; row < 40; row++)
            text.Append($"{row % 7},5,{(row % 3 == 0 ? "a" : "b")}\n");
        using var file = new CsvFile(text.ToString());
        using var run = new RunOf("--quick", "--data", file.Path, "--target", "kind");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("| always | constant | **left out** | 0 |  | every value is 5 |", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Equal("Columns left out: 'always'; the report says why.", run.Output.Split('\n').First(line => line.Contains("always")));
        Assert.Equal("x", Assert.Single(run.Model.GetProperty("weights").EnumerateObject()).Name);
    }

    private static void Refused(string named, string[] arguments)
    {
        using var run = new RunOf(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'), line => !line.StartsWith("Ready to copy: ", StringComparison.Ordinal));
    }
}
