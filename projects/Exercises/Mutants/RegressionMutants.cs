using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Straight lines and their penalty, with a line of the derivation written wrong.</summary>
internal static class RegressionMutants
{
    public static IEnumerable<Mutant> All() => [.. Squares(), .. Absolutes(), .. Logits(), .. Penalties()];

    private static IEnumerable<Mutant> Squares() =>
    [
        Line("linear-mse", "ŷ for ŷ − y", ForgottenPath, (ŷ, y, n) => ŷ * (2 / n)),
        Line("linear-mse", "ŷ + y", Sign, (ŷ, y, n) => (ŷ + y) * (2 / n)),
        Line("linear-mse", "the square left as it is", WrongDerivative, (ŷ, y, n) => (ŷ - y).pow(2) / n),
        Line("linear-mse", "the slope of |u|", WrongDerivative, (ŷ, y, n) => torch.sign(ŷ - y) / n),
        Mutant.Of("linear-mse", "the bias not in ŷ", ForgottenPath, at =>
        {
            Tensor r = at["X"].mv(at["w"]) - at["y"];
            return [("w", 2 * at["X"].t().mv(r) / r.size(0)), ("b", 2 * r.mean())];
        }),
        Mutant.Of("linear-mse", "db left spread", ForgottenSum,
            at => [("b", 2.0 / at["y"].size(0) * (at["X"].mv(at["w"]) + at["b"] - at["y"]))]),
        Mutant.Of("linear-mse", "dw left spread", ForgottenSum,
            at => [("w", 2.0 / at["y"].size(0) * (at["X"].mv(at["w"]) + at["b"] - at["y"]).unsqueeze(1) * at["X"])]),
    ];

    private static IEnumerable<Mutant> Absolutes() =>
    [
        Line("linear-mae", "the slope of u²/2", ForgottenFunction, (ŷ, y, n) => (ŷ - y) / n),
        Line("linear-mae", "|u| itself", OtherFunction, (ŷ, y, n) => torch.abs(ŷ - y) / n),
        Line("linear-mae", "sign of ŷ", ForgottenPath, (ŷ, y, n) => ŷ.sign() / n),
        Line("linear-mae", "no sign", ForgottenFactor, (ŷ, y, n) => torch.full_like(ŷ, 1 / n)),
        Mutant.Of("linear-mae", "db left spread", ForgottenSum,
            at => [("b", (at["X"].mv(at["w"]) + at["b"] - at["y"]).sign() / at["y"].size(0))]),
    ];

    private static IEnumerable<Mutant> Logits() =>
    [
        Row("z for σ(z)", ForgottenFunction, (z, y, c, n) => c * (z - y) / n),
        Row("σ of σ", RepeatedFunction, (z, y, c, n) => c * (1 / (1 + torch.exp(-z.sigmoid())) - y) / n),
        Row("σ' once more", RepeatedDerivative, (z, y, c, n) => c * (z.sigmoid() - y) * z.sigmoid() * (1 - z.sigmoid()) / n),
        Row("tanh for σ", OtherFunction, (z, y, c, n) => c * (z.tanh() - y) / n),
        Row("e^−z turned round", Sign, (z, y, c, n) => c * (1 / (1 + torch.exp(z)) - y) / n),
        Row("no weight", ForgottenFactor, (z, y, c, n) => (z.sigmoid() - y) / n),
        Row("no y", ForgottenPath, (z, y, c, n) => c * z.sigmoid() / n),
        Row("the weight on y alone", Bracket, (z, y, c, n) => (z.sigmoid() - c * y) / n),
        Mutant.Of("logistic-bce", "db left spread", ForgottenSum, at => [(
            "b",
            (1 + (at["ω"] - 1) * at["y"]) * ((at["X"].mv(at["w"]) + at["b"]).sigmoid() - at["y"]) / at["y"].size(0))]),
    ];

    private static IEnumerable<Mutant> Penalties() =>
    [
        Mutant.Of("l2", "w without λ", ForgottenFactor, at => [("w", at["w"])]),
        Mutant.Of("l2", "λb at the bias", PenalisedBias, at => [("b", at["λ"] * at["b"])]),
        Mutant.Of("l2", "λ/2 · 2 at the bias", PenalisedBias, at => [("b", at["λ"])]),
        Mutant.Of("l2", "the slope of ‖w‖", ExtraFactor, at => [("w", at["λ"] * at["w"] / at["w"].norm())]),
        Mutant.Of("l2", "the slope of |w|", OtherFunction, at => [("w", at["λ"] * at["w"].sign())]),
        Mutant.Of("l2", "the square left as it is", WrongDerivative, at => [("w", at["λ"] / 2 * at["w"] * at["w"])]),
        Mutant.Of("l2", "λ alone", ForgottenFactor, at => [("w", at["λ"].expand_as(at["w"]))]),
    ];

    private static Mutant Line(
        string derivation, string name, MlMaths.Torch.Calculus.Mistake mistake,
        Func<Tensor, Tensor, double, Tensor> dŷ) =>
        Mutant.Of(derivation, name, mistake, at =>
        {
            Tensor pulled = dŷ(at["X"].mv(at["w"]) + at["b"], at["y"], at["y"].size(0));
            return [("w", at["X"].t().mv(pulled)), ("b", pulled.sum())];
        });

    private static Mutant Row(
        string name, MlMaths.Torch.Calculus.Mistake mistake, Func<Tensor, Tensor, Tensor, double, Tensor> dz) =>
        Mutant.Of("logistic-bce", name, mistake, at =>
        {
            Tensor c = torch.where(at["y"].gt(0.5), at["ω"], torch.ones_like(at["ω"]));
            Tensor pulled = dz(at["X"].mv(at["w"]) + at["b"], at["y"], c, at["y"].size(0));
            return [("w", at["X"].t().mv(pulled)), ("b", pulled.sum())];
        });
}
