using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class PopulationStabilityTests
{
    [Fact]
    public void The_index_adds_up_the_bins()
    {
        double[] reference = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        double[] window = [.. Enumerable.Repeat(10.0, 50), .. Enumerable.Repeat(90.0, 150)];
        double expected = (0.25 - 0.5) * Math.Log(0.25 / 0.5) + (0.75 - 0.5) * Math.Log(0.75 / 0.5);
        Assert.Equal(expected, PopulationStability.Of(reference, window, bins: 2), 1e-12);
        Assert.Equal(0, PopulationStability.Of(reference, reference), 1e-12);
    }

    [Theory]
    [InlineData(100, 0.849)] // 84.9 % and 0.2 % were counted in simulations, which the law comes near to
    [InlineData(500, 0.002)]
    public void A_fixed_limit_rings_nearly_always_on_few_rows_and_never_on_many(int rows, double rate) =>
        Assert.Equal(rate, PopulationStability.FalseAlarmRate(rows, rows), 0.02);

    [Fact]
    public void The_law_of_chance_holds_for_the_index()
    {
        int rung = Enumerable.Range(0, 200).Count(seed => PopulationStability.Of(
            PriorStream.Draw(0.2, 0.2, 600, seed).Probabilities,
            PriorStream.Draw(0.2, 0.2, 200, seed + 1000).Probabilities) > PopulationStability.CustomaryLimit);
        Assert.Equal(PopulationStability.FalseAlarmRate(200, 600), rung / 200.0, 0.1);
    }

    [Fact]
    public void Equal_scores_share_a_bin() => Assert.True(double.IsFinite(PopulationStability.Of([0.1, 0.1, 0.1, 0.5], [0.1, 0.9])));
}
