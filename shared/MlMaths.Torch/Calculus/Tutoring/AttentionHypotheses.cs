using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Calculus;

/// <summary>What goes wrong in the backward pass through attention.</summary>
internal static class AttentionHypotheses
{
    public static IEnumerable<Hypothesis> All() =>
    [
        Scaled(ForgottenPath, "1/√d in dQ and dK", d => Math.Sqrt(d)),
        Scaled(WrongSlope, "1/√d in dQ and dK: it stands once", d => 1 / Math.Sqrt(d)),
        Scaled(WrongSlope, "1/√d in dQ and dK: a factor or a divisor", d => d),
        Soft(ForgottenPath, "dS: more for one key is less for all others", (P, dP) => P * dP),
        Soft(ForgottenPath, "dS: the slope of softmax", (_, dP) => dP),
        Soft(ForgottenPath, "dS: P in front", (P, dP) => dP - (P * dP).sum(1, keepdim: true)),
        Soft(ForgottenPath, "dS: P in the sum over the row", (P, dP) => P * (dP - dP.sum(1, keepdim: true))),
        Soft(WrongSlope, "dS: the weights of the sum over the row", (P, dP) => P * (dP - dP.mean([1L], keepdim: true))),
        Soft(WrongSlope, "dS: the slope of σ, not of softmax", (P, dP) => P * (1 - P) * dP),
        Soft(WrongSlope, "dS: a sign inside it", (P, dP) => P * (dP + (P * dP).sum(1, keepdim: true))),
        Soft(WrongPlace, "dS: the sum over the row, not the column", (P, dP) => P * (dP - (P * dP).sum(0, keepdim: true))),
        Soft(WrongPlace, "dS: the sum over the row, not over all", (P, dP) => P * (dP - (P * dP).sum())),
        new(WrongPlace, "dV: S where P belongs", at => StandIn.Pulled(Scores(at).t().mm(at["G"]), at["V"])),
        new(WrongPlace, "dV: S where P belongs", at => StandIn.Pulled(Scores(at).t().mm(at["G"]) * Math.Sqrt(at["Q"].size(1)), at["V"])),
        new(WrongPlace, "dV and dP: softmax of the rows, not of the columns", at => Loss(at, Scores(at).softmax(0))),
        new(Transposed, "P in dV", at => StandIn.Pulled(Scores(at).softmax(1).mm(at["G"]), at["V"])),
        new(Transposed, "dS in dQ or dK", at => WithScores(at, SlopeOf(at).t())),
        new(WrongPlace, "dQ and dK: which of the two moves", at =>
            StandIn.Pulled(SlopeOf(at).mm(at["Q"]) / Root(at), at["Q"]) + StandIn.Pulled(SlopeOf(at).t().mm(at["K"]) / Root(at), at["K"])),
        new(WrongPlace, "dQ: which of the two moves", at => StandIn.Pulled(SlopeOf(at).mm(at["Q"]) / Root(at), at["Q"])),
        new(WrongPlace, "dK: which of the two moves", at => StandIn.Pulled(SlopeOf(at).t().mm(at["K"]) / Root(at), at["K"])),
        new(ForgottenPath, "G, what comes from above", at => Scores(at).softmax(1).mm(at["V"]).sum()),
    ];

    private static double Root(DerivationPoint at) => Math.Sqrt(at["Q"].size(1));

    private static Tensor Scores(DerivationPoint at) => at["Q"].mm(at["K"].t()) / Root(at);

    private static Tensor Loss(DerivationPoint at, Tensor P) => (at["G"] * P.mm(at["V"])).sum();

    private static Tensor SlopeOf(DerivationPoint at)
    {
        Tensor P = Scores(at).softmax(1), dP = at["G"].mm(at["V"].t());
        return P * (dP - (P * dP).sum(1, keepdim: true));
    }

    /// <summary>A loss whose derivative by the scores is <paramref name="dS"/>.</summary>
    private static Tensor WithScores(DerivationPoint at, Tensor dS) => StandIn.Pulled(dS, Scores(at));

    private static Hypothesis Soft(Mistake mistake, string term, Func<Tensor, Tensor, Tensor> dS) => new(mistake, term, at =>
        WithScores(at, dS(Scores(at).softmax(1), at["G"].mm(at["V"].t()))) + Loss(at, Scores(at).softmax(1).detach()));

    private static Hypothesis Scaled(Mistake mistake, string term, Func<long, double> by) => new(mistake, term, at =>
        Loss(at, StandIn.Stretched(Scores(at), by(at["Q"].size(1))).softmax(1)));
}
