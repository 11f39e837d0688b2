using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>Activations and their derivatives as terms.</summary>
internal static class SlopeTerms
{
    /// <summary>φ(z).</summary>
    public static Term Of(this Activation φ, Term z) => φ switch
    {
        Activation.Relu => z.Of(ElementFunction.Relu),
        Activation.Tanh => z.Of(ElementFunction.Tanh),
        Activation.Sigmoid => z.Of(ElementFunction.Sigmoid),
        Activation.Gelu => z * Φ(z),
    };

    /// <summary>φ'(z), as it is written with a = φ(z) at hand.</summary>
    public static Term SlopeOf(this Activation φ, Term z, Term a) => φ switch
    {
        Activation.Relu => z.Of(ElementFunction.Positive),
        Activation.Tanh => 1.0 - a.Of(ElementFunction.Square),
        Activation.Sigmoid => a * (1.0 - a),
        Activation.Gelu => Φ(z) + z * Bell(z),
    };

    /// <summary>Φ(z), the normal distribution's.</summary>
    public static Term Φ(Term z) => 0.5 * (1.0 + (z / Math.Sqrt(2)).Of(ElementFunction.Erf));

    private static Term Bell(Term z) => (-(z.Of(ElementFunction.Square) / 2.0)).Of(ElementFunction.Exp) / Math.Sqrt(2 * Math.PI);
}
