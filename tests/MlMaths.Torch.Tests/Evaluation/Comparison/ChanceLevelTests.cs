using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ChanceLevelTests
{
    [Fact]
    public void An_interval_below_chance_reaches_up_to_it_and_others_stay()
    {
        Interval below = new(0.380, 0.263, 0.496, 0.95, "corrected resampled t"), above = new(0.62, 0.51, 0.73, 0.95, "x");
        Assert.Equal((0.380, 0.263, 0.5, "corrected resampled t, up to chance"), Parts(ChanceLevel.Reached(BinaryMetric.RocArea, below)));
        Assert.Equal(above, ChanceLevel.Reached(BinaryMetric.RocArea, above));
        Assert.Equal(below, ChanceLevel.Reached(BinaryMetric.Accuracy, below));
        Assert.Equal(below, ChanceLevel.Reached(BinaryMetric.Matthews, below));
    }

    [Fact]
    public void On_tables_of_noise_what_is_printed_never_ends_below_chance_and_seldom_begins_above()
    {
        NoiseTableTrial[] tables = [.. Enumerable.Range(0, 40).Select(table => NoiseTableTrial.Of(60, 5, folds: 5, repeats: 1, table))];
        Assert.DoesNotContain(tables, table => table.Said.High < 0.5);
        // 1 of 40 is expected above; more than 6 once in ten thousand.
        Assert.InRange(tables.Count(table => table.Said.Low > 0.5), 0, 6);
    }

    private static (double?, double?, double?, string) Parts(Interval interval) =>
        (interval.Value, interval.Low, interval.High, interval.Method);
}
