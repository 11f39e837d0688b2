using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Linear layer: derive dX, dW, db, then run <c>check linear-layer</c>.
/// <code>
/// Z      = XW + b                     [n, m]
/// L      = Σ G ⊙ Z                    []
/// </code>
/// </summary>
internal sealed class LinearLayerAnswer : IExercise
{
    public string Derivation => "linear-layer";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor W = at["W"]; // [d, m]
        Tensor b = at["b"]; // [m]
        Tensor G = at["G"]; // [n, m]
        return (G * (X.mm(W) + b)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor W = at["W"]; // [d, m]
        Tensor b = at["b"]; // [m]
        Tensor G = at["G"]; // [n, m]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dX = torch.zeros_like(X);
        Tensor dW = torch.zeros_like(W);
        Tensor db = torch.zeros_like(b);
        // ▲

        return new Dictionary<string, Tensor> { ["X"] = dX, ["W"] = dW, ["b"] = db };
    }
}
