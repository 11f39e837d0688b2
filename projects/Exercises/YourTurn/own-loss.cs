#:project {suite}/shared/MlMaths.Torch/MlMaths.Torch.csproj
#:property PublishAot=false
using MlMaths.Torch.Calculus;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

// A loss of your own, and its gradient: put your loss where this example stands, then type: ./mlmaths check --loss {file}
//
// The example is Poisson regression, for labels that count: the model says that yᵢ is e^zᵢ on average.
// z      = Xw + b                     [n]
// L      = 1/n Σᵢ (e^zᵢ − yᵢzᵢ)        []

// By itself, dotnet run {file} says right or wrong; ./mlmaths check --loss {file} --watch says why, at every save.
foreach (ParameterVerdict verdict in OwnLossExam.Grade(new Answer(), seed: 7).Sheet.Verdicts)
    Console.WriteLine($"∂L/∂{verdict.Parameter}: {verdict.Summary}");

class Answer : IOwnLoss
{
    // A letter with its shape each. Behind it, what it may hold: 0 or 1, above 0, from 0, share (0 to below 1), or class (0 to C − 1).
    public IReadOnlyList<string> Given => ["X [n, d]", "y [n] from 0"];

    public IReadOnlyList<string> Parameters => ["w [d]", "b []"];

    // L []. Where it is written in plain steps, one a line, mistakes are named as well.
    public Tensor Loss(DerivationPoint at)
    {
        Tensor z = at["X"].mv(at["w"]) + at["b"];
        return (z.exp() - at["y"] * z).mean();
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
