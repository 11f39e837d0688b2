#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Logistic regression with a positive weight: derive dw, db, then type: ./mlmaths check logistic-bce
//
// z      = Xw + b                     [n]
// ℓᵢ     = ln(1 + e^zᵢ) − yᵢzᵢ         [n]
// cᵢ     = ω where yᵢ = 1, else 1      [n]
// L      = 1/n Σᵢ cᵢℓᵢ                []

// By itself, dotnet run logistic-bce.cs says right or wrong; ./mlmaths check logistic-bce --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "logistic-bce";

    // L [], as it is given.
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
