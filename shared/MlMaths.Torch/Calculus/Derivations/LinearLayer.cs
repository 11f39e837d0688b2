using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>One layer of a net, without its bend, under any loss.</summary>
internal sealed class LinearLayer : IDerivation, IStepwise
{
    public string Name => "linear-layer";

    public string Title => "Linear layer";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        z_{ik} &= \sum_j x_{ij} W_{jk} + b_k && [n, m] && \text{$Z = XW + b$ with $X$ $[n, d]$, $W$ $[d, m]$, $b$ $[m]$} \\
        L &= \sum \one{G} \odot Z && [\,] && \text{$G$ $[n, m]$: whatever comes from above, $\partial L/\partial Z$} \\
        \frac{\partial L}{\partial x_{ij}} &= \sum_k \one{g_{ik}} W_{jk} && [n, d] && \text{$dX = GW^\top$} \\
        \frac{\partial L}{\partial W_{jk}} &= \sum_i x_{ij} \one{g_{ik}} && [d, m] && \text{$dW = X^\top G$} \\
        \frac{\partial L}{\partial b_k} &= \sum_i \one{g_{ik}} && [m]
            && \text{$db = 1^\top G$: what was broadcast over the rows is summed over them}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["G"];

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
