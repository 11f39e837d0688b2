namespace MlMaths.Torch.Tests.Text;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2400, "2,400 rows")]
    public void A_number_stands_with_its_noun(long count, string text) => Assert.Equal(text, Counted.Rows(count));

    [Fact]
    public void A_noun_may_have_another_plural_and_bring_its_verb()
    {
        Assert.Equal("1 column alone tells", Counted.Of(1, "column alone tells", "columns alone tell"));
        Assert.Equal("2 boxes", Counted.Of(2, "box", "boxes"));
        Assert.Equal("passes", Counted.Noun(3, "pass", "passes"));
    }
}
