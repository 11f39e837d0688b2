using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ComparisonVerdictTests
{
    [Theory]
    [InlineData(0.012, 0.003, 0.021, 0, "B is better by 0.012 (95 % 0.003 to 0.021); strong evidence.")]
    [InlineData(-0.012, -0.021, -0.003, 0, "A is better by 0.012 (95 % 0.003 to 0.021); strong evidence.")]
    [InlineData(
        0.012, 0.003, 0.021, 0.01,
        "B is better by 0.012 (95 % 0.003 to 0.021); "
        + "weak evidence, as a difference of 0.010 or less would not matter and is not ruled out.")]
    [InlineData(
        0.012, -0.003, 0.027, 0.01,
        "Not enough to say which of A and B is better: B is ahead by 0.012 (95 % −0.003 to 0.027); "
        + "a difference of about 0.022 would have been shown (power 0.8).")]
    [InlineData(
        -0.001, -0.004, 0.002, 0.01,
        "A and B are practically equal: A is ahead by 0.001 (95 % −0.002 to 0.004), all within ±0.010.")]
    [InlineData(
        0.012, 0, 0.024, 0,
        "Not enough to say which of A and B is better: B is ahead by 0.012 (95 % 0.000 to 0.024); "
        + "a difference of about 0.018 would have been shown (power 0.8).")]
    [InlineData(0.012, 0.0003, 0.021, 0, "B is better by 0.012 (95 % 0.0003 to 0.021); strong evidence.")]
    public void The_sentence_is(double value, double low, double high, double rope, string sentence) =>
        Assert.Equal(sentence, new ComparisonVerdict("A", "B", new(value, low, high, 0.95, "x"), rope).Sentence);

    [Fact]
    public void Without_an_interval_there_is_not_enough_to_say()
    {
        Assert.Equal("B is ahead by 0.300, with no interval, as all 3 folds differ alike; not enough to say.",
            new ComparisonVerdict("A", "B", Interval.WithoutEnds(0.3, "x", "all 3 folds differ alike"), 0.01).Sentence);
        Assert.Equal("A is ahead by 0.300, with no interval, as all 3 folds differ alike; not enough to say.",
            new ComparisonVerdict("A", "B", Interval.WithoutEnds(-0.3, "x", "all 3 folds differ alike"), 0.01).Sentence);
        Assert.Equal("A and B cannot be compared, as there are no positive rows; not enough to say.",
            new ComparisonVerdict("A", "B", Interval.Undefined("there are no positive rows"), 0).Sentence);
    }

    [Property]
    public void It_never_says_more_than_the_interval_allows(short low, ushort width, byte region)
    {
        double from = low / 10_000.0, until = from + width / 10_000.0, rope = region / 1_000.0;
        var verdict = new ComparisonVerdict("A", "B", new((from + until) / 2, from, until, 0.95, "x"), rope);
        if (verdict.Sentence.StartsWith("B is better", StringComparison.Ordinal)) Assert.True(from > 0);
        if (verdict.Sentence.StartsWith("A is better", StringComparison.Ordinal)) Assert.True(until < 0);
        if (verdict.Evidence == Evidence.Strong) Assert.True(from > rope || until < -rope);
        if (verdict.Evidence == Evidence.Equivalent) Assert.True(-rope <= from && until <= rope);
        if (from <= 0 && until >= 0) Assert.Contains(verdict.Evidence, new[] { Evidence.NotEnough, Evidence.Equivalent });
    }
}
