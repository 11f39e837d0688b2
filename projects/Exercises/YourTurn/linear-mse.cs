#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Linear regression, mean squared error: derive dw, db, then type: ./mlmaths check linear-mse
//
// ŷ      = Xw + b                     [n]
// L      = 1/n Σᵢ (ŷᵢ − yᵢ)²           []

// By itself, dotnet run linear-mse.cs says right or wrong; ./mlmaths check linear-mse --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "linear-mse";

    // L [], as it is given.
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
