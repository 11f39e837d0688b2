using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Batch normalisation in training mode under any loss: every column is normalised over the rows of the batch, so that each
/// row's output depends on all the others.
/// </summary>
internal sealed class BatchNorm : IDerivation, IStepwise
{
    private const long DownColumns = 0;

    public string Name => "batch-norm";

    public string Title => "Batch normalisation, training mode";

    public string Formula => """
        μⱼ     = 1/n Σᵢ xᵢⱼ                  [d]       of a column, over the batch: X [n, d]
        vⱼ     = 1/n Σᵢ (xᵢⱼ − μⱼ)²          [d]       divided by n; the running variance for later use has n − 1
        rⱼ     = 1/√(vⱼ + ε)                [d]       ε > 0, so that a constant column divides by √ε and not by 0
        x̂ᵢⱼ    = (xᵢⱼ − μⱼ) rⱼ               [n, d]
        L      = Σ G ⊙ (γ ⊙ X̂ + β)          []        γ, β [d]; G [n, d]: whatever comes from above
        dγ     = Σᵢ gᵢ ⊙ x̂ᵢ                  [d]
        dβ     = Σᵢ gᵢ                       [d]
        dX̂     = G ⊙ γ                      [n, d]
        xᵢⱼ reaches L by itself, and every other row through μⱼ and vⱼ:
          ∂x̂ₖⱼ/∂xᵢⱼ = rⱼ (1(i = k) − 1/n − x̂ᵢⱼx̂ₖⱼ/n)
        dX     = r ⊙ (dX̂ − mean(dX̂) − X̂ ⊙ mean(dX̂ ⊙ X̂))      [n, d], means over the column
        """;

    public string Source => "Ioffe, Szegedy, Batch Normalization (2015), section 3";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Varied("X", "n", "d"), Varied("γ", "d"), Varied("β", "d"), Fixed("ε") with { Domain = InputDomain.Positive },
        Fixed("G", "n", "d"),
    ];

    public BackwardSteps Steps => field ??= Normalised.StepsOf(Inputs, axis: 0, size: "n");

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(3, 6), d = drawn.Size(1, 4); // of two rows, the normalised are −1 and 1, and X hardly matters
        return new(
            this, ("X", drawn.Normal(n, d)), ("γ", drawn.Normal(d)), ("β", drawn.Normal(d)),
            ("ε", drawn.Between(1e-5, 0.1)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * (at["γ"] * Normalised.Of(at["X"], at["ε"], DownColumns).X̂ + at["β"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor G = at["G"];
        var normalised = Normalised.Of(at["X"], at["ε"], DownColumns);
        Tensor dX = normalised.Backward(dX̂: G * at["γ"]);
        return new Dictionary<string, Tensor> { ["X"] = dX, ["γ"] = (G * normalised.X̂).sum(dim: 0), ["β"] = G.sum(dim: 0) };
    }
}
