using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Perceptron of two layers: derive dW1, db1, dW2, db2, then run <c>check two-layer-perceptron</c>.
/// <code>
/// Z1     = X W1 + b1                  [n, h]
/// A1     = tanh(Z1)                   [n, h]
/// Z2     = A1 W2 + b2                 [n, C]
/// L      = 1/n Σᵢ (ln Σⱼ e^z2ᵢⱼ − z2ᵢ,yᵢ)        []
/// </code>
/// </summary>
internal sealed class TwoLayerPerceptronAnswer : IExercise
{
    public string Derivation => "two-layer-perceptron";

    /// <summary>L [], as it is given.</summary>
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n, classes from 0 to C − 1]
        Tensor W1 = at["W1"]; // [d, h]
        Tensor b1 = at["b1"]; // [h]
        Tensor W2 = at["W2"]; // [h, C]
        Tensor b2 = at["b2"]; // [C]
        Tensor A1 = (X.mm(W1) + b1).tanh();
        return SoftmaxLoss.Mean(A1.mm(W2) + b2, y);
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n, classes from 0 to C − 1]
        Tensor W1 = at["W1"]; // [d, h]
        Tensor b1 = at["b1"]; // [h]
        Tensor W2 = at["W2"]; // [h, C]
        Tensor b2 = at["b2"]; // [C]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dW1 = torch.zeros_like(W1);
        Tensor db1 = torch.zeros_like(b1);
        Tensor dW2 = torch.zeros_like(W2);
        Tensor db2 = torch.zeros_like(b2);
        // ▲

        return new Dictionary<string, Tensor> { ["W1"] = dW1, ["b1"] = db1, ["W2"] = dW2, ["b2"] = db2 };
    }
}
