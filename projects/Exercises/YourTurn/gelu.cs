#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Gaussian error linear unit: derive dZ, then type: ./mlmaths check gelu
//
// A      = Z ⊙ Φ(Z)                   [n, d]    Φ(z) = ½ (1 + erf(z/√2))
// L      = Σ G ⊙ A                    []

// By itself, dotnet run gelu.cs says right or wrong; ./mlmaths check gelu --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "gelu";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor Z = at["Z"]; // [n, d]
        Tensor G = at["G"]; // [n, d]
        return (G * torch.nn.functional.gelu(Z)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor Z = at["Z"]; // [n, d]
        Tensor G = at["G"]; // [n, d]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dZ = torch.zeros_like(Z);
        // ▲

        return new Dictionary<string, Tensor> { ["Z"] = dZ };
    }
}
