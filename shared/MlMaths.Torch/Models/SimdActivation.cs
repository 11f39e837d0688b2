using System.Numerics;
using System.Runtime.InteropServices;

namespace MlMaths.Torch.Models;

/// <summary>
/// φ(z) of many units at once, in vector registers of whatever width there is:
///
/// <code>
/// sigmoid   1/(1 + e^−z)
/// tanh      1 − 2/(1 + e^2z)
/// GELU      z·Φ(z),  Φ(z) = ½(1 + erf(z/√2))
///           erf(x) = 1 − (a₁t + a₂t² + … + a₅t⁵)e^(−x²),  t = 1/(1 + 0.3275911x),  x ≥ 0
/// </code>
///
/// The polynomial is wrong by at most 1.5·10⁻⁷, about the last bit of a 32-bit float. An e^z that overflows to ∞ gives the right
/// limit.
/// Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.26; Hastings, 1955.
/// </summary>
internal static class SimdActivation
{
    /// <summary>φ in the place of z.</summary>
    public static void Apply(Activation activation, Span<float> z)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(z);
        foreach (ref Vector<float> vector in vectors)
            vector = φ(activation, vector);

        Span<float> rest = z[(vectors.Length * Vector<float>.Count)..], padded = stackalloc float[Vector<float>.Count];
        padded.Clear();
        rest.CopyTo(padded);
        φ(activation, new Vector<float>(padded)).CopyTo(padded);
        padded[..rest.Length].CopyTo(rest);
    }

    private static Vector<float> φ(Activation activation, Vector<float> z) => activation switch
    {
        Activation.Relu => Vector.Max(z, Vector<float>.Zero),
        Activation.Tanh => Vector<float>.One - Vector.Create(2f) / (Vector<float>.One + Vector.Exp(z + z)),
        Activation.Gelu => z * Φ(z),
        Activation.Sigmoid => Vector<float>.One / (Vector<float>.One + Vector.Exp(-z)),
    };

    private static Vector<float> Φ(Vector<float> z)
    {
        Vector<float> x = Vector.Abs(z) * MathF.Sqrt(0.5f), t = Vector<float>.One / (Vector<float>.One + x * 0.3275911f);
        Vector<float> polynomial = t * (Vector.Create(0.254829592f)
            + t * (Vector.Create(-0.284496736f)
                + t * (Vector.Create(1.421413741f) + t * (Vector.Create(-1.453152027f) + t * 1.061405429f))));
        Vector<float> upper = polynomial * Vector.Exp(-x * x) * 0.5f; // 1 − Φ(|z|)
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(z, Vector<float>.Zero), Vector<float>.One - upper, upper);
    }
}
