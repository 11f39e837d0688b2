#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Perceptron of two layers: derive dW1, db1, dW2, db2, then type: ./mlmaths check two-layer-perceptron
//
// Z1     = X W1 + b1                  [n, h]
// A1     = tanh(Z1)                   [n, h]
// Z2     = A1 W2 + b2                 [n, C]
// L      = 1/n Σᵢ (ln Σⱼ e^z2ᵢⱼ − z2ᵢ,yᵢ)        []

// By itself, dotnet run two-layer-perceptron.cs says right or wrong; ./mlmaths check two-layer-perceptron --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "two-layer-perceptron";

    // L [], as it is given.
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
