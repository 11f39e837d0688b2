using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Cosine similarity of rows: derive dX, dY, then run <c>check cosine-similarity</c>.
/// <code>
/// sᵢ, tᵢ = max(‖xᵢ‖, ε), max(‖yᵢ‖, ε) [n]
/// cᵢ     = xᵢ·yᵢ / (sᵢtᵢ)              [n]
/// L      = Σᵢ gᵢcᵢ                     []
/// </code>
/// </summary>
internal sealed class RowCosineAnswer : IExercise
{
    public string Derivation => "cosine-similarity";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor Y = at["Y"]; // [n, d]
        Tensor ε = at["ε"]; // []
        Tensor G = at["G"]; // [n]
        Tensor s = torch.maximum(torch.linalg.vector_norm(X, 2, [1L]), ε);
        Tensor t = torch.maximum(torch.linalg.vector_norm(Y, 2, [1L]), ε);
        return (G * (X * Y).sum(dim: 1) / (s * t)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor Y = at["Y"]; // [n, d]
        Tensor ε = at["ε"]; // []
        Tensor G = at["G"]; // [n]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dX = torch.zeros_like(X);
        Tensor dY = torch.zeros_like(Y);
        // ▲

        return new Dictionary<string, Tensor> { ["X"] = dX, ["Y"] = dY };
    }
}
