using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Lines and logits written as loops over rows, as a learner writes them, with slips of code.</summary>
internal static class LoopMutants
{
    private delegate double RowSlope(double z, double y, double n);

    public static IEnumerable<Mutant> All() =>
    [
        .. Loops("linear-mse", (z, y, n) => 2 * (z - y) / n), .. Loops("linear-mae", (z, y, n) => Math.Sign(z - y) / n),
        .. Logistic(), .. Classes(), .. Constants(), .. TwoAtOnce(),
    ];

    private static IEnumerable<Mutant> Loops(string name, RowSlope slope)
    {
        yield return Loop(name, "= for +=", OneRow, slope, (sum, one) => one);
        yield return Loop(name, "the first row skipped", SkippedRow, slope, (sum, one) => sum + one, first: 1);
        yield return Loop(name, "the last row skipped", SkippedRow, slope, (sum, one) => sum + one, last: 1);
        yield return Loop(name, "n − 1 for n", OtherConstant, (z, y, n) => slope(z, y, 1) / (n - 1), (sum, one) => sum + one);
        yield return Loop(name, "divided by n twice", ExtraShare, (z, y, n) => slope(z, y, n) / n, (sum, one) => sum + one);
        yield return Mutant.Of(name, "X missing from dw", ForgottenFactor, at =>
            [("w", Slopes(at, slope).sum().expand_as(at["w"]))]);
        yield return Mutant.Of(name, "the product of sums", OtherProduct, at =>
            [("w", at["X"].sum(dim: 0) * Slopes(at, slope).sum())]);
        yield return Mutant.Of(name, "a mean for db", ExtraShare, at => [("b", Slopes(at, slope).mean())]);
        yield return Mutant.Of(name, "divided by n·d in dw", OtherConstant, at =>
            [("w", at["X"].t().mv(Slopes(at, slope)) / at["X"].size(1))]);
        yield return Mutant.Of(name, "the sum over the wrong axis in dw", OtherAxis, at =>
            [("w", (at["X"] * Slopes(at, slope).unsqueeze(1)).sum(dim: 1))]).Or(OtherProduct, Transposed);
        yield return Mutant.Of(name, "y first", Sign, at => [.. Parts(at, -Slopes(at, slope))]);
    }

    private static IEnumerable<Mutant> Logistic() =>
    [
        Logit("ω on all rows", ForgottenFactor, (z, y, ω, n) => ω * (σ(z) - y) / n).Or(ExtraFactor, ForgottenPath, OtherOperand),
        Logit("ω on the negatives", Complement, (z, y, ω, n) => (1 + (ω - 1) * (1 - y)) * (σ(z) - y) / n),
        Logit("ω squared", WrongPower, (z, y, ω, n) => (1 + (ω * ω - 1) * y) * (σ(z) - y) / n),
        Logit("ω, not ω − 1", ForgottenPath, (z, y, ω, n) => (1 + ω * y) * (σ(z) - y) / n),
        Logit("labels as ±1", WrongLabels, (z, y, ω, n) => (1 + (ω - 1) * y) * (σ(z) - (2 * y - 1)) / n),
        Logit("y − σ", Sign, (z, y, ω, n) => (1 + (ω - 1) * y) * (y - σ(z)) / n),
        Logit("n missing", SumForMean, (z, y, ω, n) => (1 + (ω - 1) * y) * (σ(z) - y)),
        Logit("÷n at y alone", Bracket, (z, y, ω, n) => (1 + (ω - 1) * y) * (σ(z) - y / n)),
        Logit("c twice", WrongPower, (z, y, ω, n) => (1 + (ω - 1) * y) * (1 + (ω - 1) * y) * (σ(z) - y) / n).Or(ExtraFactor),
        Mutant.Of("logistic-bce", "÷Σω for ÷n", OtherConstant, at =>
        {
            Tensor c = torch.where(at["y"].gt(0.5), at["ω"], torch.ones_like(at["ω"]));
            return [.. Parts(at, c * ((at["X"].mv(at["w"]) + at["b"]).sigmoid() - at["y"]) / c.sum())];
        }),
        Mutant.Of("logistic-bce", "z without b", ForgottenPath, at =>
        {
            Tensor c = torch.where(at["y"].gt(0.5), at["ω"], torch.ones_like(at["ω"]));
            return [.. Parts(at, c * (at["X"].mv(at["w"]).sigmoid() - at["y"]) / c.size(0))];
        }),
    ];

