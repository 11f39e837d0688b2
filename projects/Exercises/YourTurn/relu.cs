#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Rectified linear unit: derive dZ, then type: ./mlmaths check relu
//
// A      = max(0, Z)                  [n, d]
// L      = Σ G ⊙ A                    []

// By itself, dotnet run relu.cs says right or wrong; ./mlmaths check relu --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "relu";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor Z = at["Z"]; // [n, d]
        Tensor G = at["G"]; // [n, d]
        return (G * Z.relu()).sum();
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
