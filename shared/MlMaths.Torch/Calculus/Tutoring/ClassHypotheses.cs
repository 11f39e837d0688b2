using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Calculus;

/// <summary>What goes wrong between softmax cross-entropy and the logits, in every net that ends in them.</summary>
internal static class ClassHypotheses
{
    /// <summary>n dZ as it is mistaken, from Z and the Y of ones at the true classes.</summary>
    public static IEnumerable<(Mistake Mistake, string Term, Func<Tensor, Tensor, Tensor> dZ)> AtTheLogits { get; } =
    [
        (WrongPlace, "the derivative by the logits: Z where softmax(Z) belongs", (Z, Y) => Z - Y),
        (WrongPlace, "the derivative by the logits: softmax is taken once", (Z, Y) => Z.softmax(1).softmax(1) - Y),
        (WrongPlace, "the derivative by the logits: softmax of a row, not of a column", (Z, Y) => Z.softmax(0) - Y),
        (WrongPlace, "the derivative by the logits: a sign inside it", (Z, Y) => Z.softmax(1) + Y),
        (WrongSlope, "the derivative by the logits: σ is for two classes", (Z, Y) => Z.sigmoid() - Y),
        (WrongSlope, "the derivative by the logits: the logarithm of p, or p", (Z, Y) => Z.log_softmax(1) - Y),
        (WrongSlope, "the derivative by the logits: exponentials without their sum", (Z, Y) => Z.exp() - Y),
        (WrongSlope, "the derivative by the logits: p(1 − p) has cancelled against the logarithm", (Z, Y) =>
            (Z.softmax(1) - Y) * Z.softmax(1) * (1 - Z.softmax(1))),
        (WrongSlope, "the derivative by the logits: it went through softmax twice", (Z, Y) =>
            Z.softmax(1) * (Z.softmax(1) - Y - (Z.softmax(1) * (Z.softmax(1) - Y)).sum(1, keepdim: true))),
        (ForgottenPath, "the derivative by the logits: the logit of the true class", (Z, _) => Z.softmax(1)),
        (ForgottenPath, "the derivative by the logits: the logarithm of the sum", (_, Y) => -Y),
        (ForgottenPath, "the derivative by the logits: of the other classes", (Z, Y) => (Z.softmax(1) - Y) * Y),
    ];

    public static IEnumerable<Hypothesis> Softmax() => AtTheLogits.Select(logits => new Hypothesis(logits.Mistake, logits.Term, at =>
        Loss(at["X"].mm(at["W"]) + at["b"], at["y"], logits.dZ)));

    /// <summary>A loss of logits Z [n, C] whose derivative by them is the mistaken one.</summary>
    public static Tensor Loss(Tensor Z, Tensor y, Func<Tensor, Tensor, Tensor> dZ) =>
        StandIn.Pulled(dZ(Z, torch.nn.functional.one_hot(y, Z.size(1))), Z) / Z.size(0);
}
