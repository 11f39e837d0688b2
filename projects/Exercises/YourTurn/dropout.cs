#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Dropout with a fixed mask: derive dX, then type: ./mlmaths check dropout
//
// A      = 1/(1−p) M ⊙ X              [n, d]
// L      = Σ G ⊙ A                    []

// By itself, dotnet run dropout.cs says right or wrong; ./mlmaths check dropout --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "dropout";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor M = at["M"]; // [n, d]
        Tensor p = at["p"]; // []
        Tensor G = at["G"]; // [n, d]
        return (G * M * X / (1 - p)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor M = at["M"]; // [n, d]
        Tensor p = at["p"]; // []
        Tensor G = at["G"]; // [n, d]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dX = torch.zeros_like(X);
        // ▲

        return new Dictionary<string, Tensor> { ["X"] = dX };
    }
}
