using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Normalisations, cosine and attention with slips of code and of axes: what mixes rows or columns.</summary>
internal static class MixingMutants
{
    public static IEnumerable<Mutant> All() =>
        [.. Norm("layer-norm", 1), .. Norm("batch-norm", 0), .. Cosine(), .. Attention()];

    private sealed record Parts(Tensor X, Tensor U, Tensor Hat, Tensor R, Tensor G, Tensor γ, Func<Tensor,
        Tensor> Mean, Func<Tensor, Tensor> Other);

    private static IEnumerable<Mutant> Norm(string name, long axis) =>
    [
        Of(name, axis, "dX̂ not multiplied by γ, and no mean", [[ForgottenFactor], [ForgottenPath]], "X",
            p => p.R * (p.G - p.Hat * p.Mean(p.G * p.Hat))),
        Of(name, axis, "X̂ missing before the mean", [[ForgottenFactor]], "X", p => p.R * (p.U - p.Mean(p.U) - p.Mean(p.U * p.Hat))),
        Of(name, axis, "X̂ missing inside the mean", [[ForgottenFactor]], "X", p => p.R * (p.U - p.Mean(p.U) - p.Hat * p.Mean(p.U))),
        Of(name, axis, "the mean's path along the wrong axis", [[OtherAxis]], "X", p =>
            p.R * (p.U - p.Other(p.U) - p.Hat * p.Mean(p.U * p.Hat))),
        Of(name, axis, "the variance's path along the wrong axis", [[OtherAxis]], "X",
            p => p.R * (p.U - p.Mean(p.U) - p.Hat * p.Other(p.U * p.Hat))),
        Of(name, axis, "r squared", [[WrongPower]], "X", p => p.R * p.R * (p.U - p.Mean(p.U) - p.Hat * p.Mean(p.U * p.Hat))),
        Of(name, axis, "divided by r", [[UpsideDown]], "X", p => (p.U - p.Mean(p.U) - p.Hat * p.Mean(p.U * p.Hat)) / p.R),
        Of(name, axis, "r in the bracket", [[Bracket]], "X", p => p.R * p.U - p.Mean(p.U) - p.Hat * p.Mean(p.U * p.Hat)),
        Of(name, axis, "plus the mean", [[Sign]], "X", p => p.R * (p.U + p.Mean(p.U) - p.Hat * p.Mean(p.U * p.Hat))),
        Of(name, axis, "X for X̂ twice", [[OtherOperand]], "X", p => p.R * (p.U - p.Mean(p.U) - p.X * p.Mean(p.U * p.X))),
        Of(name, axis, "sum for one mean", [[SumForMean, OtherConstant, ForgottenFactor]], "X",
            p => p.R * (p.U - p.Mean(p.U) - p.Hat * p.Mean(p.U * p.Hat) * p.X.size((int)axis))),
        Of(name, axis, "dγ over the columns", [[OtherAxis]], "γ", p => (p.G * p.Hat).sum(dim: 1)),
        Of(name, axis, "dγ left spread", [[ForgottenSum]], "γ", p => p.G * p.Hat),
        Of(name, axis, "dγ by sum(0)", [[SummedToOne]], "γ", p => (p.G * p.Hat).sum(torch.ScalarType.Byte)),
        Of(name, axis, "dγ with γ", [[OtherOperand, ExtraFactor, WrongPower]], "γ", p => (p.G * p.γ * p.Hat).sum(dim: 0)),
        Of(name, axis, "dβ as the mean", [[MeanForSum]], "β", p => p.G.mean([0L])),
        Of(name, axis, "dβ of dX̂", [[OtherOperand]], "β", p => p.U.sum(dim: 0)),
        Of(name, axis, "dβ from the last row", [[OneRow]], "β", p => p.G[^1]),
        Of(name, axis, "dγ, the first row skipped", [[SkippedRow]], "γ", p => (p.G * p.Hat)[1..].sum(dim: 0)),
        NormAt(name, axis, "ε left out", [[ForgottenPath]], (v, ε, n) => 1 / v.sqrt()),
        NormAt(name, axis, "ε outside the root", [[Bracket]], (v, ε, n) => 1 / (v.sqrt() + ε)),
        NormAt(name, axis, "v divided by one less", [[OtherConstant]], (v, ε, n) => 1 / (v * n / (n - 1) + ε).sqrt()),
    ];

