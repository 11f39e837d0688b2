using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Gaussian error linear unit: derive dZ, then run <c>check gelu</c>.
/// <code>
/// A      = Z ⊙ Φ(Z)                   [n, d]    Φ(z) = ½ (1 + erf(z/√2))
/// L      = Σ G ⊙ A                    []
/// </code>
/// </summary>
internal sealed class GeluAnswer : IExercise
{
    public string Derivation => "gelu";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor Z = at["Z"]; // [n, d]
        Tensor G = at["G"]; // [n, d]
        return (G * torch.nn.functional.gelu(Z)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor Z = at["Z"]; // [n, d]
        Tensor G = at["G"]; // [n, d]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dZ = torch.zeros_like(Z);
        // ▲

        return new Dictionary<string, Tensor> { ["Z"] = dZ };
    }
}
