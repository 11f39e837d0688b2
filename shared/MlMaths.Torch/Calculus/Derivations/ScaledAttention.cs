using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Scaled dot-product attention under any loss: each query takes a mean of the values, weighted by how well their keys
/// fit.
/// </summary>
internal sealed class ScaledAttention : IDerivation, IStepwise
{
    public string Name => "attention";

    public string Title => "Scaled dot-product attention";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        S &= \frac{1}{\sqrt d} QK^\top && [n, m]
            && \text{queries $Q$ $[n, d]$, keys $K$ $[m, d]$; $\sqrt d$, so that $S$ does not grow with $d$} \\
        \one{P} &= \mathrm{softmax}(S) && [n, m] && \text{of each row of $S$} \\
        O &= \one{P}V && [n, e] && \text{values $V$ $[m, e]$} \\
        L &= \sum G \odot O && [\,] && \text{$G$ $[n, e]$: whatever comes from above, $\partial L/\partial O$} \\
        dV &= \one{P}^\top G && [m, e] \\
        \two{dP} &= GV^\top && [n, m] \\
        \frac{\partial \one{p_{ik}}}{\partial s_{ij}} &= \one{p_{ik}} (1(j = k) - \one{p_{ij}}) &&
            && \text{more for one key is less for all others} \\
        \three{dS} &= \one{P} \odot \left(\two{dP} - \sum_k \one{p_{ik}}\, \two{dp_{ik}}\right) && [n, m] && \text{the sum over the row} \\
        dQ &= \frac{1}{\sqrt d}\, \three{dS}\, K && [n, d] \\
        dK &= \frac{1}{\sqrt d}\, \three{dS}^\top Q && [m, d]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["P", "dP", "dS"];

    public string Source => "Vaswani et al., Attention Is All You Need (2017), section 3.2.1";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
        [Varied("Q", "n", "d"), Varied("K", "m", "d"), Varied("V", "m", "e"), Fixed("G", "n", "e")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term Q = s["Q"], K = s["K"], G = s["G"], root = Term.Size("d").Of(ElementFunction.Root);
        Term S  = s.Let("S", Q.Mm(K.T) / root);
        Term P  = s.Let("P", S.Of(ElementFunction.Softmax, axis: 1));
        Term dP = s.Let("dP", G.Mm(s["V"].T));
        Term dS = s.Let("dS", P * (dP - (P * dP).SumAlong(1, keeps: true)));
        s.Gradient("V", P.T.Mm(G));
        s.Gradient("Q", dS.Mm(K) / root);
        s.Gradient("K", dS.T.Mm(Q) / root);
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 4), m = drawn.Size(2, 4), d = drawn.Size(1, 4), e = drawn.Size(1, 4); // of one key there is no choice
        return new(this, ("Q", drawn.Normal(n, d)), ("K", drawn.Normal(m, d)), ("V", drawn.Normal(m, e)), ("G", drawn.Normal(n, e)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * Shares(at).mm(at["V"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        (Tensor Q, Tensor K, Tensor V, Tensor G) = (at["Q"], at["K"], at["V"], at["G"]);
        double scale = 1 / Math.Sqrt(Q.size(1));
        Tensor P  = Shares(at);
        Tensor dP = G.mm(V.t());
        Tensor dS = P * (dP - (P * dP).sum(1, keepdim: true));
        return new Dictionary<string, Tensor> { ["Q"] = scale * dS.mm(K), ["K"] = scale * dS.t().mm(Q), ["V"] = P.t().mm(G) };
    }

    private static Tensor Shares(DerivationPoint at) => (at["Q"].mm(at["K"].t()) / Math.Sqrt(at["Q"].size(1))).softmax(1);
}
