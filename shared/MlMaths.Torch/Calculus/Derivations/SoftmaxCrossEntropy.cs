using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>A straight map to C logits, softmax and cross-entropy: <see cref="SoftmaxLoss"/> on one layer.</summary>
internal sealed class SoftmaxCrossEntropy : IDerivation, IStepwise
{
    public string Name => "softmax-cross-entropy";

    public string Title => "Softmax regression, cross-entropy";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        Z &= XW + b && [n, C] && \text{$X$ $[n, d]$, $W$ $[d, C]$, $b$ $[C]$} \\
        \ell_i &= \ln \sum_j e^{z_{ij}} - z_{i,y_i} && [n] && \text{$= -\ln p_{i,y_i}$} \\
        L &= \frac{1}{n} \sum_i \ell_i && [\,] \\
        \one{p_{ik}} &= \frac{e^{z_{ik}}}{\sum_j e^{z_{ij}}} && [n, C]
            && \text{the derivative of a logarithm of a sum is a share of that sum} \\
        \three{dZ} &= \frac{1}{n} (\one{P} - \two{Y}) && [n, C] && \text{$\two{Y}$: 1 at the true class, else 0} \\
        dW &= X^\top \three{dZ} && [d, C] \\
        db &= 1^\top \three{dZ} && [C]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["P", "Y", "dZ"];

    public string Source => "Goodfellow, Bengio, Courville, Deep Learning, section 6.2.2.3";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
        [Fixed("X", "n", "d"), Fixed("y", "n") with { Domain = InputDomain.Class }, Varied("W", "d", "C"), Varied("b", "C")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term n = Term.Size("n"), X = s["X"];
        Term Z  = s.Let("Z", X.Mm(s["W"]) + s["b"]);
        Term P  = s.Let("P", Z.Of(ElementFunction.Softmax, axis: 1));
        Term Y  = s.Let("Y", s["y"].OneHot("C"));
        Term dZ = s.Let("dZ", (P - Y) / n);
        s.Gradient("W", X.T.Mm(dZ));
        s.Gradient("b", dZ.SumAlong(0));
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 8), d = drawn.Size(1, 4), C = drawn.Size(2, 5);
        return new(this, ("X", drawn.Normal(n, d)), ("y", drawn.Classes(n, C)), ("W", drawn.Normal(d, C)), ("b", drawn.Normal(C)));
    }

    public Tensor Loss(DerivationPoint at) => SoftmaxLoss.Mean(at["X"].mm(at["W"]) + at["b"], at["y"]);

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        (Tensor X, Tensor W, Tensor b) = (at["X"], at["W"], at["b"]);
        long n    = X.size(0);
        Tensor P  = (X.mm(W) + b).softmax(1); // takes the largest logit out first, so that e^z never overflows
        Tensor Y  = torch.nn.functional.one_hot(at["y"], b.size(0));
        Tensor dZ = (P - Y) / n;
        return new Dictionary<string, Tensor> { ["W"] = X.t().mm(dZ), ["b"] = dZ.sum(dim: 0) };
    }
}
