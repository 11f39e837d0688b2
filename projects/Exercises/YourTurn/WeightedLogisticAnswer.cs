using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Logistic regression with a positive weight: derive dw, db, then run <c>check logistic-bce</c>.
/// <code>
/// z      = Xw + b                     [n]
/// ℓᵢ     = ln(1 + e^zᵢ) − yᵢzᵢ         [n]
/// cᵢ     = ω where yᵢ = 1, else 1      [n]
/// L      = 1/n Σᵢ cᵢℓᵢ                []
/// </code>
/// </summary>
internal sealed class WeightedLogisticAnswer : IExercise
{
    public string Derivation => "logistic-bce";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n]
        Tensor ω = at["ω"]; // []
        Tensor w = at["w"]; // [d]
        Tensor b = at["b"]; // []
        Tensor z = X.mv(w) + b;
        Tensor c = 1 + (ω - 1) * y;
        return (c * LogisticLoss.PerRow(z, y)).mean();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n]
        Tensor ω = at["ω"]; // []
        Tensor w = at["w"]; // [d]
        Tensor b = at["b"]; // []

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dw = torch.zeros_like(w);
        Tensor db = torch.zeros_like(b);
        // ▲

        return new Dictionary<string, Tensor> { ["w"] = dw, ["b"] = db };
    }
}
