using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>The hyperbolic tangent under any loss.</summary>
internal sealed class TanhSlope : IDerivation, IStepwise
{
    public string Name => "tanh";

    public string Title => "Hyperbolic tangent";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \one{A} &= \tanh(Z) && [n, d] && \text{each number by itself} \\
        L &= \sum G \odot \one{A} && [\,] && \text{$G$ $[n, d]$: whatever comes from above, $\partial L/\partial A$} \\
        \tanh'(z) &= 1 - \tanh^2(z) && && \text{$(\sinh/\cosh)' = (\cosh^2 - \sinh^2)/\cosh^2$, at most 1} \\
        dZ &= G \odot (1 - \one{A}^2) && [n, d]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["A"];

    public string Source => "LeCun, Bottou, Orr, Müller, Efficient BackProp (1998), section 4.4";

    public IReadOnlyList<DerivationInput> Inputs { get; } = [Varied("Z", "n", "d"), Fixed("G", "n", "d")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term Z = s["Z"];
        Term A = s.Let("A", Z.Of(ElementFunction.Tanh));
        Term slope = s.Let("A'", 1.0 - A.Of(ElementFunction.Square), new Slope(Activation.Tanh, Z, A));
        s.Gradient("Z", s["G"] * slope);
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 5), d = drawn.Size(1, 5);
        return new(this, ("Z", drawn.Normal(n, d)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * at["Z"].tanh()).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor A = at["Z"].tanh();
        return new Dictionary<string, Tensor> { ["Z"] = at["G"] * (1 - A.square()) };
    }
}