    private static IEnumerable<Mutant> Classes() =>
    [
        Softmax("÷(n·C)", OtherConstant, (P, Y, n) => (P - Y) / (n * P.size(1))),
        Softmax("÷C for ÷n", OtherConstant, (P, Y, n) => (P - Y) / P.size(1)),
        Softmax("÷(n−1)", OtherConstant, (P, Y, n) => (P - Y) / (n - 1)),
        Softmax("only the last row", OneRow, (P, Y, n) =>
        {
            Tensor dZ = torch.zeros_like(P);
            dZ[(int)n - 1] = (P[(int)n - 1] - Y[(int)n - 1]) / n;
            return dZ;
        }),
        Softmax("1/n at Y alone", Bracket, (P, Y, n) => P - Y / n),
        Softmax("the first row skipped", SkippedRow, (P, Y, n) =>
        {
            Tensor dZ = ((P - Y) / n).clone();
            dZ[0] = torch.zeros_like(dZ[0]);
            return dZ;
        }),
        Softmax("P(P − Y)", ExtraFactor, (P, Y, n) => P * (P - Y) / n).Or(RepeatedDerivative),
        Softmax("classes counted from 1", WrongLabels, (P, Y, n) => (P - Y.roll(1, 1)) / n),
        Softmax("Y − P", Sign, (P, Y, n) => (Y - P) / n),
        Mutant.Of("softmax-cross-entropy", "db over the classes", OtherAxis, at =>
            [("b", SoftmaxSlope(at, (P, Y, n) => (P - Y) / n).sum(dim: 1))]),
        Mutant.Of("softmax-cross-entropy", "dZ.sum(0)", SummedToOne, at =>
            [("b", SoftmaxSlope(at, (P, Y, n) => (P - Y) / n).sum(torch.ScalarType.Byte))]),
        Mutant.Of("softmax-cross-entropy", "dW transposed", Transposed, at =>
            [("W", SoftmaxSlope(at, (P, Y, n) => (P - Y) / n).t().mm(at["X"]))]),
    ];

    private static IEnumerable<Mutant> Constants() =>
    [
        Mutant.Of("l2", "2λw", FactorTwo, at => [("w", 2 * at["λ"] * at["w"])]),
        Mutant.Of("l2", "λ/2 w", FactorTwo, at => [("w", at["λ"] / 2 * at["w"])]),
        Mutant.Of("l2", "λw/d", OtherConstant, at => [("w", at["λ"] * at["w"] / at["w"].size(0))]),
        Mutant.Of("l2", "λ²w", WrongPower, at => [("w", at["λ"] * at["λ"] * at["w"])]).Or(ExtraFactor),
        Mutant.Of("l2", "λw²", WrongPower, at => [("w", at["λ"] * at["w"].pow(2))]),
        Mutant.Of("l2", "w − λw", ForgottenFactor, at => [("w", (1 - at["λ"]) * at["w"])]).Or(Complement),
    ];

