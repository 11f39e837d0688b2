using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>Logistic regression on logits, with positive rows that count ω times; ω = 1 is <see cref="LogisticLoss"/>.</summary>
internal sealed class WeightedLogistic : IDerivation, IStepwise
{
    public string Name => "logistic-bce";

    public string Title => "Logistic regression, binary cross-entropy with logits and a positive weight";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \one{z} &= Xw + b && [n] && \text{$X$ $[n, d]$, $w$ $[d]$, $b$ $[\,]$} \\
        \ell_i &= \ln(1 + e^{z_i}) - y_i z_i && [n] && \text{$= -\ln P(y_i)$ with $P(1) = \sigma(\one{z})$} \\
        c_i &= 1 + (\omega - 1) y_i && [n] && \text{$\omega$ where $y_i = 1$, else 1} \\
        L &= \frac{1}{n} \sum_i c_i \ell_i && [\,] \\
        \two{dz_i} &= \frac{1}{n} c_i (\sigma(\one{z_i}) - y_i) && [n] && \text{$(\ln(1 + e^z))' = e^z/(1 + e^z) = \sigma(z)$} \\
        dw &= X^\top \two{dz} && [d] \\
        db &= \sum_i \two{dz_i} && [\,]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["z", "dz"];

    public string Source =>
        "Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed., section 4.4; "
        + "King, Zeng, Logistic Regression in Rare Events Data (2001)";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Fixed("X", "n", "d"), Fixed("y", "n") with { Domain = InputDomain.ZeroOrOne }, Fixed("ω") with { Domain = InputDomain.Positive },
        Varied("w", "d"), Varied("b"),
    ];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term n = Term.Size("n"), X = s["X"], y = s["y"];
        Term z  = s.Let("z", X.Mm(s["w"]) + s["b"]);
        Term c  = s.Let("c", 1.0 + (s["ω"] - 1.0) * y);
        Term dz = s.Let("dz", c * (z.Of(ElementFunction.Sigmoid) - y) / n);
        s.Gradient("w", X.T.Mm(dz));
        s.Gradient("b", dz.SumAlong(0));
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 8), d = drawn.Size(1, 5);
        return new(
            this, ("X", drawn.Normal(n, d)), ("y", drawn.ZeroOrOne(n)), ("ω", drawn.Between(0.2, 5)),
            ("w", drawn.Normal(d)), ("b", drawn.Normal()));
    }

    public Tensor Loss(DerivationPoint at) =>
        (RowWeights(at) * LogisticLoss.PerRow(at["X"].mv(at["w"]) + at["b"], at["y"])).mean();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        (Tensor X, Tensor y, Tensor w, Tensor b) = (at["X"], at["y"], at["w"], at["b"]);
        long n    = X.size(0);
        Tensor z  = X.mv(w) + b;
        Tensor dz = RowWeights(at) * (z.sigmoid() - y) / n;
        return new Dictionary<string, Tensor> { ["w"] = X.t().mv(dz), ["b"] = dz.sum() };
    }

    private static Tensor RowWeights(DerivationPoint at) => 1 + (at["ω"] - 1) * at["y"];
}
