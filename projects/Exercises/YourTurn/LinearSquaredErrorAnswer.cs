using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Linear regression, mean squared error: derive dw, db, then run <c>check linear-mse</c>.
/// <code>
/// ŷ      = Xw + b                     [n]
/// L      = 1/n Σᵢ (ŷᵢ − yᵢ)²           []
/// </code>
/// </summary>
internal sealed class LinearSquaredErrorAnswer : IExercise
{
    public string Derivation => "linear-mse";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n]
        Tensor w = at["w"]; // [d]
        Tensor b = at["b"]; // []
        Tensor ŷ = X.mv(w) + b;
        return (ŷ - y).square().mean();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n]
        Tensor w = at["w"]; // [d]
        Tensor b = at["b"]; // []

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dw = torch.zeros_like(w);
        Tensor db = torch.zeros_like(b);
        // ▲

        return new Dictionary<string, Tensor> { ["w"] = dw, ["b"] = db };
    }
}
