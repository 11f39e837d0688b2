using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>A text that was replaced by the mean of the target is found by being that mean, and nothing else is.</summary>
public sealed class CodedByTargetTests
{
    private const int Rows = 240, Levels = 12;

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
    public void A_mean_that_has_not_seen_the_rows_is_none()
    {
        // The shares of another half of the file: honest, as far as these rows go.
        bool[] positive = Labels(7), others = Labels(8);
        Assert.Empty(Leaks(Means(Array.ConvertAll(others, one => one ? 1.0 : 0)), Array.ConvertAll(positive, one => one ? "yes" : "no")));
    }

    [Fact]
    public void A_column_of_0_and_1_that_a_few_rows_agree_with_is_none() => Assert.Empty(
        Leaks([.. Enumerable.Range(0, Rows).Select(row => row % 3 * 0.5)], [.. Labels(9).Select(one => one ? "yes" : "no")]));

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
