using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Softmax regression, cross-entropy: derive dW, db, then run <c>check softmax-cross-entropy</c>.
/// <code>
/// Z      = XW + b                     [n, C]
/// ℓᵢ     = ln Σⱼ e^zᵢⱼ − zᵢ,yᵢ          [n]
/// L      = 1/n Σᵢ ℓᵢ                  []
/// </code>
/// </summary>
internal sealed class SoftmaxCrossEntropyAnswer : IExercise
{
    public string Derivation => "softmax-cross-entropy";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n, classes from 0 to C − 1]
        Tensor W = at["W"]; // [d, C]
        Tensor b = at["b"]; // [C]
        return SoftmaxLoss.Mean(X.mm(W) + b, y);
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n, classes from 0 to C − 1]
        Tensor W = at["W"]; // [d, C]
        Tensor b = at["b"]; // [C]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dW = torch.zeros_like(W);
        Tensor db = torch.zeros_like(b);
        // ▲

        return new Dictionary<string, Tensor> { ["W"] = dW, ["b"] = db };
    }
}
