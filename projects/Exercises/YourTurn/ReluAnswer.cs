using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Rectified linear unit: derive dZ, then run <c>check relu</c>.
/// <code>
/// A      = max(0, Z)                  [n, d]
/// L      = Σ G ⊙ A                    []
/// </code>
/// </summary>
internal sealed class ReluAnswer : IExercise
{
    public string Derivation => "relu";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor Z = at["Z"]; // [n, d]
        Tensor G = at["G"]; // [n, d]
        return (G * Z.relu()).sum();
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
