using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>The L2 penalty alone, as it is added to any loss: long weights cost, the bias is free.</summary>
internal sealed class SquaredPenalty : IDerivation, IStepwise
{
    public string Name => "l2";

    public string Title => "L2 penalty, bias unpenalised";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        L &= \frac{\one{\lambda}}{2} \lVert w \rVert^2 = \frac{\one{\lambda}}{2} \sum_j w_j^2 && [\,]
            && \text{$w$ $[d]$, $b$ $[\,]$} \\
        dw &= \one{\lambda} w && [d] && \text{the $\tfrac12$ is there for this} \\
        db &= 0 && [\,] && \text{the bias must be free to match the base rate}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["λ"];

    public string Source => "Hoerl, Kennard, Ridge Regression: Biased Estimation for Nonorthogonal Problems (1970)";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
        [Fixed("λ") with { Domain = InputDomain.NotNegative }, Varied("w", "d"), Varied("b")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        s.Gradient("w", s["λ"] * s["w"]);
        s.Gradient("b", 0.0);
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        return new(this, ("λ", drawn.Between(0, 2)), ("w", drawn.Normal(drawn.Size(1, 8))), ("b", drawn.Normal()));
    }

    public Tensor Loss(DerivationPoint at) => at["λ"] / 2 * at["w"].dot(at["w"]);

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) =>
        new Dictionary<string, Tensor> { ["w"] = at["λ"] * at["w"], ["b"] = torch.zeros_like(at["b"]) };
}
