using System.Text.Json;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Probability;

public sealed class PairedTestsTests
{
    private static readonly JsonElement Reference = GoldenFile.Read("statistics.json");

    [Fact]
    public void McNemar_has_the_exact_p_values_of_SciPy()
    {
        foreach (JsonElement row in Reference.GetProperty("mcnemar_exact").EnumerateArray())
        {
            int b = row.GetProperty("only_a_right").GetInt32(), c = row.GetProperty("only_b_right").GetInt32();
            double p = row.GetProperty("p").GetDouble();
            Assert.Equal(p, McNemar.Of(b, c).PValue, 1e-12);
            Assert.Equal(p, McNemar.Of(c, b).PValue, 1e-12);
            Assert.True(McNemar.Of(b, c).MidPValue <= p);
        }
    }

    [Fact]
    public void Six_to_none_is_what_six_heads_in_a_row_are()
    {
        var test = McNemar.Of(0, 6);
        Assert.Equal(2 * Math.Pow(0.5, 6), test.PValue, 1e-15);
        Assert.Equal(Math.Pow(0.5, 6), test.MidPValue, 1e-15);
    }

    [Fact]
    public void Only_rows_where_one_model_is_right_count()
    {
        var test = McNemar.Of([true, true, true, false, false, true], [true, false, false, true, false, true]);
        Assert.Equal(2, test.OnlyFirstRight);
        Assert.Equal(1, test.OnlySecondRight);

        Interval difference = test.Difference(rows: 6);
        Assert.Equal(1.0 / 6, difference.Value!.Value, 1e-15);
        // b = 2.5, c = 1.5, n = 8: 1/8 ± 1.96 √(4 − 1/8) / 8
        Assert.Equal(0.125 - 1.959963984540054 * Math.Sqrt(3.875) / 8, difference.Low!.Value, 1e-12);
        Assert.Equal(0.125 + 1.959963984540054 * Math.Sqrt(3.875) / 8, difference.High!.Value, 1e-12);
        Assert.Equal("there are no rows", McNemar.Of(0, 0).Difference(0).WhyUndefined);
    }

    [Fact]
    public void The_gain_is_what_the_second_is_better_by()
    {
        var test = McNemar.Of(onlyFirstRight: 2, onlySecondRight: 5);
        Assert.Equal(0.3, test.Gain(rows: 10).Value!.Value, 1e-15);
        Assert.Equal(McNemar.Of(onlyFirstRight: 5, onlySecondRight: 2).Difference(rows: 10), test.Gain(rows: 10));
        Assert.Equal(0, McNemar.Of(2, 2).Gain(rows: 10).Value);
        Assert.False(double.IsNegative(McNemar.Of(2, 2).Gain(rows: 10).Value!.Value));
    }

    [Fact]
    public void The_corrected_t_is_that_of_SciPy()
    {
        foreach (JsonElement row in Reference.GetProperty("corrected_resampled_t").EnumerateArray())
        {
            var test = CorrectedResampledT.Of(
                row.GetProperty("diff").Doubles(), row.GetProperty("n_train").GetInt32(), row.GetProperty("n_test").GetInt32());
            Assert.Equal(row.GetProperty("t").GetDouble(), test.T!.Value, 1e-10);
            Assert.Equal(row.GetProperty("p").GetDouble(), test.PValue!.Value, 1e-10);
            Assert.Equal(row.GetProperty("df").GetInt32(), test.DegreesOfFreedom);
            Assert.Equal(test.PValue < 0.05, !test.Difference.Contains(0));
        }
    }

    [Theory]
    [InlineData(5, 400, 100, 0.667)]
    [InlineData(10, 900, 100, 0.688)]
    [InlineData(100, 900, 100, 0.287)]
    public void The_correction_shrinks_the_naive_t_by_the_known_factor(int folds, int training, int test, double factor)
    {
        double[] differences = [.. Enumerable.Range(0, folds).Select(fold => 1 + Math.Sin(fold))];
        var moments = Moments.Of(differences);
        double naive = moments.Mean / moments.StandardError!.Value;
        Assert.Equal(factor, CorrectedResampledT.Of(differences, training, test).T!.Value / naive, 5e-4);
    }

    [Fact]
    public void Folds_that_all_differ_alike_have_no_t()
    {
        var test = CorrectedResampledT.Of([0.02, 0.02, 0.02], 90, 10);
        Assert.Null(test.T);
        Assert.Null(test.PValue);
        Assert.Equal(0.02, test.Difference.Value!.Value, 1e-15);
        Assert.Equal("all 3 folds differ alike", test.Difference.WhyUndefined);
    }
}
