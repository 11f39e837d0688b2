using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Which texts stand in an order by custom, and which do not.</summary>
public sealed class KnownScalesTests
{
    [Theory]
    [InlineData("S,M,L,XL")]
    [InlineData("Under 18,18-24,25-34,55+")]
    [InlineData("<18,18 to 64,65 and over")]
    [InlineData("Mon,Tue,Sun")]
    [InlineData("January,March,December")]
    [InlineData("low,medium,high")]
    [InlineData("Strongly disagree,Neutral,Agree")]
    public void A_custom_orders_them(string order)
    {
        string[] words = order.Split(',');
        Assert.Equal(words, KnownScales.Of(Plan([.. words.Reverse()])));
    }

    [Theory]
    [InlineData("red,green,blue")]
    [InlineData("10-3,20-4,30-5")]
    [InlineData("1,2,none")]
    public void Nothing_does(string words) => Assert.Null(KnownScales.Of(Plan(words.Split(','))));

    private static ColumnPlan Plan(string[] words) => Tables.Read("kind,b,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row =>
        $"{words[row % words.Length]},{row % 7},{(row % 2 == 0 ? "yes" : "no")}\n"))).Raw!.Table.Columns[0];
}
