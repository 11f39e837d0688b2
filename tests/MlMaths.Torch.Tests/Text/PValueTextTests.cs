namespace MlMaths.Torch.Tests.Text;

public sealed class PValueTextTests
{
    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(0.5, "0.5000")]
    [InlineData(0.0496, "0.0496")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.000057, "5.7e-5")]
    [InlineData(1e-200, "1.0e-200")]
    [InlineData(0.0, "below 1e-300")]
    [InlineData(double.NaN, "not defined")]
    [InlineData(null, "not defined")]
    public void A_p_value_never_reads_as_zero(double? p, string text) => Assert.Equal(text, PValueText.Of(p));

    [Fact]
    public void What_a_table_does_not_tell_apart_is_said_as_a_bound()
    {
        Assert.Equal("p below 0.001", PValueText.Equation(0.0004, resolved: 0.001));
        Assert.Equal("p = 0.0010", PValueText.Equation(0.001, resolved: 0.001));
        Assert.Equal("p = 0.4200", PValueText.Equation(0.42));
    }
}
