using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Layers under a loss from above, with a line of the backward pass written wrong.</summary>
internal static class LayerMutants
{
    public static IEnumerable<Mutant> All() =>
    [
        .. Linear(), .. Dropout(), .. Cosine(), .. Attention(),
        .. new[] { ("layer-norm", 1L), ("batch-norm", 0L) }.SelectMany(norm => Norm(norm.Item1, norm.Item2)),
    ];

    private static IEnumerable<Mutant> Linear() =>
    [
        Mutant.Of("linear-layer", "W for Wᵀ in dX", Transposed, at => [("X", at["G"].mm(at["W"]))]),
        Mutant.Of("linear-layer", "db left spread", ForgottenSum, at => [("b", at["G"])]),
        Mutant.Of("linear-layer", "dW left spread", ForgottenSum, at => [("W", at["X"].unsqueeze(2) * at["G"].unsqueeze(1))]),
        Mutant.Of("linear-layer", "without G", ForgottenFactor, at =>
        {
            Tensor ones = torch.ones_like(at["G"]);
            return [("X", ones.mm(at["W"].t())), ("W", at["X"].t().mm(ones)), ("b", ones.sum(dim: 0))];
        }),
    ];

    private static IEnumerable<Mutant> Dropout() =>
    [
        Mutant.Of("dropout", "no mask", ForgottenFactor, at => [("X", at["G"] / (1 - at["p"]))]),
        Mutant.Of("dropout", "no scale", ForgottenFactor, at => [("X", at["G"] * at["M"])]),
        Mutant.Of("dropout", "without G", ForgottenFactor, at => [("X", at["M"] / (1 - at["p"]))]),
        Mutant.Of("dropout", "p for 1 − p", Complement, at => [("X", at["G"] * at["M"] / at["p"])]),
        Mutant.Of("dropout", "times 1 − p", UpsideDown, at => [("X", at["G"] * at["M"] * (1 - at["p"]))]),
        Mutant.Of("dropout", "the mask upside down", Complement, at => [("X", at["G"] * (1 - at["M"]) / (1 - at["p"]))]),
    ];

    private static IEnumerable<Mutant> Cosine() =>
    [
        Rows("the length taken as fixed", ForgottenPath, (g, x, y, s, t, c, m) => g * y / (s * t)),
        Rows("the product taken as fixed", ForgottenPath, (g, x, y, s, t, c, m) => -g * c * m * x / (s * s)),
        Rows("x/s", WrongPower, (g, x, y, s, t, c, m) => g * (y / (s * t) - c * m * x / s)),
        Rows("plus for minus", Sign, (g, x, y, s, t, c, m) => g * (y / (s * t) + c * m * x / (s * s))),
        Rows("2x for the length", FactorTwo, (g, x, y, s, t, c, m) => g * (y / (s * t) - 2 * c * m * x / (s * s))),
        Rows("without g", ForgottenFactor, (g, x, y, s, t, c, m) => y / (s * t) - c * m * x / (s * s)),
        Rows("without c", ForgottenFactor, (g, x, y, s, t, c, m) => g * (y / (s * t) - m * x / (s * s))),
        Rows("t² for s²", OtherOperand, (g, x, y, s, t, c, m) => g * (y / (s * t) - c * m * x / (t * t))),
    ];

    private static IEnumerable<Mutant> Attention() =>
    [
        AttentionBackward(
            "no scale on the way back", ForgottenFactor, (P, dP, root) =>
                root * P * (dP - (P * dP).sum(dim: 1, keepdim: true))).Or(OtherConstant),
        AttentionBackward("1/d for 1/√d", OtherConstant, (P, dP, root) =>
            P * (dP - (P * dP).sum(dim: 1, keepdim: true)) / root).Or(WrongPower),
        AttentionBackward("P ⊙ dP alone", ForgottenPath, (P, dP, root) => P * dP),
        AttentionBackward("softmax skipped", ForgottenDerivative, (P, dP, root) => dP),
        AttentionBackward("p(1 − p)", WrongDerivative, (P, dP, root) => P * (1 - P) * dP).Or(ForgottenSum),
        AttentionBackward("the sum over the column", OtherAxis, (P, dP, root) => P * (dP - (P * dP).sum(dim: 0, keepdim: true))),
        AttentionBackward("the sum without P", ForgottenFactor, (P, dP, root) => P * (dP - dP.sum(dim: 1, keepdim: true))),
        Mutant.Of("attention", "S for P in dV", OtherOperand,
            at => [("V", (at["Q"].mm(at["K"].t()) / Math.Sqrt(at["Q"].size(1))).t().mm(at["G"]))]).Or(ForgottenFunction),
        Mutant.Of("attention", "P for Pᵀ in dV", Transposed,
            at => [("V", (at["Q"].mm(at["K"].t()) / Math.Sqrt(at["Q"].size(1))).softmax(1).mm(at["G"]))]),
    ];

