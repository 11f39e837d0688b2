using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Calculus;

/// <summary>What goes wrong in one layer under a loss from above.</summary>
internal static class LayerHypotheses
{
    public static IEnumerable<Hypothesis> Slope(Activation φ) =>
    [
        .. SlopeMistakes.Of(φ).Select(slope => new Hypothesis(slope.Mistake, slope.Term,
            at => StandIn.Pulled(at["G"] * slope.Slope(at["Z"], Value(φ, at["Z"])), at["Z"]))),
        new(ForgottenPath, "G, what comes from above", at => Value(φ, at["Z"]).sum()),
        new(WrongPlace, "the slope: of Z, not of G", at => StandIn.Pulled(at["G"] * SlopeMistakes.SlopeAt(φ, at["G"]), at["Z"])),
        new(
            WrongPlace, "what comes from above is G",
            at => StandIn.Pulled(Value(φ, at["Z"]) * SlopeMistakes.SlopeAt(φ, at["Z"]), at["Z"])),
        new(WrongPlace, "the slope: of Z, not of G ⊙ Z", at => StandIn.Pulled(SlopeMistakes.SlopeAt(φ, at["Z"] * at["G"]), at["Z"])),
        new(ForgottenPath, "G, and the slope", at => at["Z"].sum()),
    ];

    public static IEnumerable<Hypothesis> Linear() =>
    [
        new(Transposed, "W in dX", at => (at["G"] * at["X"].mm(at["W"].t())).sum()),
        new(ForgottenPath, "G, what comes from above", at => (at["X"].mm(at["W"]) + at["b"]).sum()),
        new(ForgottenPath, "dX: the weight between X and Z", at => StandIn.Pulled(at["G"], at["X"])),
        new(WrongPlace, "dW: what W is multiplied with", at => (at["G"] * (at["G"].mm(at["W"]) + at["b"])).sum()),
        new(WrongPlace, "dW: what comes from above is G, not Z", at => Squared(at["X"].mm(at["W"]) + at["b"])),
    ];

    public static IEnumerable<Hypothesis> Dropout() =>
    [
        new(ForgottenPath, "the mask in the backward pass", at => (at["G"] * at["X"] / (1 - at["p"])).sum()),
        new(ForgottenPath, "the scale in the backward pass", at => (at["G"] * at["M"] * at["X"]).sum()),
        new(ForgottenPath, "the mask and the scale in the backward pass", at => (at["G"] * at["X"]).sum()),
        new(ForgottenPath, "G, what comes from above", at => (at["M"] * at["X"] / (1 - at["p"])).sum()),
        new(WrongPlace, "the scale: p or 1 − p", at => (at["G"] * at["M"] * at["X"] / at["p"]).sum()),
        new(WrongSlope, "the scale: a factor or a divisor", at => (at["G"] * at["M"] * at["X"] * (1 - at["p"])).sum()),
        new(WrongSlope, "the scale: a factor or a divisor, and p or 1 − p", at => (at["G"] * at["M"] * at["X"] * at["p"]).sum()),
        new(WrongSlope, "the scale: once is enough", at => (at["G"] * at["M"] * at["X"] / (1 - at["p"]).square()).sum()),
        new(WrongPlace, "the mask: which units stay", at => (at["G"] * (1 - at["M"]) * at["X"] / (1 - at["p"])).sum()),
        new(WrongPlace, "what comes from above is G", at => (at["M"] * at["X"].square() / 2 / (1 - at["p"])).sum()),
        new(WrongPlace, "X is what moves, and no factor", at => (at["G"] * at["M"] * at["X"].square() / 2 / (1 - at["p"])).sum()),
    ];

    public static IEnumerable<Hypothesis> Cosine() =>
    [
        Cos(ForgottenPath, "the length of a row, which moves too", (X, Y, s, t) => (X * Y).sum(1) / (s.detach() * t.detach())),
        Cos(ForgottenPath, "the product of the rows, which moves too", (X, Y, s, t) => (X * Y).detach().sum(1) / (s * t)),
        Cos(ForgottenPath, "the lengths under the product",
            (X, Y, s, t) => (X * Y).sum(1) / StandIn.Stretched(s * t, 0) * (s * t).detach()),
        Cos(WrongSlope, "the derivative of a length", (X, Y, s, t) => (X * Y).sum(1) / (StandIn.Stretched(s, s) * StandIn.Stretched(t, t))),
        Cos(WrongSlope, "the derivative of a length",
            (X, Y, s, t) => (X * Y).sum(1) / (StandIn.Stretched(s, 1 / s) * StandIn.Stretched(t, 1 / t))),
        Cos(WrongSlope, "the derivative of a length: a root has a ½",
            (X, Y, s, t) => (X * Y).sum(1) / (StandIn.Stretched(s, 2) * StandIn.Stretched(t, 2))),
        Cos(WrongSlope, "the quotient rule: its sign",
            (X, Y, s, t) => (X * Y).sum(1) / (StandIn.Stretched(s, -1) * StandIn.Stretched(t, -1))),
        Cos(ForgottenPath, "c in front of the part through the length", (X, Y, s, t) =>
            (X * Y).sum(1) / (StandIn.Stretched(s, s * t / (X * Y).sum(1)) * StandIn.Stretched(t, s * t / (X * Y).sum(1)))),
        Cos(WrongPlace, "whose length stands in the part through the length", (X, Y, s, t) =>
            (X * Y).sum(1) / (StandIn.Stretched(s, (s / t).square()) * StandIn.Stretched(t, (t / s).square()))),
        new(ForgottenPath, "G, what comes from above", at => torch.nn.functional.cosine_similarity(at["X"], at["Y"], 1).sum()),
    ];

    private static Hypothesis Cos(Mistake mistake, string term, Func<Tensor, Tensor, Tensor, Tensor, Tensor> c) => new(mistake, term, at =>
        (at["G"] * c(at["X"], at["Y"], at["X"].square().sum(1).sqrt(), at["Y"].square().sum(1).sqrt())).sum());

    private static Tensor Squared(Tensor Z) => Z.square().sum() / 2;

    private static Tensor Value(Activation φ, Tensor Z) => φ switch
    {
        Activation.Relu => Z.relu(),
        Activation.Tanh => Z.tanh(),
        Activation.Gelu => torch.nn.functional.gelu(Z),
        Activation.Sigmoid => Z.sigmoid(),
    };
}
