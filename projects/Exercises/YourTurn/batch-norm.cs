#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Batch normalisation, training mode: derive dX, dγ, dβ, then type: ./mlmaths check batch-norm
//
// μ, v   = mean and variance of each column of X, the variance divided by how many there are
// x̂      = (x − μ) / √(v + ε)          [n, d]
// L      = Σ G ⊙ (γ ⊙ X̂ + β)          []

// By itself, dotnet run batch-norm.cs says right or wrong; ./mlmaths check batch-norm --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "batch-norm";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor γ = at["γ"]; // [d]
        Tensor β = at["β"]; // [d]
        Tensor ε = at["ε"]; // []
        Tensor G = at["G"]; // [n, d]
        Tensor centred = X - X.mean([0L], keepdim: true);
        Tensor v = centred.square().mean([0L], keepdim: true);
        return (G * (γ * centred / (v + ε).sqrt() + β)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor γ = at["γ"]; // [d]
        Tensor β = at["β"]; // [d]
        Tensor ε = at["ε"]; // []
        Tensor G = at["G"]; // [n, d]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dX = torch.zeros_like(X);
        Tensor dγ = torch.zeros_like(γ);
        Tensor dβ = torch.zeros_like(β);
        // ▲

        return new Dictionary<string, Tensor> { ["X"] = dX, ["γ"] = dγ, ["β"] = dβ };
    }
}
