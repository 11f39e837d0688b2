using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>A straight line through points, by least squares.</summary>
internal sealed class LinearSquaredError : IDerivation, IStepwise
{
    public string Name => "linear-mse";

    public string Title => "Linear regression, mean squared error";

    public string Formula => """
        ŷ      = Xw + b                     [n]       X [n, d], w [d], b []
        L      = 1/n Σᵢ (ŷᵢ − yᵢ)²           []
        dŷᵢ    = 2/n (ŷᵢ − yᵢ)               [n]       (u²)' = 2u
        dw     = Xᵀ dŷ                      [d]       wⱼ enters ŷᵢ through xᵢⱼwⱼ
        db     = Σᵢ dŷᵢ                      []
        """;

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
