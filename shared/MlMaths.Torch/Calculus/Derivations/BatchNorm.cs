using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Batch normalisation in training mode under any loss: every column is normalised over the rows of the batch, so that each
/// row's output depends on all the others.
/// </summary>
internal sealed class BatchNorm : IDerivation, IStepwise
{
    private const long DownColumns = 0;

    public string Name => "batch-norm";

    public string Title => "Batch normalisation, training mode";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \mu_j &= \frac{1}{n} \sum_i x_{ij} && [d] && \text{of a column, over the batch: $X$ $[n, d]$} \\
        v_j &= \frac{1}{n} \sum_i (x_{ij} - \mu_j)^2 && [d]
            && \text{divided by $n$; the running variance for later use has $n - 1$} \\
        \two{r_j} &= \frac{1}{\sqrt{v_j + \varepsilon}} && [d]
            && \text{$\varepsilon > 0$, so that a constant column divides by $\sqrt\varepsilon$ and not by 0} \\
        \one{\hat x_{ij}} &= (x_{ij} - \mu_j)\, \two{r_j} && [n, d] \\
        L &= \sum G \odot (\gamma \odot \one{\hat X} + \beta) && [\,]
            && \text{$\gamma$, $\beta$ $[d]$; $G$ $[n, d]$: whatever comes from above} \\
        d\gamma &= \sum_i g_i \odot \one{\hat x_i} && [d] \\
        d\beta &= \sum_i g_i && [d] \\
        \three{d\hat X} &= G \odot \gamma && [n, d] \\
        \frac{\partial \hat x_{kj}}{\partial x_{ij}}
            &= \two{r_j} \left(1(i = k) - \frac{1}{n} - \frac{\one{\hat x_{ij}} \one{\hat x_{kj}}}{n}\right) &&
            && \text{$x_{ij}$ reaches $L$ by itself, and every other row through $\mu_j$ and $v_j$} \\
        dX &= \two{r} \odot
            (\three{d\hat X} - \mathrm{mean}(\three{d\hat X}) - \one{\hat X} \odot \mathrm{mean}(\three{d\hat X} \odot \one{\hat X}))
            && [n, d] && \text{means over the column}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["X̂", "r", "dX̂"];

    public string Source => "Ioffe, Szegedy, Batch Normalization (2015), section 3";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Varied("X", "n", "d"), Varied("γ", "d"), Varied("β", "d"), Fixed("ε") with { Domain = InputDomain.Positive },
        Fixed("G", "n", "d"),
    ];

    public BackwardSteps Steps => field ??= Normalised.StepsOf(Inputs, axis: 0, size: "n");

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(3, 6), d = drawn.Size(1, 4); // of two rows, the normalised are −1 and 1, and X hardly matters
        return new(
            this, ("X", drawn.Normal(n, d)), ("γ", drawn.Normal(d)), ("β", drawn.Normal(d)),
            ("ε", drawn.Between(1e-5, 0.1)), ("G", drawn.Normal(n, d)));
    }

    public Tensor Loss(DerivationPoint at) => (at["G"] * (at["γ"] * Normalised.Of(at["X"], at["ε"], DownColumns).X̂ + at["β"])).sum();

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        Tensor G = at["G"];
        var normalised = Normalised.Of(at["X"], at["ε"], DownColumns);
        Tensor dX = normalised.Backward(dX̂: G * at["γ"]);
        return new Dictionary<string, Tensor> { ["X"] = dX, ["γ"] = (G * normalised.X̂).sum(dim: 0), ["β"] = G.sum(dim: 0) };
    }
}
