using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>The sigmoid under any loss.</summary>
internal sealed class SigmoidSlope : IDerivation, IStepwise
{
    public string Name => "sigmoid";

    public string Title => "Sigmoid";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \one{A} &= \sigma(Z) = \frac{1}{1 + e^{-Z}} && [n, d] && \text{each number by itself} \\
        L &= \sum G \odot \one{A} && [\,] && \text{$G$ $[n, d]$: whatever comes from above, $\partial L/\partial A$} \\
        \sigma'(z) &= \frac{e^{-z}}{(1 + e^{-z})^2} && && \text{$= \sigma(z) (1 - \sigma(z))$, at most $\tfrac14$} \\
        dZ &= G \odot \one{A} \odot (1 - \one{A}) && [n, d]
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["A"];

    public string Source => "Goodfellow, Bengio, Courville, Deep Learning, section 3.10";

    public IReadOnlyList<DerivationInput> Inputs { get; } = [Varied("Z", "n", "d"), Fixed("G", "n", "d")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term Z = s["Z"];
        Term A = s.Let("A", Z.Of(ElementFunction.Sigmoid));
        Term slope = s.Let("A'", A * (1.0 - A), new Slope(Activation.Sigmoid, Z, A));
        s.Gradient("Z", s["G"] * slope);
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 5), d = drawn.Size(1, 5);
        return new(this, ("Z", drawn.Normal(n, d)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * at["Z"].sigmoid()).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor A = at["Z"].sigmoid();
        return new Dictionary<string, Tensor> { ["Z"] = at["G"] * A * (1 - A) };
    }
}
