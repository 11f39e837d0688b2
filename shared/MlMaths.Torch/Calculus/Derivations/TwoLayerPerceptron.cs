using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>The smallest net that bends: one hidden layer, tanh, softmax and cross-entropy.</summary>
internal sealed class TwoLayerPerceptron : IDerivation, IStepwise
{
    public string Name => "two-layer-perceptron";

    public string Title => "Perceptron of two layers: tanh, softmax cross-entropy";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        Z_1 &= X W_1 + b_1 && [n, h] && \text{$X$ $[n, d]$, $W_1$ $[d, h]$, $b_1$ $[h]$} \\
        \one{A_1} &= \tanh(Z_1) && [n, h] \\
        \two{Z_2} &= \one{A_1} W_2 + b_2 && [n, C] && \text{$W_2$ $[h, C]$, $b_2$ $[C]$} \\
        L &= \frac{1}{n} \sum_i \left(\ln \sum_j e^{z_{2ij}} - z_{2i,y_i}\right) && [\,] \\
        \three{dZ_2} &= \frac{1}{n} (\mathrm{softmax}(\two{Z_2}) - Y) && [n, C] && \text{$Y$: 1 at the true class $y$, else 0} \\
        dW_2 &= \one{A_1}^\top \three{dZ_2} && [h, C] \\
        db_2 &= 1^\top \three{dZ_2} && [C] \\
        \four{dA_1} &= \three{dZ_2} W_2^\top && [n, h] && \text{the chain rule: every path from $A_1$ to $L$, added up} \\
        \five{dZ_1} &= \four{dA_1} \odot (1 - \one{A_1}^2) && [n, h] \\
        dW_1 &= X^\top \five{dZ_1} && [d, h] \\
        db_1 &= 1^\top \five{dZ_1} && [h]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["A1", "Z2", "dZ2", "dA1", "dZ1"];

    public string Source => "Rumelhart, Hinton, Williams, Learning representations by back-propagating errors (1986)";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Fixed("X", "n", "d"), Fixed("y", "n") with { Domain = InputDomain.Class },
        Varied("W1", "d", "h"), Varied("b1", "h"), Varied("W2", "h", "C"), Varied("b2", "C"),
    ];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term n = Term.Size("n"), X = s["X"], W2 = s["W2"];
        Term Z1  = s.Let("Z1", X.Mm(s["W1"]) + s["b1"]);
        Term A1  = s.Let("A1", Z1.Of(ElementFunction.Tanh));
        Term Z2  = s.Let("Z2", A1.Mm(W2) + s["b2"]);
        Term P   = s.Let("P", Z2.Of(ElementFunction.Softmax, axis: 1));
        Term Y   = s.Let("Y", s["y"].OneHot("C"));
        Term dZ2 = s.Let("dZ2", (P - Y) / n);
        Term dA1 = s.Let("dA1", dZ2.Mm(W2.T));
        Term slope = s.Let("A1'", 1.0 - A1.Of(ElementFunction.Square), new Slope(Activation.Tanh, Z1, A1));
        Term dZ1 = s.Let("dZ1", dA1 * slope);
        s.Gradient("W2", A1.T.Mm(dZ2));
        s.Gradient("b2", dZ2.SumAlong(0));
        s.Gradient("W1", X.T.Mm(dZ1));
        s.Gradient("b1", dZ1.SumAlong(0));
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 6), d = drawn.Size(1, 4), h = drawn.Size(1, 4), C = drawn.Size(2, 4);
        return new(
            this, ("X", drawn.Normal(n, d)), ("y", drawn.Classes(n, C)),
            ("W1", drawn.Normal(d, h)), ("b1", drawn.Normal(h)), ("W2", drawn.Normal(h, C)), ("b2", drawn.Normal(C)));
    }

    public Tensor Loss(DerivationPoint at)
    {
        Tensor A1 = (at["X"].mm(at["W1"]) + at["b1"]).tanh();
        return SoftmaxLoss.Mean(A1.mm(at["W2"]) + at["b2"], at["y"]);
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        (Tensor X, Tensor W1, Tensor b1, Tensor W2, Tensor b2) = (at["X"], at["W1"], at["b1"], at["W2"], at["b2"]);
        Tensor A1  = (X.mm(W1) + b1).tanh();
        Tensor Z2  = A1.mm(W2) + b2;
        Tensor Y   = torch.nn.functional.one_hot(at["y"], b2.size(0));
        Tensor dZ2 = (Z2.softmax(1) - Y) / X.size(0);
        Tensor dA1 = dZ2.mm(W2.t());
        Tensor dZ1 = dA1 * (1 - A1.square());
        return new Dictionary<string, Tensor>
        {
            ["W1"] = X.t().mm(dZ1),
            ["b1"] = dZ1.sum(dim: 0),
            ["W2"] = A1.t().mm(dZ2),
            ["b2"] = dZ2.sum(dim: 0),
        };
    }
}