    private static IEnumerable<Mutant> TwoAtOnce() =>
    [
        Mutant.Of("linear-mse", "y first, and the 2 missing", Sign, at =>
            [.. Parts(at, -Slopes(at, (z, y, n) => (z - y) / n))]).And(FactorTwo),
        Mutant.Of("linear-mse", "n missing, and no b in ŷ", SumForMean, at =>
            [.. Parts(at, 2 * (at["X"].mv(at["w"]) - at["y"]))]).And(ForgottenPath),
        Mutant.Of("linear-mae", "n missing, and y first", SumForMean, at =>
            [.. Parts(at, Slopes(at, (z, y, n) => Math.Sign(y - z)))]).And(Sign),
        Logit("no weight, and n missing", ForgottenFactor, (z, y, ω, n) => σ(z) - y).And(SumForMean),
        Logit("σ twice, and y first", RepeatedFunction, (z, y, ω, n) => (1 + (ω - 1) * y) * (y - σ(σ(z))) / n).And(Sign),
        Softmax("n missing, and Y − P", SumForMean, (P, Y, n) => Y - P).And(Sign),
        Softmax("σ for softmax, and n missing", OtherFunction, (P, Y, n) => (P / (1 - P)).log() + Y).And(SumForMean) with
        {
            Mutated = at => SoftmaxParts(at, (at["X"].mm(at["W"]) + at["b"]).sigmoid() - Labels(at)),
        },
        Mutant.Of("linear-mse", "the last row alone, and not averaged", OneRow, at =>
        {
            long last = at["y"].size(0) - 1;
            Tensor u = 2 * (at["X"][last].dot(at["w"]) + at["b"] - at["y"][last]);
            return [("w", u * at["X"][last]), ("b", u)];
        }).And(SumForMean),
    ];

    private static double σ(double z) => 1 / (1 + Math.Exp(-z));

    private static Mutant Loop(
        string derivation, string name, Mistake mistake, RowSlope slope, Func<Tensor, Tensor, Tensor> add,
            int first = 0, int last = 0) =>
        Mutant.Of(derivation, name, mistake, at =>
        {
            (Tensor X, Tensor w, Tensor b, Tensor y) = (at["X"], at["w"], at["b"], at["y"]);
            Tensor dw = torch.zeros_like(w), db = torch.zeros_like(b);
            for (long i = first; i < X.size(0) - last; i++)
            {
                double u = slope((X[i].dot(w) + b).ToDouble(), y[i].ToDouble(), X.size(0));
                (dw, db) = (add(dw, u * X[i]), add(db, torch.full_like(b, u)));
            }
            return [("w", dw), ("b", db)];
        });

    private static Mutant Logit(string name, Mistake mistake, Func<double, double, double, double, double> slope) =>
        Mutant.Of("logistic-bce", name, mistake, at => [.. Parts(at, Slopes(at, (z, y, n) => slope(z, y, at["ω"].ToDouble(), n)))]);

    private static Tensor Slopes(DerivationPoint at, RowSlope slope)
    {
        Tensor z = at["X"].mv(at["w"]) + at["b"], slopes = torch.zeros_like(z);
        for (long i = 0; i < z.size(0); i++) slopes[i] = slope(z[i].ToDouble(), at["y"][i].ToDouble(), z.size(0));
        return slopes;
    }

    private static (string, Tensor)[] Parts(DerivationPoint at, Tensor dz) => [("w", at["X"].t().mv(dz)), ("b", dz.sum())];

    private static Mutant Softmax(string name, Mistake mistake, Func<Tensor, Tensor, long, Tensor> dZ) => new(
        "softmax-cross-entropy", name, [[mistake]], at => SoftmaxParts(at, SoftmaxSlope(at, dZ)));

    private static Dictionary<string, Tensor> SoftmaxParts(DerivationPoint at, Tensor dZ) =>
        new() { ["W"] = at["X"].t().mm(dZ), ["b"] = dZ.sum(dim: 0) };

    private static Tensor SoftmaxSlope(DerivationPoint at, Func<Tensor, Tensor, long, Tensor> dZ)
    {
        Tensor E = (at["X"].mm(at["W"]) + at["b"]).exp();
        return dZ(E / E.sum(dim: 1, keepdim: true), Labels(at), E.size(0));
    }

    private static Tensor Labels(DerivationPoint at) =>
        at["y"].unsqueeze(1).eq(torch.arange(at["b"].size(0))).to(torch.ScalarType.Float64);
}
