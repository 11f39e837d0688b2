using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>The units of a hidden layer, as one step needs them.</summary>
/// <param name="φ">The activation.</param>
/// <param name="z">Before it [n, w]; given up by all but GELU, whose slope cannot be told from φ(z).</param>
/// <param name="h">φ(z) [n, w].</param>
/// <param name="m">The dropout mask; null where there is none.</param>
/// <param name="a">m ⊙ φ(z) [n, w].</param>
internal sealed record BackpropagationUnits(Activation φ, Tensor? z, Tensor h, Tensor? m, Tensor a)
{
    public static BackpropagationUnits Of(Activation φ, Tensor z, Dropout? dropout)
    {
        Tensor h = φ switch
        {
            Activation.Relu => z.relu_(),
            Activation.Tanh => z.tanh_(),
            Activation.Sigmoid => z.sigmoid_(),
            Activation.Gelu => torch.nn.functional.gelu(z),
        };
        Tensor? m = dropout?.Mask(h);
        return new BackpropagationUnits(φ, φ == Activation.Gelu ? z : null, h, m, m is null ? h : h * m);
    }

    /// <summary>dz = da ⊙ m ⊙ φ'(z), in the place of da. The units are used up.</summary>
    public Tensor Backward(Tensor da)
    {
        if (m is not null) da.mul_(m);
        return da.mul_(Slope());
    }

    /// <summary>
    /// <code>
    /// ReLU     φ' = 1 where φ > 0, else 0         tanh     φ' = 1 − φ²
    /// sigmoid  φ' = φ(1 − φ)                      GELU     φ' = Φ(z) + z e^(−z²/2) / √(2π), with φ = zΦ(z)
    /// </code>
    /// </summary>
    private Tensor Slope() => φ switch
    {
        Activation.Relu => h.sign_(),
        Activation.Tanh => 1 - h.mul_(h),
        Activation.Sigmoid => h * (1 - h),
        Activation.Gelu => 0.5 * (1 + torch.special.erf(z! / Math.Sqrt(2))) + z! * (z!.square() / -2).exp_() / Math.Sqrt(2 * Math.PI),
    };
}
