#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Linear layer: derive dX, dW, db, then type: ./mlmaths check linear-layer
//
// Z      = XW + b                     [n, m]
// L      = Σ G ⊙ Z                    []

// By itself, dotnet run linear-layer.cs says right or wrong; ./mlmaths check linear-layer --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "linear-layer";

    // L [], as it is given.
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
