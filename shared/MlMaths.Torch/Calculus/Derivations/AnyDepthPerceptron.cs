using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.DerivationInput;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// A perceptron of any depth with softmax and cross-entropy, answered by <see cref="Backpropagation"/>, with which nets
/// are trained.
/// </summary>
/// <param name="layers">H: straight maps, from 1.</param>
/// <param name="φ">The bend between them.</param>
internal sealed class AnyDepthPerceptron(int layers = 4, Activation φ = Activation.Relu) : IDerivation, IStepwise
{
    public string Name => "perceptron";

    public string Title => $"Perceptron of any depth, softmax cross-entropy; here {layers} layers, {φ}";

    public Tex Formula { get; } = Tex.Of("""
        \begin{aligned}
        A_0 &= X && [n, d] && \text{for the layers $l = 1 \dots H$} \\
        Z_l &= A_{l-1} W_l + b_l && [n, h_l] && \text{the last layer has $C$ units} \\
        A_l &= \varphi(Z_l) && [n, h_l] && \text{for $l < H$} \\
        L &= \frac{1}{n} \sum_i \left(\ln \sum_j e^{z_{ij}} - z_{i,y_i}\right) && [\,]
            && \text{$Z = Z_H$, the logits} \\
        dZ_H &= \frac{1}{n} (\mathrm{softmax}(Z_H) - Y) && [n, C]
            && \text{$Y$: 1 at the true class $y$, else 0; then from $l = H$ down to 1:} \\
        dW_l &= A_{l-1}^\top dZ_l && [h_{l-1}, h_l] \\
        db_l &= 1^\top dZ_l && [h_l] \\
        dA_{l-1} &= dZ_l W_l^\top && [n, h_{l-1}] \\
        dZ_{l-1} &= dA_{l-1} \odot \varphi'(Z_{l-1}) && [n, h_{l-1}]
        \end{aligned}
        """);

    public string Source => "Rumelhart, Hinton, Williams, Learning representations by back-propagating errors (1986)";

    public IReadOnlyList<DerivationInput> Inputs { get; } =
    [
        Fixed("X", "n", "d"), Fixed("y", "n") with { Domain = InputDomain.Class },
        .. Enumerable.Range(1, layers).SelectMany(l => (DerivationInput[])[
            Varied($"W{l}", Width(l - 1, layers), Width(l, layers)),
            Varied($"b{l}", Width(l, layers)),
        ]),
    ];

    public BackwardSteps Steps => field ??= new(Inputs, Write);

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        while (true)
        {
            DerivationPoint point = DrawOnce(drawn);
            if (Kinks(point).All(z => z.abs().min().ToDouble() > 1e-3)) return point;
        }
    }

    public Tensor Loss(DerivationPoint at)
    {
        Tensor A = at["X"];
        for (int l = 1; l < layers; l++)
            A = Bent(A.mm(at[$"W{l}"]) + at[$"b{l}"]);
        return SoftmaxLoss.Mean(A.mm(at[$"W{layers}"]) + at[$"b{layers}"], at["y"]);
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        int[] widths = [(int)at["X"].size(1), .. Enumerable.Range(1, layers).Select(l => (int)at[$"b{l}"].size(0))];
        using IDisposable unrecorded = torch.no_grad();
        using var net = new Perceptron(widths, seed: 0, φ, device: at["X"].device, type: at["X"].dtype);
        foreach ((string letter, string name) in Names())
            net.Parameters[name].copy_(at[letter]);
        new Backpropagation(net, λ: 0).Differentiate(new Batch(at["X"], at["y"]));
        return Names().ToDictionary(pair => pair.Letter, pair => net.Parameters.GradientOf(pair.Name).clone());
    }

    public IReadOnlyList<Tensor> Kinks(DerivationPoint at)
    {
        if (φ != Activation.Relu) return [];
        var kinks = new List<Tensor>();
        for (int l = 1; l < layers; l++)
            kinks.Add((l == 1 ? at["X"] : Bent(kinks[^1])).mm(at[$"W{l}"]) + at[$"b{l}"]);
        return kinks;
    }

    private void Write(BackwardSteps s)
    {
        var A = new List<Term> { s["X"] };
        var Z = new List<Term> { s["X"] };
        for (int l = 1; l <= layers; l++)
        {
            Z.Add(s.Let($"Z{l}", A[^1].Mm(s[$"W{l}"]) + s[$"b{l}"]));
            if (l < layers) A.Add(s.Let($"A{l}", φ.Of(Z[l])));
        }
        Term P  = s.Let("P", Z[^1].Of(ElementFunction.Softmax, axis: 1));
        Term Y  = s.Let("Y", s["y"].OneHot("C"));
        var dZ = new Term[layers + 1];
        dZ[layers] = s.Let($"dZ{layers}", (P - Y) / Term.Size("n"));
        for (int l = layers; l > 1; l--)
        {
            Term dA = s.Let($"dA{l - 1}", dZ[l].Mm(s[$"W{l}"].T));
            Term slope = s.Let($"A{l - 1}'", φ.SlopeOf(Z[l - 1], A[l - 1]), new Slope(φ, Z[l - 1], A[l - 1]));
            dZ[l - 1] = s.Let($"dZ{l - 1}", dA * slope);
        }

        for (int l = layers; l >= 1; l--)
        {
            s.Gradient($"W{l}", A[l - 1].T.Mm(dZ[l]));
            s.Gradient($"b{l}", dZ[l].SumAlong(0));
        }
    }

    private static string Width(int l, int layers) => l == 0 ? "d" : l == layers ? "C" : $"h{l}";

    private IEnumerable<(string Letter, string Name)> Names() => Enumerable.Range(1, layers)
        .SelectMany(l => ((string, string)[])[($"W{l}", $"layer{l}.weight"), ($"b{l}", $"layer{l}.bias")]);

    private DerivationPoint DrawOnce(DrawnInputs drawn)
    {
        int n = drawn.Size(1, 4), C = drawn.Size(2, 4);
        int[] widths = [.. Enumerable.Range(0, layers).Select(_ => drawn.Size(1, 3)), C];
        var inputs = new Dictionary<string, Tensor> { ["X"] = drawn.Normal(n, widths[0]), ["y"] = drawn.Classes(n, C) };
        for (int l = 1; l <= layers; l++)
        {
            inputs[$"W{l}"] = drawn.Normal(widths[l - 1], widths[l]);
            inputs[$"b{l}"] = drawn.Normal(widths[l]);
        }

        return new DerivationPoint(this, inputs);
    }

    private Tensor Bent(Tensor Z) => φ switch
    {
        Activation.Relu => Z.relu(),
        Activation.Tanh => Z.tanh(),
        Activation.Gelu => torch.nn.functional.gelu(Z),
        Activation.Sigmoid => Z.sigmoid(),
    };
}
