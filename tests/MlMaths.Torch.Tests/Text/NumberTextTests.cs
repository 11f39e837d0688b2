using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Xunit;

namespace MlMaths.Torch.Tests.Text;

public sealed partial class NumberTextTests
{
    private static readonly string[] Formats =
        ["0.000", "0.####", "G3", "G6", "F2", "N1", "P1", "P0", "0.##e0", "#,0.#", "+0.00;−0.00;0.00"];

    [Theory]
    [InlineData(4.44e-16, "4.44e-16")]
    [InlineData(-1.23456e-7, "−1.23e-7")]
    [InlineData(1e20, "1e20")]
    [InlineData(-0.5, "−0.5")]
    [InlineData(-12345, "−12,345")]
    [InlineData(0.37128, "0.3713")]
    [InlineData(double.NaN, "not defined")]
    [InlineData(double.NegativeInfinity, "not defined")]
    public void A_number_has_four_digits(double number, string text) => Assert.Equal(text, NumberText.Of(number));

    [Theory]
    [InlineData(0.0123456, "0.0123")]
    [InlineData(12.3456, "12.3")]
    [InlineData(-1234.4, "−1,234")]
    [InlineData(0.00001234, "1.23e-5")]
    [InlineData(-7.8e9, "−7.8e9")]
    [InlineData(0, "0")]
    public void In_a_sentence_it_has_three(double number, string text) => Assert.Equal(text, NumberText.Brief(number));

    [Theory]
    [InlineData(1.043, 1.0004, 1.087, 0, 3)]  // two digits of the width
    [InlineData(1.043, 1.0004, 1.087, 1, 4)]  // 1.0004 must not read as 1
    [InlineData(1.043, 1, 1.087, 1, 3)]
    [InlineData(0.0192, 0.0004, 0.0276, 0, 4)]
    [InlineData(0.5, 0.000001, 0.9, 0, 3)]    // nothing near helps
    [InlineData(0.00001, 0, 0.00005, 0, null)]
    public void Decimals_tell_the_ends_from_the_boundary(double value, double low, double high, double boundary, int? decimals) =>
        Assert.Equal(decimals, NumberText.DecimalsFor(value, low, high, boundary));

    [Property]
    public void A_share_in_percent_reads_as_the_share_does(PositiveInt numerator, PositiveInt places)
    {
        int decimals = places.Get % 4;
        double share = numerator.Get % 100_000 / 100_000.0, scale = Math.Pow(10, decimals + 2);
        // Ties among them: of 100,000, every tenth ends in a 5 behind the last decimal.
        string read = NumberText.Fixed(share, decimals + 2), percent = NumberText.Fixed(NumberText.Hundredfold(share), decimals);
        double whole = double.Parse(read, CultureInfo.InvariantCulture), hundredfold = double.Parse(percent, CultureInfo.InvariantCulture);
        Assert.Equal(Math.Round(whole * scale), Math.Round(hundredfold * scale / 100));
    }

    [Theory]
    [InlineData(0.12725, "0.1273", "12.73")] // above the tie, and its product below
    [InlineData(0.00035, "0.0003", "0.03")]  // below the tie, as is its product, and the next number is above
    public void A_tie_reads_alike_in_percent(double share, string read, string percent) => Assert.Equal(
        (read, percent), (NumberText.Fixed(share, 4), NumberText.Fixed(NumberText.Hundredfold(share), 2)));

    [Fact]
    public void Every_tie_of_five_digits_reads_alike_in_percent()
    {
        string[] apart = [.. from tie in Enumerable.Range(0, 10_000)
            from decimals in Enumerable.Range(0, 3)
            let share = (10 * tie + 5) / 100_000.0 * Math.Pow(10, 2 - decimals)
            let read = decimal.Parse(NumberText.Fixed(share, decimals + 2), CultureInfo.InvariantCulture)
            let percent = decimal.Parse(NumberText.Fixed(NumberText.Hundredfold(share), decimals), CultureInfo.InvariantCulture)
            where 100 * read != percent
            select $"{share}: {read} and {percent} %"];
        Assert.Empty(apart);
    }

    [Fact]
    public void A_range_of_percentages_has_as_many_digits_at_both_ends()
    {
        Assert.Equal("4.8 % (0 to 13.5 %)", NumberText.PercentInterval(0.0475, 0, 0.1347));
        Assert.Equal("54.1 % (49.8 to 58.5 %)", NumberText.PercentInterval(0.5413, 0.498, 0.585));
        Assert.Equal("0.70 % (0.53 to 0.91 %)", NumberText.PercentInterval(0.007, 0.00529, 0.00908));
    }

