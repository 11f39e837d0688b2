using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Probability;

/// <summary>Small tails of large counts against mpmath, 60 digits (exact_tails.py beside the golden file).</summary>
public sealed class ExactTailsTests
{
    private static readonly JsonElement Reference = GoldenFile.Read("exact-tails.json");

    [Fact]
    public void Clopper_Pearson_is_right_to_ten_digits_down_to_an_alpha_of_a_trillionth()
    {
        foreach (JsonElement row in Reference.GetProperty("clopper_pearson").EnumerateArray())
        {
            Interval interval = ClopperPearsonInterval.Of(
                row.GetProperty("successes").GetInt64(), row.GetProperty("trials").GetInt64(),
                    row.GetProperty("confidence").GetDouble());
            AssertRelative(Number(row, "low"), interval.Low!.Value, 1e-10);
            AssertRelative(Number(row, "high"), interval.High!.Value, 1e-10);
        }
    }

    [Fact]
    public void McNemar_counts_beyond_the_largest_int()
    {
        foreach (JsonElement row in Reference.GetProperty("mcnemar").EnumerateArray())
        {
            long b = row.GetProperty("only_first").GetInt64(), c = row.GetProperty("only_second").GetInt64();
            AssertRelative(Number(row, "p"), McNemar.Of(b, c).PValue, 1e-10);
            AssertRelative(Number(row, "mid_p"), McNemar.Of(c, b).MidPValue, 1e-10);
        }
    }

    [Fact]
    public void A_difference_of_billions_of_rows_has_an_interval()
    {
        Interval difference = McNemar.Of(3_000_000_000, 3_000_600_000).Difference(10_000_000_000);
        Assert.Equal(-600_000 / 1e10, difference.Value!.Value, 1e-15);
        Assert.InRange(difference.High!.Value - difference.Low!.Value, 3.0e-5, 3.1e-5); // 2 · 1.96 √(6·10⁹)/10¹⁰
    }

    [Theory]
    [InlineData(0.3, 2, 5)]
    [InlineData(0.01, 0.5, 3e8)]
    [InlineData(0.4, 40, 0.5)]
    [InlineData(0.5, 5e8, 5e8)]
    public void A_quantile_and_its_probability_undo_each_other(double share, double alpha, double beta)
    {
        // of x near 1, 1 − x has few digits
        AssertRelative(share, Beta.Cumulative(Beta.Quantile(share, alpha, beta), alpha, beta), 1e-7);
        AssertRelative(Beta.Quantile(share, alpha, beta), Beta.UpperQuantile(1 - share, alpha, beta), 1e-9);
    }

    [Fact]
    public void A_normal_and_a_t_interval_keep_the_digits_of_a_small_alpha()
    {
        const double confidence = 1 - 1e-11;
        AssertRelative((1 - confidence) / 2, Normal.Cumulative(-Normal.TwoSidedQuantile(confidence)), 1e-10);
        AssertRelative((1 - confidence) / 2, StudentT.Cumulative(-StudentT.TwoSidedQuantile(confidence, 7), 7), 1e-7);
    }

    private static double Number(JsonElement row, string name) =>
        double.Parse(row.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"expected {expected:R}, was {actual:R}");
}
