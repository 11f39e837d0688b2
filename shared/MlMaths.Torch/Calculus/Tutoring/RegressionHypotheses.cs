using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Calculus;

/// <summary>What goes wrong between the error of a row and the parameters of a straight line.</summary>
internal static class RegressionHypotheses
{
    public static IEnumerable<Hypothesis> SquaredError() =>
    [
        Line(WrongPlace, "dŷ: the error is measured from y", (ŷ, _) => 2 * ŷ),
        Line(WrongPlace, "dŷ: ŷ is what moves", (_, y) => 2 * y),
        Line(WrongPlace, "dŷ: a sign inside the error", (ŷ, y) => 2 * (ŷ + y)),
        Line(WrongSlope, "dŷ: the derivative of a square", (ŷ, y) => (ŷ - y).square()),
        Line(WrongSlope, "dŷ: that of |u| has no size", (ŷ, y) => (ŷ - y).sign()),
        Line(WrongSlope, "dŷ: the derivative of a square has no sign of its own", (ŷ, y) => 2 * (ŷ - y).abs()),
        Line(ForgottenPath, "dŷ: the error itself is a factor", (ŷ, _) => 2 * torch.ones_like(ŷ)),
        LineWithoutBias(WrongPlace, "ŷ: everything that it is made of", u => 2 * u),
    ];

    public static IEnumerable<Hypothesis> AbsoluteError() =>
    [
        Line(WrongSlope, "dŷ: that of a square has a size", (ŷ, y) => ŷ - y),
        Line(WrongSlope, "dŷ: the derivative of |u|", (ŷ, y) => (ŷ - y).abs()),
        Line(WrongSlope, "dŷ: a mask in place of a sign", (ŷ, y) => ŷ.gt(y).to(y.dtype)),
        Line(WrongSlope, "dŷ: that of a smooth curve, not of a kink", (ŷ, y) => (ŷ - y).tanh()),
        Line(WrongPlace, "dŷ: the error is measured from y", (ŷ, _) => ŷ.sign()),
        Line(WrongPlace, "dŷ: ŷ is what moves", (_, y) => y.sign()),
        Line(WrongPlace, "dŷ: a sign inside the error", (ŷ, y) => (ŷ + y).sign()),
        Line(ForgottenPath, "dŷ: the derivative of |u| is a factor", (ŷ, _) => torch.ones_like(ŷ)),
        LineWithoutBias(WrongPlace, "ŷ: everything that it is made of", u => u.sign()),
    ];

    public static IEnumerable<Hypothesis> Logistic() =>
    [
        Logit(WrongPlace, "dz: z where σ(z) belongs", (z, y, c) => c * (z - y)),
        Logit(WrongPlace, "dz: σ is taken once", (z, y, c) => c * (z.sigmoid().sigmoid() - y)),
        Logit(WrongPlace, "dz: a sign inside it", (z, y, c) => c * (z.sigmoid() + y)),
        Logit(WrongSlope, "dz: σ' has cancelled against the logarithm",
            (z, y, c) => c * (z.sigmoid() - y) * z.sigmoid() * (1 - z.sigmoid())),
        Logit(WrongSlope, "dz: the derivative of ln(1 + e^z)", (z, y, c) => c * (z.sigmoid() * (1 - z.sigmoid()) - y)),
        Logit(WrongSlope, "dz: the derivative of ln(1 + e^z)", (z, y, c) => c * (z.tanh() - y)),
        Logit(WrongSlope, "dz: the derivative of ln(1 + e^z), and its inner one", (z, y, c) => c * (1 / (1 + z.exp()) - y)),
        Logit(WrongSlope, "dz: a prediction of 0 or 1 in place of a "
            + "probability", (z, y, c) => c * (z.gt(0).to(z.dtype) - y)),
        Logit(ForgottenPath, "dz: the weight of a row", (z, y, _) => z.sigmoid() - y),
        Logit(ForgottenPath, "dz: the part of the loss with y", (z, _, c) => c * z.sigmoid()),
        Logit(ForgottenPath, "dz: the part of the loss with the logarithm", (_, y, c) => -c * y),
        Logit(ForgottenPath, "dz: the weight of a row counts for the whole loss of the row", (z, y, c) => z.sigmoid() - c * y),
        Logit(ForgottenPath, "dz: the weight of a row counts for the whole loss of the row", (z, y, c) => c * z.sigmoid() - y),
    ];

    public static IEnumerable<Hypothesis> Penalty() =>
    [
        new(ForgottenPenalty, "λ in dw", at => at["w"].square().sum() / 2),
        new(ForgottenPenalty, "dw, which the penalty alone makes", at => 0 * at["w"].sum()),
        new(PenalisedBias, "b: which parameters the penalty holds", at => at["λ"] / 2 * (at["w"].square().sum() + at["b"].square())),
        new(PenalisedBias, "b: which parameters the penalty holds", at => at["λ"] * (at["w"].square().sum() / 2 + at["b"])),
        new(PenalisedBias, "b: which parameters the penalty holds", at => at["λ"] / 2 * at["w"].square().sum() + at["b"].square() / 2),
        new(WrongSlope, "dw: the derivative of a square", at => StandIn.Pulled(at["λ"] / 2 * at["w"].square(), at["w"])),
        new(WrongSlope, "dw: the derivative of a square", at => StandIn.Pulled(at["λ"] * at["w"].square(), at["w"])),
        new(WrongSlope, "dw: the norm is squared", at => at["λ"] * at["w"].norm()),
        new(WrongSlope, "dw: squares, not absolute values", at => at["λ"] * at["w"].abs().sum()),
        new(WrongSlope, "dw: each w by itself", at => StandIn.Pulled(at["λ"] * at["w"].sum() * torch.ones_like(at["w"]), at["w"])),
        new(ForgottenPath, "w in dw", at => at["λ"] * at["w"].sum()),
        new(WrongPlace, "λ in dw: it is not squared", at => at["λ"].square() / 2 * at["w"].square().sum()),
    ];

    private static Hypothesis Line(Mistake mistake, string term, Func<Tensor, Tensor, Tensor> dŷ) => new(mistake, term, at =>
    {
        Tensor ŷ = at["X"].mv(at["w"]) + at["b"];
        return StandIn.Pulled(dŷ(ŷ, at["y"]), ŷ) / ŷ.size(0);
    });

    private static Hypothesis LineWithoutBias(Mistake mistake, string term, Func<Tensor, Tensor> du) => new(mistake, term, at =>
    {
        Tensor Xw = at["X"].mv(at["w"]);
        return StandIn.Pulled(du(Xw - at["y"]), Xw + at["b"]) / Xw.size(0);
    });

    private static Hypothesis Logit(Mistake mistake, string term, Func<Tensor, Tensor, Tensor, Tensor> dz) => new(mistake, term, at =>
    {
        Tensor z = at["X"].mv(at["w"]) + at["b"];
        return StandIn.Pulled(dz(z, at["y"], 1 + (at["ω"] - 1) * at["y"]), z) / z.size(0);
    });
}
