#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// L2 penalty, bias unpenalised: derive dw, db, then type: ./mlmaths check l2
//
// L      = λ/2 ‖w‖²                   []

// By itself, dotnet run l2.cs says right or wrong; ./mlmaths check l2 --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "l2";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor λ = at["λ"]; // []
        Tensor w = at["w"]; // [d]
        return λ / 2 * w.dot(w);
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor λ = at["λ"]; // []
        Tensor w = at["w"]; // [d]
        Tensor b = at["b"]; // []

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dw = torch.zeros_like(w);
        Tensor db = torch.zeros_like(b);
        // ▲

        return new Dictionary<string, Tensor> { ["w"] = dw, ["b"] = db };
    }
}
