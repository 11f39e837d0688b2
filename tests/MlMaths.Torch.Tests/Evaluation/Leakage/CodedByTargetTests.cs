using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>A text that was replaced by the mean of the target is found by being that mean, and nothing else is.</summary>
public sealed class CodedByTargetTests
{
    private const int Rows = 240, Levels = 12;

    // Groups of 1, 3, 5 … rows.
    private static readonly int[] Growing = [.. Enumerable.Range(0, Rows).Select(row => (int)Math.Sqrt(row))];

    private static bool[] Labels(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.Next(3) == 0)];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_share_of_positives_by_level_is_found(int seed)
    {
        bool[] positive = Labels(seed);
        double[] coded = Means(Array.ConvertAll(positive, one => one ? 1.0 : 0));
        TargetLeak leak = Assert.Single(Leaks(coded, Array.ConvertAll(positive, one => one ? "yes" : "no")));
        Assert.Equal((LeakageStatus.Found, LeakageKind.Function), (leak.Status, leak.Kind));
        Assert.Contains("target coding", leak.Evidence.Reason, StringComparison.Ordinal);
        Assert.True(leak.Evidence.Chance < 1e-3);
    }

    [Fact]
    public void A_mean_of_numbers_by_level_is_found()
    {
        var random = new Random(5);
        double[] numbers = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        TargetLeak leak = Assert.Single(Leaks(Means(numbers), Array.ConvertAll(numbers, one => one.ToString("R", null))));
        Assert.Equal(LeakageStatus.Found, leak.Status);
        Assert.Contains("the mean y of the rows with the same coded", leak.Formula, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_drawn_towards_that_of_all_rows_is_found_with_few_decimals()
    {
        double[] y = Array.ConvertAll(Labels(4), one => one ? 1.0 : 0);
        double mean = y.Average();
        double[] drawn = [.. Growing.Select(one => Growing.Zip(y).Where(row => row.First == one).Select(row => row.Second).ToArray())
            .Select(own => Math.Round((own.Sum() + 10 * mean) / (own.Length + 10), 4))];
        TargetLeak leak = Assert.Single(Leaks(drawn, Words(y)));
        Assert.Contains("smoothed target coding", leak.Evidence.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_of_all_other_rows_is_found()
    {
        var random = new Random(6);
        double[] numbers = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        TargetLeak leak = Assert.Single(
            Leaks(Others(numbers, Growing), Array.ConvertAll(numbers, one => one.ToString("R", null))));
        Assert.Equal("coded = the mean y of all other rows of one group", leak.Formula);
    }

    [Fact]
    public void A_share_of_all_other_rows_is_found_where_groups_have_many_rows()
    {
        var random = new Random(2);
        int[] group = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(Levels))];
        double[] y = Array.ConvertAll(Labels(3), one => one ? 1.0 : 0);
        TargetLeak leak = Assert.Single(Leaks(Others(y, group), Words(y)));
        Assert.Contains("leaves the row itself out", leak.Evidence.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_of_the_other_rows_of_another_target_is_none()
    {
        double[] y = Array.ConvertAll(Labels(3), one => one ? 1.0 : 0), other = Array.ConvertAll(Labels(11), one => one ? 1.0 : 0);
        Assert.Empty(Leaks(Others(other, Growing), Words(y)));
    }

    [Fact]
    public void A_mean_that_has_not_seen_the_rows_is_none()
    {
        // The shares of another half of the file: honest, as far as these rows go.
        bool[] positive = Labels(7), others = Labels(8);
        Assert.Empty(Leaks(Means(Array.ConvertAll(others, one => one ? 1.0 : 0)), Array.ConvertAll(positive, one => one ? "yes" : "no")));
    }

    [Fact]
    public void A_column_of_0_and_1_that_a_few_rows_agree_with_is_none() => Assert.Empty(
        Leaks([.. Enumerable.Range(0, Rows).Select(row => row % 3 * 0.5)], [.. Labels(9).Select(one => one ? "yes" : "no")]));

    private static string[] Words(double[] y) => Array.ConvertAll(y, one => one == 1 ? "yes" : "no");

    private static double[] Others(double[] y, int[] group) => [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, Rows)
        .Where(other => other != row && group[other] == group[row]).Select(other => y[other]).DefaultIfEmpty(y.Average()).Average())];

    private static double[] Means(double[] numbers) =>
        [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, Rows).Where(other => other % Levels == row % Levels)
            .Average(other => numbers[other]))];

    private static IReadOnlyList<TargetLeak> Leaks(double[] coded, string[] labels)
    {
        var random = new Random(1001);
        double[] features = [.. Enumerable.Range(0, Rows).SelectMany(row => (double[])[random.NextDouble(), coded[row]])];
        return [.. TargetLeaks.In(new Dataset("drawn", ["noise", "coded"], features, "y", labels, new("here", "none", "none")))
            .Where(leak => leak.Status == LeakageStatus.Found)];
    }
}
