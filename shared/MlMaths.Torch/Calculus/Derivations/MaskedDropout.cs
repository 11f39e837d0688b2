using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Dropout whose mask is drawn already, under any loss. With a new mask at each call there would be no function to
/// differentiate.
/// </summary>
internal sealed class MaskedDropout : IDerivation, IStepwise
{
    public string Name => "dropout";

    public string Title => "Dropout with a fixed mask";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        A &= \frac{1}{1 - p} \one{M} \odot X && [n, d]
            && \text{$X$ $[n, d]$; $M$ $[n, d]$: 0 where a unit is silent, with chance $p$, else 1} \\
        L &= \sum G \odot A && [\,] && \text{$G$ $[n, d]$: whatever comes from above, $\partial L/\partial A$} \\
        dX &= \frac{1}{1 - p} \one{M} \odot G && [n, d] && \text{the same mask and scale in the backward pass}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["M"];

    public string Source => "Srivastava et al., Dropout (2014), JMLR 15:1929; the scaling at training time is the \"inverted\" form";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Varied("X", "n", "d"), Fixed("M", "n", "d") with { Domain = InputDomain.ZeroOrOne },
        Fixed("p") with { Domain = InputDomain.Share }, Fixed("G", "n", "d"),
    ];

    public BackwardSteps Steps => field ??= new(Inputs, s => s.Gradient("X", s["M"] * s["G"] / (1.0 - s["p"])));

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 5), d = drawn.Size(1, 5);
        return new(this, ("X", drawn.Normal(n, d)), ("M", drawn.ZeroOrOne(n, d)), ("p", drawn.Between(0, 0.9)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * at["M"] * at["X"] / (1 - at["p"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) =>
        new Dictionary<string, Tensor> { ["X"] = at["M"] * at["G"] / (1 - at["p"]) };
}
