using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class TargetLeaksTests
{
    private const int Rows = 300, Tables = 4;

    public static TheoryData<string> Planted() => [.. PlantedCases.Select(one => one.Name)];

    public static TheoryData<string> Clean() => [.. CleanTables.All.Select(one => one.Name)];

    private static IEnumerable<LeakCase> PlantedCases => [.. PlantedLeaks.All, .. PlantedFormulas.All];

    [Theory]
    [MemberData(nameof(Planted))]
    public void What_is_planted_is_said_as_strongly_as_rows_can_tell(string name)
    {
        LeakCase planted = PlantedCases.Single(one => one.Name == name);
        int right = Enumerable.Range(0, Tables).Count(seed => LeakCase.Said(planted.Table(Rows, seed)) == planted.Wanted);
        Assert.InRange(right, Tables - 1, Tables);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public void In_clean_tables_of_any_size_nothing_is_found(string name)
    {
        LeakCase clean = CleanTables.All.Single(one => one.Name == name);
        foreach (int rows in (int[])[30, 100, 300])
            Assert.All(Enumerable.Range(0, Tables), seed => Assert.NotEqual(LeakageStatus.Found, LeakCase.Said(clean.Table(rows, seed))));
    }

    [Theory]
    [InlineData("breast_cancer", LeakageStatus.Passed)]
    [InlineData("wine", LeakageStatus.Passed)]
    [InlineData("diabetes", LeakageStatus.Passed)]
    [InlineData("iris", LeakageStatus.Hint)]
    public void Honest_measurements_are_no_leak_even_where_one_separates_a_class(string name, LeakageStatus said) =>
        Assert.Equal(said, LeakCase.Said(DatasetCatalogue.Load(name)));

    [Theory]
    [InlineData("y = 1 exactly where plan_code is 3 or 7", "plan_code", "0,1")]
    [InlineData("y = 'no' exactly where plan_code is 1, 2, 4, 5, 6, 8 or 9", "plan_code", "yes,no")]
    [InlineData("y = 1 exactly where 'plan code' is 3 or 7", "plan code", "0,1")]
    public void A_code_is_named_with_its_values(string formula, string column, string labels)
    {
        string[] words = labels.Split(',');
        double[] code = [.. Enumerable.Range(0, Rows).Select(row => row * 7 % 9 + 1.0)];
        bool[] high = Array.ConvertAll(code, one => one is 3 or 7);
        bool firstIsHigh = words[0] == "yes";
        TargetLeak leak = Assert.Single(TargetLeaks.In(BinaryTarget.From(
            Table([column], [code], [.. high.Select(one => one == firstIsHigh ? words[0] : words[1])]), words[1])));
        Assert.Equal((LeakageKind.Function, LeakageStatus.Found, formula), (leak.Kind, leak.Status, leak.Formula));
        Assert.Equal([0], leak.Columns);
        Assert.InRange(leak.Evidence.Chance!.Value, 0, 1e-20);
    }

    [Fact]
    public void Two_columns_whose_difference_is_the_target_are_named_together_on_thirty_rows_too()
    {
        double[] b = [.. Enumerable.Range(0, 30).Select(row => Math.Round(100 * Math.Sin(row), 2))];
        double[] a = [.. b.Select((value, row) => Math.Round(value + row % 2, 2))];
        TargetLeak leak = Assert.Single(TargetLeaks.In(Table(["a", "b"], [a, b], [.. a.Select((_, row) => $"{row % 2}")])));
        Assert.Equal((LeakageKind.Combination, LeakageStatus.Found, "y = a − b"), (leak.Kind, leak.Status, leak.Formula));
    }

    [Fact]
    public void A_formula_that_is_fitted_to_one_wrong_label_is_a_hint()
    {
        double[] x = [.. Enumerable.Range(0, Rows).Select(row => Math.Round(row * 7919 % 10_007 / 10_007.0, 6))];
        string[] labels = [.. x.Select((value, row) => row == 20 ? value > 0.5 ? "0" : "1" : value > 0.5 ? "1" : "0")];
        TargetLeak leak = Assert.Single(TargetLeaks.In(BinaryTarget.From(Table(["x"], [x], labels), "1")));
        Assert.Equal(LeakageStatus.Hint, leak.Status);
    }

    [Theory]
    [InlineData(30, LeakageStatus.Hint)]
    [InlineData(300, LeakageStatus.Found)]
    public void A_flag_that_is_right_on_every_row_is_a_hint_on_few(int rows, LeakageStatus said)
    {
        double[] flag = [.. Enumerable.Range(0, rows).Select(row => row * 7 % 5 < 2 ? 1.0 : 0)];
        TargetLeak leak = Assert.Single(TargetLeaks.In(Table(["flag"], [flag], [.. flag.Select(one => one == 1 ? "yes" : "no")])));
        Assert.Equal(said, leak.Status);
    }

    [Fact]
    public void A_column_that_separates_the_classes_with_a_gap_is_cautioned_against_and_no_other_is_said_to_say_as_much()
    {
        double[] grade = [.. Enumerable.Range(0, Rows).Select(row => row % 5 == 0 ? 5 + row % 10 / 10.0 : 1 + row % 30 / 10.0)];
        double[] math = [.. grade.Select((value, row) => Math.Round(value + row * 7 % 13 / 10.0, 1))];
        string[] labels = [.. grade.Select(value => value > 4.5 ? "failed" : "passed")];
        IReadOnlyList<TargetLeak> leaks = TargetLeaks.In(BinaryTarget.From(Table(["grade", "math"], [grade, math], labels), "failed"));
        TargetLeak separating = Assert.Single(leaks, leak => leak.SeparatesAlone);
        Assert.Equal([0], separating.Columns);
        Assert.Equal(LeakageStatus.Hint, separating.Status);
        Assert.All(leaks.Where(leak => leak != separating), leak => Assert.EndsWith("grade aside", leak.Formula, StringComparison.Ordinal));
        Assert.StartsWith("**Caution: one column alone separates the classes**",
            $"{MlMaths.Torch.Reporting.LeakCallouts.Headline(leaks)}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_number_that_was_counted_does_not_pass_for_a_rounded_one()
    {
        // y = 2a + b up to noise of a hundredth; b is whole, and rounding of b would explain half a unit.
        var random = new Random(5);
        double[] a = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())],
            b = [.. Enumerable.Range(0, Rows).Select(_ => (double)random.Next(20))];
        string[] y = [.. a.Select((value, row) =>
            (2 * value + b[row] + 0.02 * random.NextDouble()).ToString("F4", CultureInfo.InvariantCulture))];
        Assert.DoesNotContain(TargetLeaks.In(Table(["a", "b"], [a, b], y)), leak => leak.Status == LeakageStatus.Found);
    }

    [Fact]
    public void A_constant_target_or_none_has_no_leak()
    {
        Assert.Empty(TargetLeaks.In(Table(["a"], [[1, 2, 3]], ["x", "x", "x"])));
        Assert.Empty(TargetLeaks.In(new Dataset("t", ["a"], [1, 2], null, ["", ""], new("here", "free", ""))));
    }

    private static Dataset Table(string[] names, double[][] columns, string[] labels) => new(
        "t", names, [.. Enumerable.Range(0, labels.Length).SelectMany(row => columns.Select(column => column[row]))], "y", labels,
        new("here", "free", ""));
}
