using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>The cosine between each row of X and the same row of Y, under any loss.</summary>
internal sealed class RowCosine : IDerivation, IStepwise
{
    private const double ShortestRow = 0.1, FromKink = 0.05;

    public string Name => "cosine-similarity";

    public string Title => "Cosine similarity of rows";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        \one{s_i} &= \max(\lVert x_i \rVert, \varepsilon) && [n, 1]
            && \text{$X$, $Y$ $[n, d]$; $\varepsilon > 0$, so that a row of zeros divides by $\varepsilon$ and not by 0} \\
        \two{t_i} &= \max(\lVert y_i \rVert, \varepsilon) && [n, 1] \\
        \three{c_i} &= \frac{x_i \cdot y_i}{\one{s_i} \two{t_i}} && [n, 1] \\
        L &= \sum_i g_i \three{c_i} && [\,] && \text{$G$ $[n]$: whatever comes from above, $\partial L/\partial c$} \\
        \frac{\partial \one{s_i}}{\partial x_i} &= \frac{x_i}{\lVert x_i \rVert} = \frac{x_i}{\one{s_i}} &&
            && \text{where $\lVert x_i \rVert > \varepsilon$, else 0; a kink at $\lVert x_i \rVert = \varepsilon$} \\
        \four{dx_i}
            &= g_i \left(\frac{y_i}{\one{s_i} \two{t_i}} - \three{c_i}\, 1(\lVert x_i \rVert > \varepsilon) \frac{x_i}{\one{s_i}^2}\right)
            && [n, d] && \text{$dX$: across $x$, for along $x$ the angle stays} \\
        \five{dy_i}
            &= g_i \left(\frac{x_i}{\one{s_i} \two{t_i}} - \three{c_i}\, 1(\lVert y_i \rVert > \varepsilon) \frac{y_i}{\two{t_i}^2}\right)
            && [n, d] && \text{$dY$}
        \end{aligned}
        """);

    public IReadOnlyList<string> Terms => ["s", "t", "c", "dX", "dY"];

    public string Source =>
        "Manning, Raghavan, Schütze, Introduction to Information Retrieval, section 6.3; "
        + "derivative by the quotient rule";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
        [Varied("X", "n", "d"), Varied("Y", "n", "d"), Fixed("ε") with { Domain = InputDomain.Positive }, Fixed("G", "n")];

    public BackwardSteps Steps => field ??= new(Inputs, s =>
    {
        Term X = s["X"], Y = s["Y"], ε = s["ε"];
        Term g  = s.Let("g", s["G"].Column());
        Term nx = s.Let("‖x‖", X.Of(ElementFunction.Square).SumAlong(1, keeps: true).Of(ElementFunction.Root));
        Term ny = s.Let("‖y‖", Y.Of(ElementFunction.Square).SumAlong(1, keeps: true).Of(ElementFunction.Root));
        Term s_ = s.Let("s", nx.Maximum(ε));
        Term t  = s.Let("t", ny.Maximum(ε));
        Term c  = s.Let("c", (X * Y).SumAlong(1, keeps: true) / (s_ * t));
        Term kx = s.Let("1(‖x‖ > ε)", (nx - ε).Of(ElementFunction.Positive));
        Term ky = s.Let("1(‖y‖ > ε)", (ny - ε).Of(ElementFunction.Positive));
        s.Gradient("X", g * (Y / (s_ * t) - c * kx * X / s_.Of(ElementFunction.Square)));
        s.Gradient("Y", g * (X / (s_ * t) - c * ky * Y / t.Of(ElementFunction.Square)));
    });

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        int n = drawn.Size(1, 4), d = drawn.Size(2, 5); // on a line, the cosine is −1 or 1 and does not move
        bool isTiny = drawn.Size(1, 5) == 1;            // as it is in use; else some rows are shorter, or no maximum would be seen
        while (true)
        {
            (Tensor X, Tensor Y) = (drawn.Normal(n, d), drawn.Normal(n, d));
            (double[] x, double[] y) = (Lengths(X), Lengths(Y));
            // Near 0 the direction turns fast, and differences see little of it.
            if (Math.Min(x.Min(), y.Min()) <= ShortestRow) continue;
            (double Low, double High)[] room = isTiny ? [(1e-8, 1e-3)] : [.. RoomForε(x, y)];
            if (room.Length == 0) continue;
            (double low, double high) = room[drawn.Size(0, room.Length - 1)];
            return new(this, ("X", X), ("Y", Y), ("ε", drawn.Between(low, high)), ("G", drawn.Normal(n)));
        }
    }

    /// <summary>Between two lengths and off both, for they are kinks; of several rows, above one of X and one of Y.</summary>
    private static IEnumerable<(double Low, double High)> RoomForε(double[] x, double[] y)
    {
        double[] all = [.. x.Concat(y).Order()];
        double above = x.Length == 1 ? 0 : Math.Max(x.Min(), y.Min());
        return all.Zip(all.Skip(1), (shorter, longer) => (Low: shorter + FromKink, High: longer - FromKink))
            .Where(room => room.Low < room.High && room.Low > above);
    }

    public Tensor Loss(DerivationPoint at)
    {
        (Tensor X, Tensor Y, Tensor ε) = (at["X"], at["Y"], at["ε"]);
        Tensor s = torch.maximum(Length(X), ε), t = torch.maximum(Length(Y), ε);
        return (at["G"].unsqueeze(1) * (X * Y).sum(1, keepdim: true) / (s * t)).sum();
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        (Tensor X, Tensor Y, Tensor ε, Tensor g) = (at["X"], at["Y"], at["ε"], at["G"].unsqueeze(1));
        Tensor s = torch.maximum(Length(X), ε), t = torch.maximum(Length(Y), ε);
        Tensor c  = (X * Y).sum(1, keepdim: true) / (s * t);
        Tensor dX = g * (Y / (s * t) - c * Length(X).gt(ε) * X / s.square());
        Tensor dY = g * (X / (s * t) - c * Length(Y).gt(ε) * Y / t.square());
        return new Dictionary<string, Tensor> { ["X"] = dX, ["Y"] = dY };
    }

    public IReadOnlyList<Tensor> Kinks(DerivationPoint at) => [Length(at["X"]) - at["ε"], Length(at["Y"]) - at["ε"]];

    private static double[] Lengths(Tensor rows) => [.. Length(rows).data<double>()];

    // libtorch gives its derivative at a row of zeros as 0; that of a square root of a sum would be 0/0.
    private static Tensor Length(Tensor rows) => torch.linalg.vector_norm(rows, 2, [1L], keepdim: true);
}
