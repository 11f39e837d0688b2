using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class TiedScoresTests
{
    [Theory]
    [InlineData(1.0 / 3)]
    [InlineData(0.5)]
    public void Equal_scores_are_no_drift_where_reference_and_windows_are_scored_one_way(double ties)
    {
        TiedScoresTrial[] worlds = [.. Enumerable.Range(0, 8).Select(seed =>
            TiedScoresTrial.Of(ties, reference: 400, rows: 150, isotonic: false, fiveFits: false, seed, simulations: 199))];
        // 1 % of 32 windows; more than 4 once in ten thousand.
        Assert.InRange(TiedScoresTrial.Windows * worlds.Sum(world => world.Drifted), 0, 4);
        Assert.InRange(TiedScoresTrial.Windows * worlds.Sum(world => world.Rang), 0, 4);
    }

    [Fact]
    public void By_five_fits_every_window_seems_to_drift() => Assert.Equal(
        1, TiedScoresTrial.Of(0.5, reference: 400, rows: 150, isotonic: false, fiveFits: true, seed: 1, simulations: 199).Drifted);
}
