#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// Cosine similarity of rows: derive dX, dY, then type: ./mlmaths check cosine-similarity
//
// sᵢ, tᵢ = max(‖xᵢ‖, ε), max(‖yᵢ‖, ε) [n]
// cᵢ     = xᵢ·yᵢ / (sᵢtᵢ)              [n]
// L      = Σᵢ gᵢcᵢ                     []

// By itself, dotnet run cosine-similarity.cs says right or wrong; ./mlmaths check cosine-similarity --watch says why, at every save.
foreach (ParameterVerdict verdict in Tutor.Grade(new Answer(), seed: 7).Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IGradientAnswer
{
    public string Derivation => "cosine-similarity";

    // L [], as it is given.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor Y = at["Y"]; // [n, d]
        Tensor ε = at["ε"]; // []
        Tensor G = at["G"]; // [n]
        Tensor s = torch.maximum(torch.linalg.vector_norm(X, 2, [1L]), ε);
        Tensor t = torch.maximum(torch.linalg.vector_norm(Y, 2, [1L]), ε);
        return (G * (X * Y).sum(dim: 1) / (s * t)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X = at["X"]; // [n, d]
        Tensor Y = at["Y"]; // [n, d]
        Tensor ε = at["ε"]; // []
        Tensor G = at["G"]; // [n]

        // ▼ Your turn: put your derivation in the place of the zeros.
        Tensor dX = torch.zeros_like(X);
        Tensor dY = torch.zeros_like(Y);
        // ▲

        return new Dictionary<string, Tensor> { ["X"] = dX, ["Y"] = dY };
    }
}
