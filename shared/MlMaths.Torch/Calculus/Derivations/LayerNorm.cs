using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Layer normalisation under any loss: every row is shifted to mean 0 and stretched to variance 1, then scaled and
/// shifted again.
/// </summary>
internal sealed class LayerNorm : IDerivation, IStepwise
{
    private const long AlongRows = 1;

    public string Name => "layer-norm";

    public string Title => "Layer normalisation";

    public string Formula => """
        μᵢ     = 1/d Σⱼ xᵢⱼ                  [n, 1]    of a row: X [n, d]
        vᵢ     = 1/d Σⱼ (xᵢⱼ − μᵢ)²          [n, 1]
        rᵢ     = 1/√(vᵢ + ε)                [n, 1]    ε > 0, so that a constant row divides by √ε and not by 0
        x̂ᵢⱼ    = (xᵢⱼ − μᵢ) rᵢ               [n, d]
        L      = Σ G ⊙ (γ ⊙ X̂ + β)          []        γ, β [d]; G [n, d]: whatever comes from above
        dγ     = Σᵢ gᵢ ⊙ x̂ᵢ                  [d]
        dβ     = Σᵢ gᵢ                       [d]
        dX̂     = G ⊙ γ                      [n, d]
        xᵢⱼ reaches L by itself, through μᵢ and through vᵢ:
          ∂x̂ᵢₖ/∂xᵢⱼ = rᵢ (1(j = k) − 1/d − x̂ᵢⱼx̂ᵢₖ/d)
        dX     = r ⊙ (dX̂ − mean(dX̂) − X̂ ⊙ mean(dX̂ ⊙ X̂))      [n, d], means over the row
        """;

    public string Source => "Ba, Kiros, Hinton, Layer Normalization (2016)";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Varied("X", "n", "d"), Varied("γ", "d"), Varied("β", "d"), Fixed("ε") with { Domain = InputDomain.Positive },
        Fixed("G", "n", "d"),
    ];

    public BackwardSteps Steps => field ??= Normalised.StepsOf(Inputs, axis: 1, size: "d");

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 4), d = drawn.Size(3, 6); // of two numbers, the normalised are −1 and 1, and X hardly matters
        return new(
            this, ("X", drawn.Normal(n, d)), ("γ", drawn.Normal(d)), ("β", drawn.Normal(d)),
            ("ε", drawn.Between(1e-5, 0.1)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * (at["γ"] * Normalised.Of(at["X"], at["ε"], AlongRows).X̂ + at["β"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor G = at["G"];
        var normalised = Normalised.Of(at["X"], at["ε"], AlongRows);
        Tensor dX = normalised.Backward(dX̂: G * at["γ"]);
        return new Dictionary<string, Tensor> { ["X"] = dX, ["γ"] = (G * normalised.X̂).sum(dim: 0), ["β"] = G.sum(dim: 0) };
    }
}