    private static IEnumerable<Mutant> Cosine() =>
    [
        Rows("y missing in the first part", ForgottenFactor, (g, x, y, s, t, c, m) => g * (1 / (s * t) - c * m * x / (s * s))),
        Rows("s alone", ForgottenFactor, (g, x, y, s, t, c, m) => g * (y / s - c * m * x / (s * s))),
        Rows("x for y", OtherOperand, (g, x, y, s, t, c, m) => g * (x / (s * t) - c * m * x / (s * s))),
        Rows("y for x in the second part", OtherOperand, (g, x, y, s, t, c, m) => g * (y / (s * t) - c * m * y / (s * s))),
        Rows("st for s²", OtherOperand, (g, x, y, s, t, c, m) => g * (y / (s * t) - c * m * x / (s * t))).Or(WrongPower, OtherConstant),
        Rows("g in the bracket", Bracket, (g, x, y, s, t, c, m) => g * y / (s * t) - c * m * x / (s * s)),
        Rows("c squared", WrongPower, (g, x, y, s, t, c, m) => g * (y / (s * t) - c * c * m * x / (s * s))),
        Rows("the mean over the rows", MeanForSum, (g, x, y, s, t, c, m) => g * (y / (s * t) - c * m * x / (s * s)) / x.size(0)),
        Mutant.Of("cosine-similarity", "dX and dY swapped", SwappedOutputs, at =>
        {
            IReadOnlyDictionary<string, Tensor> right = DerivationCatalogue.ByName("cosine-similarity").Gradient(at);
            return [("X", right["Y"]), ("Y", right["X"])];
        }),
        Mutant.Of("cosine-similarity", "only the last row, in a loop", OneRow, at =>
        {
            IReadOnlyDictionary<string, Tensor> right = DerivationCatalogue.ByName("cosine-similarity").Gradient(at);
            Tensor dX = torch.zeros_like(right["X"]);
            dX[^1] = right["X"][^1];
            return [("X", dX)];
        }),
    ];

    private static IEnumerable<Mutant> Attention() =>
    [
        Attend("no scale for dQ", "Q", ForgottenFactor, p => p.dS.mm(p.K)),
        Attend("no scale for dK", "K", ForgottenFactor, p => p.dS.t().mm(p.Q)),
        Attend("÷d for ÷√d in dQ", "Q", OtherConstant, p => p.dS.mm(p.K) / p.Q.size(1)).Or(WrongPower),
        Attend("times √d", "Q", UpsideDown, p => p.dS.mm(p.K) * p.Root),
        Attend("dS not transposed", "K", Transposed, p => p.dS.mm(p.Q) / p.Root),
        Attend("dP for dS", "Q", OtherOperand, p => p.dP.mm(p.K) / p.Root),
        Attend("Q for K", "Q", OtherOperand, p => p.dS.mm(p.Q) / p.Root),
        Attend("dV without P", "V", ForgottenFactor, p => p.G.sum(dim: 0, keepdim: true).expand(p.K.size(0), -1)),
        Attend("dV with dS", "V", OtherOperand, p => p.dS.t().mm(p.G)),
        Attend("dV, only the last row", "V", OneRow, p => p.P[^1..].t().mm(p.G[^1..])),
        Attend("dV, rows from 1", "V", SkippedRow, p => p.P[1..].t().mm(p.G[1..])),
        Attend("a scale in dV", "V", OtherConstant, p => p.P.t().mm(p.G) / p.Root),
        Soft("the sum of everything", SummedToOne, (P, dP) => P * (dP - (P * dP).sum())),
        Soft("a sum that is not set back", RunningSum, (P, dP) => P * (dP - (P * dP).sum(dim: 1, keepdim: true).cumsum(0))),
        Soft("a plus in dS", Sign, (P, dP) => P * (dP + (P * dP).sum(dim: 1, keepdim: true))),
        Soft("the mean over the row", MeanForSum, (P, dP) => P * (dP - (P * dP).mean([1L], keepdim: true))).Or(OtherConstant),
        Soft("P in the bracket", Bracket, (P, dP) => P * dP - (P * dP).sum(dim: 1, keepdim: true)),
        Soft("P squared", WrongPower, (P, dP) => P * P * (dP - (P * dP).sum(dim: 1, keepdim: true))),
        Soft("softmax of columns, and minus", Sign, (P, dP) => -P * (dP - (P * dP).sum(dim: 0, keepdim: true))).And(OtherAxis),
    ];

