using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>A straight line through points, by least absolute deviations: one far point pulls no harder than a near one.</summary>
internal sealed class LinearAbsoluteError : IDerivation, IStepwise
{
    public string Name => "linear-mae";

    public string Title => "Linear regression, mean absolute error";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \hat y &= Xw + b && [n] && \text{$X$ $[n, d]$, $w$ $[d]$, $b$ $[\,]$} \\
        L &= \frac{1}{n} \sum_i |\hat y_i - y_i| && [\,] \\
        \one{d\hat y_i} &= \frac{1}{n} \mathrm{sign}(\hat y_i - y_i) && [n]
            && \text{a kink at $\hat y_i = y_i$, where 0, one of the subgradients, is used} \\
        dw &= X^\top \one{d\hat y} && [d] \\
        db &= \sum_i \one{d\hat y_i} && [\,]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["dŷ"];

    public string Source =>
        "Boyd, Vandenberghe, Convex Optimization, section 6.1.2; subgradients: "
        + "Shor, Minimization Methods for Non-Differentiable Functions";

    public IReadOnlyList<DerivationInput> Inputs { get; } = [Fixed("X", "n", "d"), Fixed("y", "n"), Varied("w", "d"), Varied("b")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term n = Term.Size("n"), X = s["X"];
        Term ŷ  = s.Let("ŷ", X.Mm(s["w"]) + s["b"]);
        Term dŷ = s.Let("dŷ", (ŷ - s["y"]).Of(ElementFunction.Sign) / n);
        s.Gradient("w", X.T.Mm(dŷ));
        s.Gradient("b", dŷ.SumAlong(0));
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 8), d = drawn.Size(1, 5);
        (Tensor X, Tensor w, Tensor b) = (drawn.Normal(n, d), drawn.Normal(d), drawn.Normal());
        Tensor y = X.mv(w) + b + drawn.EitherSide(0.1, 2, n); // no residual near its kink
        return new(this, ("X", X), ("y", y), ("w", w), ("b", b));
    }

    public Tensor Loss(DerivationPoint at) => Residual(at).abs().mean();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor X  = at["X"];
        long n    = X.size(0);
        Tensor dŷ = Residual(at).sign() / n; // sign(0) = 0
        return new Dictionary<string, Tensor> { ["w"] = X.t().mv(dŷ), ["b"] = dŷ.sum() };
    }

    public IReadOnlyList<Tensor> Kinks(DerivationPoint at) => [Residual(at)];

    private static Tensor Residual(DerivationPoint at) => at["X"].mv(at["w"]) + at["b"] - at["y"];
}
