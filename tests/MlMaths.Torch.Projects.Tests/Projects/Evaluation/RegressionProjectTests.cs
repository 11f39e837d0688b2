using System.Globalization;
using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths regression</c> from the command line to its folder.</summary>
public sealed class RegressionProjectTests
{
    [Fact]
    public void The_diabetes_data_leaves_a_whole_folder_whose_numbers_can_be_recomputed()
    {
        using var run = new RegressionRunOf("--quick");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("-linear-regression-", run.Folder!, StringComparison.Ordinal);
        string[][] test = [.. run.Read("predictions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .Where(line => line[1] == "test")];
        double rmse = Math.Sqrt(test.Average(line => Math.Pow(Number(line[3]) - Number(line[4]), 2)));
        double mae = test.Average(line => Math.Abs(Number(line[3]) - Number(line[5])));
        Assert.Equal(run.Value("regression.rmse"), rmse, 1e-9);
        Assert.Equal(run.Value("regression.absolute.mae"), mae, 1e-9);
        Assert.Equal(run.Value("regression.gain"), run.Value("regression.baseline.rmse") - rmse, 1e-9);
        Assert.True(run.Measurement("regression.gain").GetProperty("low").GetDouble() > 0);
        Assert.InRange(run.Value("regression.cv.r2"), 0.4, 0.55);
        Assert.True(run.Value("regression.absolute.largest_pull") <= 1 + 1e-6);
        Assert.True(run.Value("regression.gradient_difference") < 1e-13);
        Assert.Contains("**The columns help**", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Equal(11, JsonDocument.Parse(run.Read("statistics.json")).RootElement.GetProperty("weights").GetArrayLength());
        Assert.True(JsonDocument.Parse(run.Read("metrics.json")).RootElement.GetProperty("folds").GetArrayLength() == 10);
        Assert.DoesNotContain("Left out:", run.Read("cv.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", run.Read("report.md"), StringComparison.Ordinal);
        // No level line has an R² above 0, and so no interval of one.
        Assert.Equal(0, run.Measurement("regression.baseline.r2").GetProperty("high").GetDouble());
        // s1 has the largest weight, but a VIF of 50; two weights known by their own intervals are lost to ten questions.
        Assert.Equal(4, run.Value("regression.weights.known"));
        Assert.Contains("one more deviation of “bmi”", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Contains("s1 total cholesterol", run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_repeat_each_other_are_named_and_huge_ones_do_no_harm()
    {
        var random = new Random(1);
        using CsvFile file = RegressionBadInputTests.Rows("a,b,both,|same|,huge,y", 60, row =>
        {
            (double a, double b) = (random.NextDouble(), random.NextDouble());
            return FormattableString.Invariant($"{a},{b},{2 * a + 3 * b + 1},7,{random.NextDouble() * 1e40},{a - b + random.NextDouble()}");
        });

        using var run = new RegressionRunOf("--quick", "--data", file.Path, "--target", "y");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string page = run.Read("report.md");
        Assert.Contains("“both” = 2 × “a” + 3 × “b” + 1", page, StringComparison.Ordinal);
        Assert.Contains("| \\|same\\| | constant | **left out** |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.Equal(4, JsonDocument.Parse(run.Read("statistics.json")).RootElement.GetProperty("weights").GetArrayLength());
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