    private sealed record Heads(Tensor Q, Tensor K, Tensor G, Tensor P, Tensor dP, Tensor dS, double Root);

    private static Heads HeadsOf(DerivationPoint at, Func<Tensor, Tensor, Tensor>? soft = null)
    {
        double root = Math.Sqrt(at["Q"].size(1));
        Tensor P = (at["Q"].mm(at["K"].t()) / root).softmax(1), dP = at["G"].mm(at["V"].t());
        soft ??= (shares, came) => shares * (came - (shares * came).sum(dim: 1, keepdim: true));
        return new Heads(at["Q"], at["K"], at["G"], P, dP, soft(P, dP), root);
    }

    private static Mutant Attend(string name, string parameter, Mistake mistake, Func<Heads, Tensor> wrong) =>
        Mutant.Of("attention", name, mistake, at => [(parameter, wrong(HeadsOf(at)))]);

    private static Mutant Soft(string name, Mistake mistake, Func<Tensor, Tensor, Tensor> dS) => Mutant.Of("attention",
        name, mistake, at =>
    {
        Heads heads = HeadsOf(at, dS);
        return [("Q", heads.dS.mm(heads.K) / heads.Root), ("K", heads.dS.t().mm(heads.Q) / heads.Root)];
    });

    private static Mutant Rows(
        string name, Mistake mistake, Func<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor> dx) =>
        Mutant.Of("cosine-similarity", $"{name}, in code", mistake, at =>
        {
            (Tensor X, Tensor Y, Tensor g) = (at["X"], at["Y"], at["G"].unsqueeze(1));
            Tensor s = X.norm(1, keepdim: true, p: 2), t = Y.norm(1, keepdim: true, p: 2);
            Tensor longX = s > at["ε"], longY = t > at["ε"];
            (s, t) = (torch.maximum(s, at["ε"]), torch.maximum(t, at["ε"]));
            Tensor c = (X * Y).sum(dim: 1, keepdim: true) / s / t;
            return [("X", dx(g, X, Y, s, t, c, longX)), ("Y", dx(g, Y, X, t, s, c, longY))];
        });

    private static Mutant Of(
        string derivation, long axis, string name, IReadOnlyList<Mistake[]> truth, string parameter, Func<Parts, Tensor> wrong) =>
        new(derivation, $"{name}, in code", truth, at => new Dictionary<string,
            Tensor>
        { [parameter] = wrong(PartsOf(at, axis, (v, ε, n) => 1 / (v + ε).sqrt())) });

    private static Mutant NormAt(
        string derivation, long axis, string name, IReadOnlyList<Mistake[]> truth, Func<Tensor, Tensor, double, Tensor> r) =>
        new(derivation, name, truth, at =>
        {
            Parts p = PartsOf(at, axis, r);
            return new Dictionary<string, Tensor>
            {
                ["X"] = p.R * (p.U - p.Mean(p.U) - p.Hat * p.Mean(p.U * p.Hat)),
                ["γ"] = (p.G * p.Hat).sum(dim: 0),
            };
        });

    private static Parts PartsOf(DerivationPoint at, long axis, Func<Tensor, Tensor, double, Tensor> root)
    {
        (Tensor X, Tensor G, Tensor γ) = (at["X"], at["G"], at["γ"]);
        Tensor Mean(Tensor numbers) => numbers.mean([axis], keepdim: true);
        Tensor r = root(Mean((X - Mean(X)).pow(2)), at["ε"], X.size((int)axis));
        return new Parts(X, G * γ, (X - Mean(X)) * r, r, G, γ, Mean, numbers => numbers.mean([1 - axis], keepdim: true));
    }
}
