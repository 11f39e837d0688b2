#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Scaled dot-product attention: derive dQ, dK, dV, then type: ./mlmaths check attention
//
// S      = 1/√d QKᵀ                   [n, m]
// P      = softmax of the rows of S   [n, m]
// L      = Σ G ⊙ PV                   []

// By itself, dotnet run attention.cs says right or wrong; ./mlmaths check attention --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "attention";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor Q = at["Q"]; // [n, d]
        Tensor K = at["K"]; // [m, d]
        Tensor V = at["V"]; // [m, e]
        Tensor G = at["G"]; // [n, e]
        Tensor P = (Q.mm(K.t()) / Math.Sqrt(Q.size(1))).softmax(1);
        return (G * P.mm(V)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor Q = at["Q"]; // [n, d]
        Tensor K = at["K"]; // [m, d]
        Tensor V = at["V"]; // [m, e]
        Tensor G = at["G"]; // [n, e]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dQ = torch.zeros_like(Q);
        Tensor dK = torch.zeros_like(K);
        Tensor dV = torch.zeros_like(V);
        // ▲

        return new Dictionary<string, Tensor> { ["Q"] = dQ, ["K"] = dK, ["V"] = dV };
    }
}
