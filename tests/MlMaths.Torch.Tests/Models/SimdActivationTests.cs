using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Models;

/// <summary>Activations in vector registers against their definitions in 64-bit numbers.</summary>
public sealed class SimdActivationTests
{
    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Sigmoid)]
    public void Every_activation_is_right_to_the_last_digits_of_a_float(Activation activation)
    {
        float[] z = [.. Enumerable.Range(-4000, 8001).Select(i => i / 400f)], φ = [.. z];
        SimdActivation.Apply(activation, φ);
        Assert.All(z.Zip(φ), pair => Assert.Equal(Definition(activation, pair.First), pair.Second, 1e-6));
    }

    [Theory]
    [InlineData(Activation.Tanh, -1, 1)]
    [InlineData(Activation.Sigmoid, 0, 1)]
    [InlineData(Activation.Gelu, 0, 1e4)]
    public void Far_out_it_takes_its_limits(Activation activation, double left, double right)
    {
        float[] φ = [-1e4f, 1e4f, 0];
        SimdActivation.Apply(activation, φ);
        Assert.Equal((left, right), (φ[0], φ[1]));
    }

    [Fact]
    public void A_number_of_units_that_fills_no_register_is_treated_alike()
    {
        for (int count = 0; count <= 19; count++)
        {
            float[] φ = [.. Enumerable.Repeat(0.5f, count)];
            SimdActivation.Apply(Activation.Sigmoid, φ);
            Assert.All(φ, value => Assert.Equal(1 / (1 + Math.Exp(-0.5)), value, 1e-6));
        }
    }

    private static double Definition(Activation activation, double z) => activation switch
    {
        Activation.Relu => Math.Max(z, 0),
        Activation.Tanh => Math.Tanh(z),
        Activation.Gelu => z * Normal.Cumulative(z),
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
    };
}
