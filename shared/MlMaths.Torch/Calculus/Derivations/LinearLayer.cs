using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>One layer of a net, without its bend, under any loss.</summary>
internal sealed class LinearLayer : IDerivation, IStepwise
{
    public string Name => "linear-layer";

    public string Title => "Linear layer";

    public string Formula => """
        zᵢₖ    = Σⱼ xᵢⱼWⱼₖ + bₖ              [n, m]    Z = XW + b with X [n, d], W [d, m], b [m]
        L      = Σ G ⊙ Z                    []        G [n, m]: whatever comes from above, ∂L/∂Z
        ∂L/∂xᵢⱼ = Σₖ gᵢₖWⱼₖ                            dX = GWᵀ   [n, d]
        ∂L/∂Wⱼₖ = Σᵢ xᵢⱼgᵢₖ                            dW = XᵀG   [d, m]
        ∂L/∂bₖ  = Σᵢ gᵢₖ                              db = 1ᵀG   [m]: what was broadcast over the rows is summed over them
        """;

    public string Source => "Rumelhart, Hinton, Williams, Learning representations by back-propagating errors (1986)";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
        [Varied("X", "n", "d"), Varied("W", "d", "m"), Varied("b", "m"), Fixed("G", "n", "m")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term X = s["X"], G = s["G"];
        s.Gradient("X", G.Mm(s["W"].T));
        s.Gradient("W", X.T.Mm(G));
        s.Gradient("b", G.SumAlong(0));
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 5), d = drawn.Size(1, 4), m = drawn.Size(1, 4);
        return new(this, ("X", drawn.Normal(n, d)), ("W", drawn.Normal(d, m)), ("b", drawn.Normal(m)), ("G", drawn.Normal(n, m)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * (at["X"].mm(at["W"]) + at["b"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        (Tensor X, Tensor W, Tensor G) = (at["X"], at["W"], at["G"]);
        return new Dictionary<string, Tensor> { ["X"] = G.mm(W.t()), ["W"] = X.t().mm(G), ["b"] = G.sum(dim: 0) };
    }
}
