using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Calculus;

/// <summary>What goes wrong in the backward pass through a net: at its logits, at its bends, and between its layers.</summary>
internal sealed class PerceptronHypotheses(int layers, Activation φ)
{
    private delegate Tensor ActivationOf(Tensor Z, IReadOnlyList<Tensor> before);

    private delegate Tensor Join(Tensor A, Tensor W, int layer, IReadOnlyList<Tensor> activations, Func<int, Tensor> weight);

    public IEnumerable<Hypothesis> All() => [.. AtTheLogits(), .. AtTheActivations(), .. BetweenTheLayers()];

    private IEnumerable<Hypothesis> AtTheLogits() => ClassHypotheses.AtTheLogits.Select(logits => new Hypothesis(
        logits.Mistake, logits.Term, at => ClassHypotheses.Loss(Logits(at, Right, Straight), at["y"], logits.dZ)));

    private IEnumerable<Hypothesis> AtTheActivations() =>
    [
        .. SlopeMistakes.Of(φ).Select(slope => new Hypothesis(
            slope.Mistake, slope.Term, at => SoftmaxLoss.Mean(
                Logits(at, (Z, _) => StandIn.Bent(Right(Z, []), slope.Slope(Z, Right(Z, [])), Z), Straight), at["y"]))),
        new(OffByOneLayer, "φ' in the backward pass: of which layer", at => SoftmaxLoss.Mean(
            Logits(at, (Z, before) => StandIn.Bent(Right(Z, []), SlopeFromValue(before[^1]), Z), Straight), at["y"])),
        new(OffByOneLayer, "φ' in the backward pass: of which layer", at => SoftmaxLoss.Mean(
            Logits(at, (Z, before) => StandIn.Bent(
                Right(Z, []), before.Count == 1 ? SlopeMistakes.SlopeAt(φ, Z) : SlopeFromValue(before[^1]), Z),
                Straight),
            at["y"])),
    ];

    private IEnumerable<Hypothesis> BetweenTheLayers() =>
    [
        Joined(OffByOneLayer, "the activation in dW: of which layer",
            (A, W, l, activations, _) => l == 1 ? A.mm(W) : StandIn.Product(A, W, activations[l - 2])),
        Joined(OffByOneLayer, "the activation in dW: of which layer",
            (A, W, l, activations, _) => l > 1 ? A.mm(W) : StandIn.Product(A, W, Right(A.mm(W), []))),
        Joined(OffByOneLayer, "the weight in dA: of which layer",
            (A, W, l, _, weight) => l == 1 ? A.mm(W) : StandIn.PulledThrough(A, W, weight(l - 1))),
        Joined(Transposed, "the weight in dA", (A, W, l, _, _) => l == 1 ? A.mm(W) : StandIn.PulledThrough(A, W, W.t())),
        Joined(ForgottenPath, "dA: the weight between two layers", (A, W, l, _, _) =>
            l == 1 ? A.mm(W) : StandIn.PulledThrough(A, W, torch.eye(W.size(0), W.size(1), dtype: W.dtype))),
        .. Enumerable.Range(2, layers - 1).SelectMany(k => (Hypothesis[])
        [
            Joined(OffByOneLayer, $"the activation in dW{k}: of which layer",
                (A, W, l, activations, _) => l != k ? A.mm(W) : StandIn.Product(A, W, activations[l - 2])),
            Joined(OffByOneLayer, $"the weight in dA{k - 1}: of which layer",
                (A, W, l, _, weight) => l != k ? A.mm(W) : StandIn.PulledThrough(A, W, weight(l - 1))),
            Joined(Transposed, $"the weight in dA{k - 1}", (A, W, l, _, _) => l != k ? A.mm(W) : StandIn.PulledThrough(A, W, W.t())),
        ]),
        BeforeTheActivation(),
    ];

    private Hypothesis Joined(Mistake mistake, string term, Join join) =>
        new(mistake, term, at => SoftmaxLoss.Mean(Logits(at, Right, join), at["y"]));

    private Hypothesis BeforeTheActivation() => new(WrongPlace, "the activation in dW: before or after the activation "
        + "function", at =>
    {
        Tensor A = at["X"], seen = A;
        Tensor Z = A;
        for (int l = 1; l <= layers; l++)
        {
            Z = StandIn.Product(A, at[$"W{l}"], seen) + at[$"b{l}"];
            (A, seen) = (Right(Z, []), Z);
        }
        return SoftmaxLoss.Mean(Z, at["y"]);
    });

    private Tensor Logits(DerivationPoint at, ActivationOf activation, Join join)
    {
        var activations = new List<Tensor> { at["X"] };
        Tensor Z = at["X"];
        for (int l = 1; l <= layers; l++)
        {
            Z = join(activations[^1], at[$"W{l}"], l, activations, k => at[$"W{k}"]) + at[$"b{l}"];
            if (l < layers) activations.Add(activation(Z, activations));
        }
        return Z;
    }

    private static Tensor Straight(Tensor A, Tensor W, int layer, IReadOnlyList<Tensor> activations, Func<int, Tensor> weight) => A.mm(W);

    private Tensor Right(Tensor Z, IReadOnlyList<Tensor> before) => φ switch
    {
        Activation.Relu => Z.relu(),
        Activation.Tanh => Z.tanh(),
        Activation.Gelu => torch.nn.functional.gelu(Z),
        Activation.Sigmoid => Z.sigmoid(),
    };

    /// <summary>φ'(z) as it is written with a = φ(z) at hand.</summary>
    private Tensor SlopeFromValue(Tensor a) => φ switch
    {
        Activation.Relu => a.gt(0).to(a.dtype),
        Activation.Tanh => 1 - a.square(),
        Activation.Sigmoid => a * (1 - a),
        Activation.Gelu => SlopeMistakes.SlopeAt(φ, a),
    };
}
