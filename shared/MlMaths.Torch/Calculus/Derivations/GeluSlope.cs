using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>The Gaussian error linear unit under any loss.</summary>
internal sealed class GeluSlope : IDerivation, IStepwise
{
    public string Name => "gelu";

    public string Title => "Gaussian error linear unit";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        A &= Z \odot \one{\Phi(Z)} && [n, d]
            && \text{$\Phi(z) = \tfrac12 (1 + \mathrm{erf}(z/\sqrt2))$, the normal distribution's} \\
        L &= \sum G \odot A && [\,] && \text{$G$ $[n, d]$: whatever comes from above, $\partial L/\partial A$} \\
        \two{\Phi'(z)} &= \frac{e^{-z^2/2}}{\sqrt{2\pi}} \\
        dZ &= G \odot (\one{\Phi(Z)} + Z \odot \two{\Phi'(Z)}) && [n, d] && \text{the product rule}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["Φ", "dΦ"];

    public string Source => "Hendrycks, Gimpel, Gaussian Error Linear Units (2016)";

    public IReadOnlyList<DerivationInput> Inputs { get; } = [Varied("Z", "n", "d"), Fixed("G", "n", "d")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term Z = s["Z"];
        Term Φ  = s.Let("Φ", 0.5 * (1.0 + (Z / Math.Sqrt(2)).Of(ElementFunction.Erf)));
        Term dΦ = s.Let("Φ'", (-(Z.Of(ElementFunction.Square) / 2.0)).Of(ElementFunction.Exp) / Math.Sqrt(2 * Math.PI));
        Term A  = s.Let("A", Z * Φ);
        Term slope = s.Let("A'", Φ + Z * dΦ, new Slope(Activation.Gelu, Z, A));
        s.Gradient("Z", s["G"] * slope);
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 5), d = drawn.Size(1, 5);
        return new(this, ("Z", drawn.Normal(n, d)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * torch.nn.functional.gelu(at["Z"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor Z  = at["Z"];
        Tensor Φ  = 0.5 * (1 + torch.special.erf(Z / Math.Sqrt(2)));
        Tensor dΦ = (Z.square() / -2).exp() / Math.Sqrt(2 * Math.PI);
        return new Dictionary<string, Tensor> { ["Z"] = at["G"] * (Φ + Z * dΦ) };
    }
}
