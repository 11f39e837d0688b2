using FsCheck;
using FsCheck.Xunit;
using Interval = MlMaths.Torch.Probability.Interval;

namespace MlMaths.Torch.Tests.Probability;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(0.1, null, "one end, 0.1,")]
    [InlineData(null, 0.3, "one end, 0.3,")]
    [InlineData(0.3, 0.1, "from 0.3 to 0.1")]
    [InlineData(double.NaN, 0.1, "from NaN to 0.1")]
    [InlineData(0.1, double.NaN, "from 0.1 to NaN")]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, "from Infinity to -Infinity")]
    public void Ends_that_cannot_be_are_refused_and_the_sentence_names_them_and_the_method(double? low, double? high, string words)
    {
        var mistake = Assert.Throws<ArgumentException>(() => new Interval(0.2, low, high, 0.95, "Wilson"));
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Wilson", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_confidence_lies_between_0_and_1(double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Interval(0.2, 0.1, 0.3, confidence, "Wilson"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Undefined("no rows", confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.WithoutEnds(0.2, "Wilson", "one row", confidence));
    }

    [Property]
    public bool What_is_made_holds_and_what_does_not_hold_is_not_made(double value, double? low, double? high, double confidence)
    {
        bool holds = low is null == high is null && !(low is double bottom && high is double top && !(bottom <= top))
            && confidence is > 0 and < 1;
        try
        {
            Interval made = new(value, low, high, confidence, "test");
            return holds && made.HasEnds == low.HasValue && (made.Value, made.Low, made.High).Equals((value, low, high));
        }
        catch (ArgumentException)
        {
            return !holds;
        }
    }

    [Property]
    public bool Turned_twice_it_is_what_it_was_and_holds_the_negatives_of_what_it_held(
        NormalFloat value, NormalFloat one, NormalFloat other)
    {
        Interval interval = Between(value.Get, one.Get, other.Get);
        return interval.Turned().Turned() == interval
            && interval.Contains(0.5 * (one.Get + other.Get)) == interval.Turned().Contains(-0.5 * (one.Get + other.Get));
    }

    [Property]
    public bool In_another_unit_its_ends_keep_their_order(NormalFloat value, NormalFloat one, NormalFloat other, PositiveInt factor)
    {
        Interval interval = Between(value.Get, one.Get, other.Get), inUnit = interval.Times(factor.Get);
        return inUnit.Low <= inUnit.High && inUnit.Low == factor.Get * interval.Low && inUnit.Value == factor.Get * interval.Value;
    }

    [Property]
    public bool Reaching_to_a_value_it_holds_it_and_all_that_it_held(NormalFloat one, NormalFloat other, NormalFloat far)
    {
        Interval interval = Between(one.Get, one.Get, other.Get), wider = interval.ReachingTo(far.Get);
        return wider.Contains(far.Get) && wider.Contains(interval.Low!.Value) && wider.Contains(interval.High!.Value);
    }

    [Property]
    public bool Cut_to_where_a_quantity_can_lie_it_lies_there(NormalFloat one, NormalFloat other)
    {
        Interval cut = Between(0.5, one.Get, other.Get).Within(0, 1);
        return cut.Low is >= 0 and <= 1 && cut.High is >= 0 and <= 1 && cut.Low <= cut.High;
    }

    [Fact]
    public void A_known_number_moves_it_as_a_whole()
    {
        Assert.Equal(new Interval(0.25, 0.125, 0.5, 0.95, "t"), new Interval(1.25, 1.125, 1.5, 0.95, "t").Plus(-1));
        Assert.Throws<ArgumentException>(() => Interval.Undefined("no rows").Within(double.NaN, 1));
    }

    [Fact]
    public void Nothing_turned_is_nothing_and_no_minus_zero()
    {
        Interval nothing = new Interval(0, 0, 0, 0.95, "McNemar").Turned();
        Assert.All([nothing.Value, nothing.Low, nothing.High], end => Assert.False(double.IsNegative(end!.Value)));
        Assert.Null(Interval.Undefined("no rows").Turned().Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => nothing.Times(-1));
    }

    private static Interval Between(double value, double one, double other) =>
        new(value + 0.0, Math.Min(one, other) + 0.0, Math.Max(one, other) + 0.0, 0.95, "test");
}
