using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Scaled dot-product attention: derive dQ, dK, dV, then run <c>check attention</c>.
/// <code>
/// S      = 1/√d QKᵀ                   [n, m]
/// P      = softmax of the rows of S   [n, m]
/// L      = Σ G ⊙ PV                   []
/// </code>
/// </summary>
internal sealed class ScaledAttentionAnswer : IExercise
{
    public string Derivation => "attention";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor Q = at["Q"]; // [n, d]
        Tensor K = at["K"]; // [m, d]
        Tensor V = at["V"]; // [m, e]
        Tensor G = at["G"]; // [n, e]
        Tensor P = (Q.mm(K.t()) / Math.Sqrt(Q.size(1))).softmax(1);
        return (G * P.mm(V)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor Q = at["Q"]; // [n, d]
        Tensor K = at["K"]; // [m, d]
        Tensor V = at["V"]; // [m, e]
        Tensor G = at["G"]; // [n, e]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dQ = torch.zeros_like(Q);
        Tensor dK = torch.zeros_like(K);
        Tensor dV = torch.zeros_like(V);
        // ▲

        return new Dictionary<string, Tensor> { ["Q"] = dQ, ["K"] = dK, ["V"] = dV };
    }
}
