using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>What a change of a broken training is worth.</summary>
public sealed class RepairGainTests
{
    [Theory]
    [InlineData(1.0, 0.2, 0.2, 1, true)]
    [InlineData(1.0, 0.2, 0.275, 0.90625, true)]
    [InlineData(1.0, 0.2, 0.3, 0.875, false)]
    [InlineData(1.0, 0.2, 0.1, 1.125, true)]
    [InlineData(0.8, 0.2, 0.9, -1.0 / 6, false)]
    public void The_share_is_of_what_was_lost_and_nine_tenths_count(
        double broken, double twin, double changed, double share, bool counts)
    {
        RepairGain gain = new(Trial(broken), Trial(twin));
        Assert.Equal(share, gain.ShareOf(Trial(changed)), 12);
        Assert.Equal(counts, gain.Counts(Trial(changed)));
    }

    [Theory]
    [InlineData(1e30, 1e3)]
    [InlineData(double.PositiveInfinity, 1)]
    public void From_an_explosion_back_to_guessing_nothing_is_won(double broken, double changed)
    {
        RepairGain gain = new(Trial(broken), Trial(0.2));
        Assert.Equal(0, gain.ShareOf(Trial(changed)));
        Assert.True(gain.IsHarmful);
    }

    [Fact]
    public void Where_the_twin_is_hardly_better_there_is_nothing_to_mend()
    {
        Assert.False(new RepairGain(Trial(0.28), Trial(0.2)).IsHarmful);
        Assert.True(new RepairGain(Trial(0.29), Trial(0.2)).IsHarmful);
        Assert.False(new RepairGain(Trial(0.2), Trial(0.28)).IsHarmful);
        Assert.False(new RepairGain(Trial(0.28), Trial(0.2)).Counts(Trial(0.1)));
        Assert.True(new RepairGain(Trial(0.28), Trial(0.2)).IsWorthIt(Trial(0.1)));
        Assert.False(new RepairGain(Trial(0.28), Trial(0.2)).IsWorthIt(Trial(0.22)));
    }

    [Fact]
    public void The_same_seed_trains_the_same_and_every_epoch_is_told()
    {
        TrainingSpec spec = TrainingSpec.Parse("""{ "data": { "set": "iris" }, "training": { "epochs": 5 } }""");
        List<double> told = [];
        SpecTrial first = SpecTrial.Train(spec, 3, told.Add, default), second = SpecTrial.Train(spec, 3, _ => { }, default);
        Assert.Equal([0.2, 0.4, 0.6, 0.8, 1], told);
        Assert.Equal(first.Loss, second.Loss);
        Assert.Equal(Math.Log(3), first.Chance, 2);
        Assert.NotEqual(first.Loss, SpecTrial.Train(spec, 4, _ => { }, default).Loss);
    }

    [Theory]
    [InlineData("""{ "training": { "epochs": 4000 } }""", "steps, and may be 30,000")]
    [InlineData("""{ "net": { "hidden": [4096, 4096] } }""", "billion multiplications")]
    [InlineData("""{ "data": { "validation": 0 } }""", "without validation rows nothing can be judged")]
    [InlineData("""{ "data": { "set": "blobs" }, "net": { "outputs": 2 } }""", "set net.outputs to 3")]
    public void What_takes_too_long_or_cannot_be_judged_is_refused(string spec, string says) => Assert.Contains(
        says, Assert.Throws<UserMistakeException>(() => SpecTrial.Train(TrainingSpec.Parse(spec), 1, _ => { }, default)).Message,
        StringComparison.Ordinal);

    private static SpecTrial Trial(double loss) => new(loss, 1, new TrainingHistory("", TrainingStatus.Completed, 1, []))
    {
        Measures = "",
        Resolved = "",
        TrainingRows = 1,
        ValidationRows = 1,
    };
}
