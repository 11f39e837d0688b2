#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Softmax regression, cross-entropy: derive dW, db, then type: ./mlmaths check softmax-cross-entropy
//
// Z      = XW + b                     [n, C]
// ℓᵢ     = ln Σⱼ e^zᵢⱼ − zᵢ,yᵢ          [n]
// L      = 1/n Σᵢ ℓᵢ                  []

// By itself, dotnet run softmax-cross-entropy.cs says right or wrong;
// ./mlmaths check softmax-cross-entropy --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "softmax-cross-entropy";

    // L [], as it is given.
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
