namespace MlMaths.Torch.Models;

/// <summary>
/// Draws the weights of one layer. They are drawn on the CPU in double precision: a seed means the same net on every
/// device.
/// </summary>
internal static class InitialWeights
{
    public static Tensor Draw(int inputs, int outputs, Initialisation initialisation, torch.Generator chance) => initialisation switch
    {
        Initialisation.He => Normal(inputs, outputs, chance).mul_(Math.Sqrt(2.0 / inputs)),
        Initialisation.Xavier => Even(inputs, outputs, chance).mul_(Math.Sqrt(6.0 / (inputs + outputs))),
        Initialisation.Zero => torch.zeros(inputs, outputs, torch.ScalarType.Float64),
        Initialisation.TooLarge => Normal(inputs, outputs, chance),
    };

    /// <summary>Normal with variance 1, whatever the width [inputs, outputs].</summary>
    public static Tensor Normal(int inputs, int outputs, torch.Generator chance) =>
        torch.randn(inputs, outputs, torch.ScalarType.Float64, generator: chance);

    /// <summary>Even on −1 … 1 [inputs, outputs].</summary>
    public static Tensor Even(int inputs, int outputs, torch.Generator chance) =>
        torch.rand(inputs, outputs, torch.ScalarType.Float64, generator: chance).mul_(2).sub_(1);
}