    private static IEnumerable<Mutant> Norm(string name, long axis) =>
    [
        Hat(name, axis, "μ taken as fixed", ForgottenPath, (u, X̂, r, mean, n) => r * (u - X̂ * mean(u * X̂))),
        Hat(name, axis, "v taken as fixed", ForgottenPath, (u, X̂, r, mean, n) => r * (u - mean(u))),
        Hat(name, axis, "μ and v taken as fixed", ForgottenPath, (u, X̂, r, mean, n) => r * u),
        Hat(name, axis, "no r", ForgottenFactor, (u, X̂, r, mean, n) => u - mean(u) - X̂ * mean(u * X̂)),
        Hat(name, axis, "plus for minus", Sign, (u, X̂, r, mean, n) => r * (u - mean(u) + X̂ * mean(u * X̂))),
        Hat(name, axis, "2 for ½ in the root", FactorTwo, (u, X̂, r, mean, n) => r * (u - mean(u) - 2 * X̂ * mean(u * X̂))),
        Hat(name, axis, "sums for means", SumForMean, (u, X̂, r, mean, n) => r * (u - n * mean(u) - n * X̂ * mean(u * X̂))),
        Mutant.Of(name, "no γ", ForgottenFactor,
            at => [("X", NormBackward(at, axis, at["G"], (u, X̂, r, mean, n) => r * (u - mean(u) - X̂ * mean(u * X̂))))]),
        Mutant.Of(name, "X for X̂ in dγ", OtherOperand, at => [("γ", (at["G"] * at["X"]).sum(dim: 0))]),
        Mutant.Of(name, "no X̂ in dγ", ForgottenFactor, at => [("γ", at["G"].sum(dim: 0))]),
        Mutant.Of(name, "dβ left spread", ForgottenSum, at => [("β", at["G"])]),
        Mutant.Of(name, "the other axis", OtherAxis, at => [("X", NormBackward(
            at, 1 - axis, at["G"] * at["γ"], (u, X̂, r, mean, n) => r * (u - mean(u) - X̂ * mean(u * X̂))))]),
    ];

    private delegate Tensor Way(Tensor u, Tensor X̂, Tensor r, Func<Tensor, Tensor> mean, double n);

    private static Mutant Hat(string derivation, long axis, string name, Mistake mistake, Way dX) =>
        Mutant.Of(derivation, name, mistake, at => [("X", NormBackward(at, axis, at["G"] * at["γ"], dX))]);

    private static Tensor NormBackward(DerivationPoint at, long axis, Tensor u, Way dX)
    {
        Tensor X = at["X"];
        Func<Tensor, Tensor> mean = numbers => numbers.sum(dim: axis, keepdim: true) / X.shape[axis];
        Tensor r = 1 / torch.sqrt(mean((X - mean(X)).pow(2)) + at["ε"]);
        return dX(u, (X - mean(X)) * r, r, mean, X.shape[axis]);
    }

    private static Mutant Rows(
        string name, Mistake mistake, Func<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor> dx) =>
        Mutant.Of("cosine-similarity", name, mistake, at =>
        {
            (Tensor X, Tensor Y, Tensor g) = (at["X"], at["Y"], at["G"].unsqueeze(1));
            (Tensor x, Tensor y) = (torch.sqrt((X * X).sum(dim: 1, keepdim: true)), torch.sqrt((Y * Y).sum(dim: 1, keepdim: true)));
            (Tensor s, Tensor t) = (torch.maximum(x, at["ε"]), torch.maximum(y, at["ε"]));
            Tensor c = (X * Y).sum(dim: 1, keepdim: true) / s / t;
            return [("X", dx(g, X, Y, s, t, c, x.gt(at["ε"]))), ("Y", dx(g, Y, X, t, s, c, y.gt(at["ε"])))];
        });

    private static Mutant AttentionBackward(string name, Mistake mistake, Func<Tensor, Tensor, double, Tensor> dS) =>
        Mutant.Of("attention", name, mistake, at =>
        {
            double root = Math.Sqrt(at["Q"].size(1));
            Tensor e = torch.exp(at["Q"].mm(at["K"].t()) / root), P = e / e.sum(dim: 1, keepdim: true);
            Tensor pulled = dS(P, at["G"].mm(at["V"].t()), root);
            return [("Q", pulled.mm(at["K"]) / root), ("K", pulled.t().mm(at["Q"]) / root)];
        });
}
