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

    public string Formula => """
        S      = 1/√d QKᵀ                   [n, m]    queries Q [n, d], keys K [m, d]; √d, so that S does not grow with d
        P      = softmax of the rows of S   [n, m]
        O      = PV                         [n, e]    values V [m, e]
        L      = Σ G ⊙ O                    []        G [n, e]: whatever comes from above, ∂L/∂O
        dV     = PᵀG                        [m, e]
        dP     = GVᵀ                        [n, m]
        ∂pᵢₖ/∂sᵢⱼ = pᵢₖ (1(j = k) − pᵢⱼ)               more for one key is less for all others
        dS     = P ⊙ (dP − Σₖ pᵢₖ dpᵢₖ)      [n, m]    the sum over the row
        dQ     = 1/√d dS K                  [n, d]
        dK     = 1/√d dSᵀ Q                 [m, d]
        """;

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