    [Theory]
    [InlineData(-0.0004, "0.000", "0.000")]
    [InlineData(-0.0, "0.00", "0.00")]
    [InlineData(-0.0006, "0.000", "−0.001")]
    [InlineData(4.44e-16, "G3", "4.44e-16")]
    [InlineData(-6e-16, "G1", "−6e-16")]
    [InlineData(123456, "G3", "1.23e5")]
    [InlineData(-0.123, "P1", "−12.3 %")]
    [InlineData(-0.0001, "P1", "0.0 %")]
    [InlineData(0.5, "0.0 metres", "0.5 metres")]
    [InlineData(0, "#", "")]
    public void A_format_is_kept_and_the_hand_is_ours(double number, string format, string text) =>
        Assert.Equal(text, NumberText.Formatted(number, format));

    [Theory]
    [InlineData(0.0003, "0.0003")]
    [InlineData(-0.0003, "−0.0003")]
    [InlineData(0.25, "0.250")]
    [InlineData(0, "0.000")]
    public void What_is_not_0_never_reads_0(double number, string text) => Assert.Equal(text, NumberText.NeverZero(number));

    [Fact]
    public void Percents_ranges_and_counts()
    {
        Assert.Equal("95 %", NumberText.Percent(0.95));
        Assert.Equal("12.3 %", NumberText.Percent(0.12345));
        // A little below the tie as a number of the machine: figure, sentence and table say the same.
        Assert.Equal(("91.8 %", "91.8 %"), (NumberText.Percent(0.9185), $"{NumberText.Formatted(0.9185, "P1")}"));
        Assert.Equal("−12 %", NumberText.Percent(-0.12345, mostDecimals: 0));
        Assert.Equal("−0.050 to 0.010", NumberText.Range(-0.05, 0.01, decimals: 3));
        Assert.Equal("1,000,000", NumberText.Count(1_000_000));
    }

    [Property]
    public bool In_every_format_there_is_one_minus_no_minus_zero_and_no_capital_e(NormalFloat number, NonNegativeInt format)
    {
        foreach (string text in (string[])
            [
                NumberText.Of(number.Get), NumberText.Of(number.Get, 3), NumberText.Brief(number.Get), NumberText.Fixed(number.Get),
                NumberText.NeverZero(number.Get), NumberText.Percent(number.Get),
                NumberText.Formatted(number.Get, Formats[format.Get % Formats.Length]),
            ])
        {
            if (text.StartsWith('-') || text.Contains('E') || MinusZero().IsMatch(text) || PaddedPower().IsMatch(text)) return false;
        }

        return true;
    }

    [Property]
    public bool What_is_read_is_the_number_to_as_many_digits_as_are_shown(NormalFloat number)
    {
        double value = number.Get, size = Math.Abs(value);
        return Math.Abs(Read(NumberText.Of(value)) - value) <= 0.006 * size
            && Math.Abs(Read(NumberText.Brief(value)) - value) <= 0.006 * size
            && Math.Abs(Read(NumberText.Fixed(value)) - value) <= 0.0005001 + 1e-15 * size;
    }

    [Property]
    public bool A_number_and_its_negative_have_the_same_digits(NormalFloat number) =>
        NumberText.Brief(Math.Abs(number.Get)) == NumberText.Brief(-Math.Abs(number.Get)).TrimStart('−')
        && NumberText.Of(Math.Abs(number.Get)) == NumberText.Of(-Math.Abs(number.Get)).TrimStart('−');

    private static double Read(string text) =>
        double.Parse(text.Replace('−', '-'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"−[0.,]+(?![\d.])")]
    private static partial Regex MinusZero();

    [GeneratedRegex(@"e(\+|-?0)")]
    private static partial Regex PaddedPower();

    [Theory]
    [InlineData(12345.678, "0.0", "12,345.7")]
    [InlineData(-1234567, "0", "−1,234,567")]
    [InlineData(999.9, "0.0", "999.9")]
    [InlineData(1234.5, "0.#### 'rows'", "1,234.5 rows")]
    public void Thousands_have_commas_whatever_the_format(double number, string format, string text) =>
        Assert.Equal(text, NumberText.Formatted(number, format));

    [Fact]
    public void What_would_take_more_than_six_decimals_has_a_power_of_ten() =>
        Assert.Equal("7.94e-16", NumberText.NeverZero(7.943e-16));
}
