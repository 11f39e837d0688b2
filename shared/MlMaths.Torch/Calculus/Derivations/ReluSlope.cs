using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>The rectified linear unit under any loss, with its kink.</summary>
internal sealed class ReluSlope : IDerivation, IStepwise
{
    public string Name => "relu";

    public string Title => "Rectified linear unit";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        A &= \max(0, \one{Z}) && [n, d] && \text{each number by itself} \\
        L &= \sum G \odot A && [\,] && \text{$G$ $[n, d]$: whatever comes from above, $\partial L/\partial A$} \\
        dZ &= G \odot 1(\one{Z} > 0) && [n, d] && \text{a kink at 0: any slope from 0 to 1 is a subgradient; 0 is used}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["Z"];

    public string Source => "Nair, Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines (2010)";

    public IReadOnlyList<DerivationInput> Inputs { get; } = [Varied("Z", "n", "d"), Fixed("G", "n", "d")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term Z = s["Z"];
        Term A = s.Let("A", Z.Of(ElementFunction.Relu));
        Term slope = s.Let("A'", Z.Of(ElementFunction.Positive), new Slope(Activation.Relu, Z, A));
        s.Gradient("Z", s["G"] * slope);
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 5), d = drawn.Size(1, 5);
        return new(this, ("Z", drawn.EitherSide(0.1, 2, n, d)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * at["Z"].relu()).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor Z = at["Z"];
        return new Dictionary<string, Tensor> { ["Z"] = at["G"] * Z.gt(0) };
    }

    public IReadOnlyList<Tensor> Kinks(DerivationPoint at) => [at["Z"]];
}
