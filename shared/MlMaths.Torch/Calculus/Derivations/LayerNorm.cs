using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Layer normalisation under any loss: every row is shifted to mean 0 and stretched to variance 1, then scaled and
/// shifted again.
/// </summary>
internal sealed class LayerNorm : IDerivation, IStepwise
{
    private const long AlongRows = 1;

    public string Name => "layer-norm";

    public string Title => "Layer normalisation";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \mu_i &= \frac{1}{d} \sum_j x_{ij} && [n, 1] && \text{of a row: $X$ $[n, d]$} \\
        v_i &= \frac{1}{d} \sum_j (x_{ij} - \mu_i)^2 && [n, 1] \\
        \two{r_i} &= \frac{1}{\sqrt{v_i + \varepsilon}} && [n, 1]
            && \text{$\varepsilon > 0$, so that a constant row divides by $\sqrt\varepsilon$ and not by 0} \\
        \one{\hat x_{ij}} &= (x_{ij} - \mu_i)\, \two{r_i} && [n, d] \\
        L &= \sum G \odot (\gamma \odot \one{\hat X} + \beta) && [\,]
            && \text{$\gamma$, $\beta$ $[d]$; $G$ $[n, d]$: whatever comes from above} \\
        d\gamma &= \sum_i g_i \odot \one{\hat x_i} && [d] \\
        d\beta &= \sum_i g_i && [d] \\
        \three{d\hat X} &= G \odot \gamma && [n, d] \\
        \frac{\partial \hat x_{ik}}{\partial x_{ij}}
            &= \two{r_i} \left(1(j = k) - \frac{1}{d} - \frac{\one{\hat x_{ij}} \one{\hat x_{ik}}}{d}\right) &&
            && \text{$x_{ij}$ reaches $L$ by itself, through $\mu_i$ and through $v_i$} \\
        dX &= \two{r} \odot
            (\three{d\hat X} - \mathrm{mean}(\three{d\hat X}) - \one{\hat X} \odot \mathrm{mean}(\three{d\hat X} \odot \one{\hat X}))
            && [n, d] && \text{means over the row}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["X̂", "r", "dX̂"];

    public string Source => "Ba, Kiros, Hinton, Layer Normalization (2016)";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Varied("X", "n", "d"), Varied("γ", "d"), Varied("β", "d"), Fixed("ε") with { Domain = InputDomain.Positive },
        Fixed("G", "n", "d"),
    ];

    public BackwardSteps Steps => field ??= Normalised.StepsOf(Inputs, axis: 1, size: "d");

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 4), d = drawn.Size(3, 6); // of two numbers, the normalised are −1 and 1, and X hardly matters
        return new(
            this, ("X", drawn.Normal(n, d)), ("γ", drawn.Normal(d)), ("β", drawn.Normal(d)),
            ("ε", drawn.Between(1e-5, 0.1)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * (at["γ"] * Normalised.Of(at["X"], at["ε"], AlongRows).X̂ + at["β"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor G = at["G"];
        var normalised = Normalised.Of(at["X"], at["ε"], AlongRows);
        Tensor dX = normalised.Backward(dX̂: G * at["γ"]);
        return new Dictionary<string, Tensor> { ["X"] = dX, ["γ"] = (G * normalised.X̂).sum(dim: 0), ["β"] = G.sum(dim: 0) };
    }
}
