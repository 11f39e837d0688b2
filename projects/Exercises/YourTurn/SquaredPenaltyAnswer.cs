using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// L2 penalty, bias unpenalised: derive dw, db, then run <c>check l2</c>.
/// <code>
/// L      = λ/2 ‖w‖²                   []
/// </code>
/// </summary>
internal sealed class SquaredPenaltyAnswer : IExercise
{
    public string Derivation => "l2";

    /// <summary>L [], as it is given.</summary>
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
