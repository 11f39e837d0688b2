using System.Globalization;
using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class ShortNumberTests
{
    [Fact]
    public void Every_number_is_the_one_that_the_general_parser_finds_bit_for_bit()
    {
        var random = new Random(5);
        int taken = 0;
        for (int i = 0; i < 200_000; i++)
        {
            string digits = random.NextInt64(1L << random.Next(2, 52)).ToString(CultureInfo.InvariantCulture);
            int point = random.Next(digits.Length + 1);
            string text = $"{(random.Next(3) == 0 ? "-" : "")}{digits[..point]}{(random.Next(5) == 0 ? "" : ".")}{digits[point..]}";
            if (!ShortNumber.TryParse(Encoding.UTF8.GetBytes(text), out double number)) continue;
            taken++;
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(number));
        }

        Assert.InRange(taken, 150_000, 200_000);
    }

    [Theory]
    [InlineData("0120", true)]
    [InlineData("7", true)]
    [InlineData("-7", false)]
    [InlineData("7.", false)]
    [InlineData("0.5", false)]
    public void A_number_of_digits_alone_is_told_from_one_with_a_sign_or_a_point(string text, bool isDigits)
    {
        Assert.True(ShortNumber.TryParse(Encoding.UTF8.GetBytes(text), out _, out bool said));
        Assert.Equal(isDigits, said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("+1")]
    [InlineData("1e5")]
    [InlineData("1.2.3")]
    [InlineData("12a")]
    [InlineData("1234567890123456")]
    public void What_is_more_than_few_digits_is_left_to_the_general_parser(string text) =>
        Assert.False(ShortNumber.TryParse(Encoding.UTF8.GetBytes(text), out _));
}
