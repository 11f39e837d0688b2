using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// Dropout with a fixed mask: derive dX, then run <c>check dropout</c>.
/// <code>
/// A      = 1/(1−p) M ⊙ X              [n, d]
/// L      = Σ G ⊙ A                    []
/// </code>
/// </summary>
internal sealed class MaskedDropoutAnswer : IExercise
{
    public string Derivation => "dropout";

    /// <summary>L [], as it is given.</summary>
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
