using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>What all changes together are worth.</summary>
public sealed class RepairEffectTests
{
    private const int Seed = 7;

    private static readonly double[] Changed = [.. Enumerable.Range(0, 200).Select(row => 0.1 + row % 5 * 0.01)];

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.05, false)]
    [InlineData(-0.05, false)]
    public void A_change_is_worth_it_where_it_wins_more_than_a_tenth_of_what_there_is_to_learn(double gain, bool isWorthIt)
    {
        var effect = RepairEffect.Of([.. Changed.Select(loss => loss + gain)], Changed, 1, Seed);
        Assert.Equal(isWorthIt, effect.IsWorthIt);
        Assert.Equal(gain, effect.Loss - effect.Changed, 12);
        Assert.Contains(isWorthIt ? "With that changed" : "does no harm here", effect.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_rows_that_differ_widely_decide_nothing()
    {
        double[] torn = [.. Changed.Take(20).Select((loss, row) => loss + (row % 2 == 0 ? 1 : -0.6))];
        var effect = RepairEffect.Of(torn, Changed[..20], 1, Seed);
        Assert.False(effect.IsWorthIt);
        // 0.2 of 0.88 is more than a tenth: "no harm that could be seen" would stand beside numbers that show some.
        Assert.Contains("as far as these rows can tell", effect.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("no harm", effect.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_are_no_numbers_count_as_chance()
    {
        var effect = RepairEffect.Of([.. Changed.Select(_ => double.NaN)], Changed, 1.12, Seed);
        Assert.Equal(1.12, effect.Loss, 12);
        Assert.True(effect.IsWorthIt);
        Assert.False(RepairEffect.Of(Changed, [.. Changed.Select(_ => double.NaN)], 1.12, Seed).IsWorthIt);
    }

    [Theory]
    [InlineData("""{ "data": { "set": "blobs" }, "slips": { "validation_rows_in_training": 1 } }""")]
    [InlineData("""{ "data": { "set": "blobs" }, "net": { "dropout": 0.3 }, "slips": { "dropout_in_validation": true } }""")]
    public void What_the_validation_loss_cannot_judge_stays_an_alarm(string json)
    {
        Examination examination = Of(json);
        Assert.False(examination.IsHealthy);
        Assert.Null(examination.Effect);
        Assert.False(examination.IsHarmless);
    }

    [Fact]
    public void A_slip_without_a_consequence_is_told_and_called_harmless()
    {
        Examination examination = Of("""
            { "data": { "set": "blobs", "order": "by_target" }, "training": { "shuffle": false, "batch": 16 } }
            """);
        Assert.Equal("rows_sorted", examination.Causes[0].Id);
        Assert.True(examination.IsHarmless);
        Assert.Contains("does no harm here", examination.EffectWords, StringComparison.Ordinal);
    }

    private static Examination Of(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        return Examination.Of(spec, data, Seed, CancellationToken.None);
    }
}
