using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>What is printed beside a verdict: the counts of the sealed set, and nothing where nothing was counted.</summary>
public sealed class DoctorRatesTests
{
    [Fact]
    public void Of_alarms_it_counts_what_stood_first_how_often_that_was_right_and_how_often_the_training_was_sound()
    {
        IReadOnlyList<DoctorRate> rates = DoctorRates.Of(
            40, [("overfitted", true, false), ("overfitted", false, true), ("feature_scale", true, false), ("overfitted", true, false)]);
        Assert.Equal(
            [
                new("sound", "", 1, 40), new("first", "feature_scale", 1, 1), new("first-on-sound", "feature_scale", 0, 40),
                new("first", "overfitted", 2, 3), new("first-on-sound", "overfitted", 1, 40),
            ], rates);
        Assert.Equal(rates, DoctorRates.Parse(DoctorRates.Lines(rates)));
    }

    [Fact]
    public void The_table_in_the_assembly_is_of_many_trainings_and_every_cause_has_both_its_rates()
    {
        Assert.True(DoctorRates.FalseAlarms.Total >= 100);
        string[] first = [.. DoctorRates.Measured.Where(rate => rate.What == "first").Select(rate => rate.Cause)];
        Assert.Equal(first, DoctorRates.Measured.Where(rate => rate.What == "first-on-sound").Select(rate => rate.Cause));
        Assert.All(first, cause => Assert.Contains($"{cause} stood first in", DoctorRates.Words(cause), StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_cause_that_never_stood_first_it_says_that_nothing_is_known()
    {
        Assert.Contains("no_such_cause never stood first there", DoctorRates.Words("no_such_cause"), StringComparison.Ordinal);
        Assert.DoesNotContain("stood first", DoctorRates.Words(null), StringComparison.Ordinal);
    }
}
