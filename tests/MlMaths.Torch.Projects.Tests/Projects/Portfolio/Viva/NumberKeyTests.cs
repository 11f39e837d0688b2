using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>How near an answer must come to a number, and which mistakes it is told from.</summary>
public sealed class NumberKeyTests
{
    [Theory]
    [InlineData("2", Outcome.Right)]
    [InlineData("between 1 and 2", Outcome.Right)]
    [InlineData("1.6", Outcome.Right)]
    [InlineData("1", Outcome.Wrong)]
    [InlineData("1.8", Outcome.Wrong)]
    internal void About_how_many_is_a_whole_number_too(string typed, Outcome outcome) =>
        Assert.Equal(outcome, new NumberKey(1.63, Closeness.Whole, new Mistake("of X itself", 0.815)).Judge(typed).Outcome);

    [Fact]
    public void The_nearest_mistake_decides_how_near_an_answer_must_come()
    {
        NumberKey key = new(0.5236, Closeness.Share, new Mistake("the plain mean", 0.5347), new Mistake("the product", 0.28));
        Assert.Equal("That is the plain mean.", key.Judge("0.535").Says);
        Assert.Equal(Outcome.Right, key.Judge("0.524").Outcome);
        Assert.Equal(Outcome.Right, key.Judge("0.52").Outcome);
        Assert.True(key.IsTelling);
        Assert.EndsWith("to three digits", key.Wanted, StringComparison.Ordinal);
        Assert.DoesNotContain("digits", new NumberKey(0.5236, Closeness.Share, new Mistake("the product", 0.28)).Wanted,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_that_rounds_to_the_same_whole_number_is_told_by_none()
    {
        Assert.False(new NumberKey(1.63, Closeness.Whole, new Mistake("too near", 1.9)).IsTelling);
        Assert.True(new NumberKey(1.63, Closeness.Whole, new Mistake("another", 1.4)).IsTelling);
    }

    [Fact]
    public void A_small_number_has_mistakes_too()
    {
        NumberKey key = new(2e-10, Closeness.Relative, new Mistake("twice as much", 4e-10));
        Assert.Equal("That is twice as much.", key.Judge("4e-10").Says);
        Assert.Equal(Outcome.Right, key.Judge("2e-10").Outcome);
    }

    [Fact]
    public void What_rounds_to_the_same_as_a_mistake_is_not_asked_and_what_is_the_same_is_none()
    {
        Assert.False(new NumberKey(0.1, Closeness.Relative, new Mistake("too near", 0.1005)).IsTelling);
        Assert.False(new NumberKey(38.9, Closeness.Count, new Mistake("too near", 39.4)).IsTelling);
        NumberKey same = new(0.1, Closeness.Relative, new Mistake("another way to it", 0.1));
        Assert.True(same.IsTelling);
        Assert.Empty(same.Mistakes);
    }
}
