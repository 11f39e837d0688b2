#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Perceptron of four layers, ReLU: derive dW1, db1, dW2, db2, dW3, db3, dW4, db4, then type: ./mlmaths check perceptron
//
// Al     = max(0, A(l−1) Wl + bl)     [n, hl]   for l = 1, 2, 3, with A0 = X
// Z      = A3 W4 + b4                 [n, C]
// L      = 1/n Σᵢ (ln Σⱼ e^zᵢⱼ − zᵢ,yᵢ) []

// By itself, dotnet run perceptron.cs says right or wrong; ./mlmaths check perceptron --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "perceptron";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n, classes from 0 to C − 1]
        Tensor W1 = at["W1"]; // [d, h1]
        Tensor b1 = at["b1"]; // [h1]
        Tensor W2 = at["W2"]; // [h1, h2]
        Tensor b2 = at["b2"]; // [h2]
        Tensor W3 = at["W3"]; // [h2, h3]
        Tensor b3 = at["b3"]; // [h3]
        Tensor W4 = at["W4"]; // [h3, C]
        Tensor b4 = at["b4"]; // [C]
        Tensor A1 = (X.mm(W1) + b1).relu();
        Tensor A2 = (A1.mm(W2) + b2).relu();
        Tensor A3 = (A2.mm(W3) + b3).relu();
        return SoftmaxLoss.Mean(A3.mm(W4) + b4, y);
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor y = at["y"]; // [n, classes from 0 to C − 1]
        Tensor W1 = at["W1"]; // [d, h1]
        Tensor b1 = at["b1"]; // [h1]
        Tensor W2 = at["W2"]; // [h1, h2]
        Tensor b2 = at["b2"]; // [h2]
        Tensor W3 = at["W3"]; // [h2, h3]
        Tensor b3 = at["b3"]; // [h3]
        Tensor W4 = at["W4"]; // [h3, C]
        Tensor b4 = at["b4"]; // [C]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dW1 = torch.zeros_like(W1);
        Tensor db1 = torch.zeros_like(b1);
        Tensor dW2 = torch.zeros_like(W2);
        Tensor db2 = torch.zeros_like(b2);
        Tensor dW3 = torch.zeros_like(W3);
        Tensor db3 = torch.zeros_like(b3);
        Tensor dW4 = torch.zeros_like(W4);
        Tensor db4 = torch.zeros_like(b4);
        // ▲

        return new Dictionary<string, Tensor>
        {
            ["W1"] = dW1,
            ["b1"] = db1,
            ["W2"] = dW2,
            ["b2"] = db2,
            ["W3"] = dW3,
            ["b3"] = db3,
            ["W4"] = dW4,
            ["b4"] = db4,
        };
    }
}
