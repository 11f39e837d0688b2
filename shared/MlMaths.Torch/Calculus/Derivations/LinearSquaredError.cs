using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>A straight line through points, by least squares.</summary>
internal sealed class LinearSquaredError : IDerivation, IStepwise
{
    public string Name => "linear-mse";

    public string Title => "Linear regression, mean squared error";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \one{\hat y} &= Xw + b && [n] && \text{$X$ $[n, d]$, $w$ $[d]$, $b$ $[\,]$} \\
        L &= \frac{1}{n} \sum_i (\one{\hat y_i} - y_i)^2 && [\,] \\
        \two{d\hat y_i} &= \frac{2}{n} (\one{\hat y_i} - y_i) && [n] && \text{$(u^2)' = 2u$} \\
        dw &= X^\top \two{d\hat y} && [d] && \text{$w_j$ enters $\hat y_i$ through $x_{ij} w_j$} \\
        db &= \sum_i \two{d\hat y_i} && [\,]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["ŷ", "dŷ"];

    public string Source => "Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed., section 3.2";

    public IReadOnlyList<DerivationInput> Inputs { get; } = [Fixed("X", "n", "d"), Fixed("y", "n"), Varied("w", "d"), Varied("b")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term n = Term.Size("n"), X = s["X"];
        Term ŷ  = s.Let("ŷ", X.Mm(s["w"]) + s["b"]);
        Term dŷ = s.Let("dŷ", 2.0 * (ŷ - s["y"]) / n);
        s.Gradient("w", X.T.Mm(dŷ));
        s.Gradient("b", dŷ.SumAlong(0));
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 8), d = drawn.Size(1, 5);
        return new(this, ("X", drawn.Normal(n, d)), ("y", drawn.Normal(n)), ("w", drawn.Normal(d)), ("b", drawn.Normal()));
    }

    public Tensor Loss(DerivationPoint at) => (at["X"].mv(at["w"]) + at["b"] - at["y"]).square().mean();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        (Tensor X, Tensor y, Tensor w, Tensor b) = (at["X"], at["y"], at["w"], at["b"]);
        long n    = X.size(0);
        Tensor ŷ  = X.mv(w) + b;
        Tensor dŷ = 2.0 / n * (ŷ - y);
        return new Dictionary<string, Tensor> { ["w"] = X.t().mv(dŷ), ["b"] = dŷ.sum() };
    }
}
