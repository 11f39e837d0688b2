using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Diagnosis;

public sealed class LearningRateReadingTests
{
    [Fact]
    public void A_loss_that_creeps_was_made_with_too_small_a_rate()
    {
        LearningRateReading reading = Read(TrainingStatus.Completed, 1.0, 0.98, 0.96, 0.94);
        Assert.Equal((LearningRateVerdict.TooSmall, 0), (reading.Verdict, reading.Rises));
        Assert.Equal(0.06 / 0.9, reading.WayMade!.Value, 1e-12);
    }

    [Fact]
    public void A_loss_that_falls_and_arrives_was_made_with_a_good_rate() =>
        Assert.Equal(LearningRateVerdict.Good, Read(TrainingStatus.Completed, 1.0, 0.4, 0.2, 0.12).Verdict);

    [Fact]
    public void A_loss_that_jumps_was_made_with_too_large_a_rate_even_if_it_ends_low() =>
        Assert.Equal(LearningRateVerdict.TooLarge, Read(TrainingStatus.Completed, 1.0, 3.0, 0.5, 2.0, 0.11).Verdict);

    [Fact]
    public void A_loss_that_left_the_numbers_has_diverged()
    {
        LearningRateReading reading = Read(TrainingStatus.Diverged, 1.0, 50, double.PositiveInfinity);
        Assert.Equal((LearningRateVerdict.Diverged, 50.0), (reading.Verdict, reading.FinalLoss));
    }

    [Fact]
    public void A_start_at_the_optimum_has_no_way_to_make() =>
        Assert.Null(Read(TrainingStatus.Completed, 0.1, 0.1).WayMade);

    private static LearningRateReading Read(TrainingStatus status, params double[] losses) =>
        LearningRateReading.Of(
            new TrainingHistory("run", status, losses.Length,
                [.. losses.Select((loss, step) => new HistoryRow("run", step, step, "training", "loss", loss))]),
            lowestLoss: 0.1);
}
