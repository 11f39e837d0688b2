using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Functions, layers and nets with slips of code and of axes in a single line of the way back.</summary>
internal static class BackwardMutants
{
    public static IEnumerable<Mutant> All() => [.. Slopes(), .. Dropout(), .. Layer(), .. TwoLayers(), .. FourLayers()];

    private static IEnumerable<Mutant> Slopes() =>
    [
        Bent("sigmoid", "σ' twice", RepeatedDerivative, (G, Z) => G * (σ(Z) * (1 - σ(Z))).pow(2)),
        Bent("sigmoid", "A(A − 1)", Sign, (G, Z) => G * σ(Z) * (σ(Z) - 1)),
        Bent("sigmoid", "a bracket missing", Bracket, (G, Z) => G * σ(Z) * 1 - σ(Z)).Or(ForgottenFactor),
        Bent("sigmoid", "the mean", MeanForSum, (G, Z) => G * σ(Z) * (1 - σ(Z)) / Z.size(0)),
        Bent("sigmoid", "divided by n·d", OtherConstant, (G, Z) => G * σ(Z) * (1 - σ(Z)) / Z.numel()).Or(MeanForSum),
        Bent("sigmoid", "G squared", WrongPower, (G, Z) => G * G * σ(Z) * (1 - σ(Z))),
        Rows("sigmoid", "only the last row", OneRow, (G, Z, i, n) => i == n - 1 ? G * σ(Z) * (1 - σ(Z)) : 0 * G),
        Rows("sigmoid", "rows from 1", SkippedRow, (G, Z, i, n) => i == 0 ? 0 * G : G * σ(Z) * (1 - σ(Z))),
        Bent("tanh", "(1 − A)²", WrongPower, (G, Z) => G * (1 - Z.tanh()).pow(2)),
        Bent("tanh", "the slope twice", RepeatedDerivative, (G, Z) => G * (1 - Z.tanh().pow(2)).pow(2)),
        Bent("tanh", "A² − 1", Sign, (G, Z) => G * (Z.tanh().pow(2) - 1)),
        Bent("tanh", "a bracket missing", Bracket, (G, Z) => G * 1 - Z.tanh().pow(2)).Or(ForgottenFactor),
        Bent("tanh", "Z for G", OtherOperand, (G, Z) => Z * (1 - Z.tanh().pow(2))),
        Bent("tanh", "A for G", OtherOperand, (G, Z) => Z.tanh() * (1 - Z.tanh().pow(2))),
        Rows("tanh", "only the last row", OneRow, (G, Z, i, n) => i == n - 1 ? G * (1 - Z.tanh().pow(2)) : 0 * G),
        Rows("tanh", "the last row left out", SkippedRow, (G, Z, i, n) => i == n - 1 ? 0 * G : G * (1 - Z.tanh().pow(2))),
        Bent("relu", "G at A", OtherOperand, (G, Z) => Z * Z.gt(0)),
        Bent("relu", "the mask of |Z|", ForgottenDerivative, (G, Z) => G * Z.abs().gt(0)),
        Bent("relu", "max(G, 0)", OtherOperand, (G, Z) => G.clamp(min: 0)),
        Bent("relu", "σ' for a step", WrongDerivative, (G, Z) => G * σ(Z) * (1 - σ(Z))),
        Rows("relu", "rows from 1", SkippedRow, (G, Z, i, n) => i == 0 ? 0 * G : G * Z.gt(0)),
        Bent("relu", "transposed", Transposed, (G, Z) => (G * Z.gt(0)).t()),
        Bent("gelu", "Φ − zΦ'", Sign, (G, Z) => G * (Φ(Z) - Z * φ(Z))),
        Bent("gelu", "σ for Φ", OtherFunction, (G, Z) => G * (σ(Z) + Z * φ(Z))).Or(WrongDerivative),
        Bent("gelu", "z²Φ'", WrongPower, (G, Z) => G * (Φ(Z) + Z * Z * φ(Z))),
        Bent("gelu", "the ½ of Φ missing", FactorTwo, (G, Z) => G * (2 * Φ(Z) + Z * φ(Z))),
        Bent("gelu", "2π for √(2π)", OtherConstant, (G, Z) => G * (Φ(Z) + Z * φ(Z) / Math.Sqrt(2 * Math.PI))),
        Bent("gelu", "no √2 in Φ", ForgottenFactor, (G, Z) => G * (0.5 * (1 + torch.special.erf(Z)) + Z * φ(Z))).Or(OtherConstant),
    ];

    private static IEnumerable<Mutant> Dropout() =>
    [
        Dropped("1/p", Complement, (G, M, p) => G * M / p),
        Dropped("scaled twice", WrongPower, (G, M, p) => G * M / (1 - p) / (1 - p)).Or(ExtraFactor),
        Dropped("p for 1/(1 − p)", UpsideDown, (G, M, p) => G * M * p).Or(Complement).And(Complement),
        Dropped("the mask upside down, and no scale", Complement, (G, M, p) => G * (1 - M)).And(ForgottenFactor),
        Dropped("minus", Sign, (G, M, p) => -G * M / (1 - p)),
        Dropped("M for G", ForgottenFactor, (G, M, p) => M / (1 - p)).Or(OtherOperand),
        Dropped("divided by n", MeanForSum, (G, M, p) => G * M / (1 - p) / G.size(0)),
    ];

    private static IEnumerable<Mutant> Layer() =>
    [
        Of("linear-layer", "dX without W", "X", ForgottenFactor, at => at["G"]),
        Of("linear-layer", "dW without X", "W", ForgottenFactor, at => at["G"].sum(dim: 0, keepdim: true).expand(at["W"].shape)),
        Of("linear-layer", "dW from one row", "W", OneRow, at => at["X"][^1..].t().mm(at["G"][^1..])),
        Of("linear-layer", "dW, the first row skipped", "W", SkippedRow, at => at["X"][1..].t().mm(at["G"][1..])),
        Of("linear-layer", "dW as GᵀX", "W", Transposed, at => at["G"].t().mm(at["X"])),
        Of("linear-layer", "dW as sums", "W", OtherProduct, at => at["X"].sum(dim: 0).unsqueeze(1) * at["G"].sum(dim: 0).unsqueeze(0)),
        Of("linear-layer", "db over the columns", "b", OtherAxis, at => at["G"].sum(dim: 1)),
        Of("linear-layer", "db of everything", "b", SummedToOne, at => at["G"].sum()),
        Of("linear-layer", "db as the mean", "b", MeanForSum, at => at["G"].mean([0L])),
        Of("linear-layer", "db by sum(0)", "b", SummedToOne, at => at["G"].sum(torch.ScalarType.Byte)),
        Of("linear-layer", "db of X", "b", OtherOperand, at => at["X"].sum(dim: 0)),
        Of("linear-layer", "dX, only the last row", "X", OneRow, at =>
        {
            Tensor dX = torch.zeros_like(at["X"]);
            dX[^1] = at["G"][^1].unsqueeze(0).mm(at["W"].t())[0];
            return dX;
        }),
    ];

    private static IEnumerable<Mutant> TwoLayers() =>
    [
        Net2("no tanh'", ForgottenDerivative, s => s with { Slope = A => torch.ones_like(A) }),
        Net2("(1 − A)²", WrongPower, s => s with { Slope = A => (1 - A).pow(2) }),
        Net2("tanh' twice", RepeatedDerivative, s => s with { Slope = A => (1 - A * A).pow(2) }),
        Net2("classes counted from 1", WrongLabels, s => s with { Logits = (P, Y, n) => (P - Y.roll(1, 1)) / n }),
        Net2("÷(n·C)", OtherConstant, s => s with { Logits = (P, Y, n) => (P - Y) / (n * P.size(1)) }),
        Net2("n missing", SumForMean, s => s with { Logits = (P, Y, n) => P - Y }),
        Net2("n missing, and no tanh'", SumForMean, s => s with { Logits = (P, Y, n) => P - Y, Slope = A => torch.ones_like(A) })
            .And(ForgottenDerivative),
        Net2("no b1 in Z1", ForgottenPath, s => s with { Bias = 0 }),
        Net2("W2 left out of the chain", ForgottenFactor, s => s with { Chain = (dZ, W) =>
            dZ.sum(dim: 1, keepdim: true).expand(-1, W.size(0)) }),
        Of("two-layer-perceptron", "dW2 with Z1", "W2", OtherOperand, at => Z1(at).t().mm(At(at))),
        Of("two-layer-perceptron", "db1 of dA1", "b1", OtherOperand, at => At(at).mm(at["W2"].t()).sum(dim: 0)),
        Of("two-layer-perceptron", "db2 over the classes", "b2", OtherAxis, at => At(at).sum(dim: 1)),
        Of("two-layer-perceptron", "db1 by sum(0)", "b1", SummedToOne, at =>
            (At(at).mm(at["W2"].t()) * (1 - Z1(at).tanh().pow(2))).sum(torch.ScalarType.Byte)),
        Of("two-layer-perceptron", "dW1 from one row", "W1", OneRow, at =>
            at["X"][^1..].t().mm((At(at).mm(at["W2"].t()) * (1 - Z1(at).tanh().pow(2)))[^1..])),
    ];

    private static IEnumerable<Mutant> FourLayers() =>
    [
        Net4("one ReLU mask missing", ForgottenDerivative, (dA, Z, l) => l == 2 ? dA : dA * Z[l].gt(0)),
        Net4("the mask of the layer above", NeighbouringLayer, (dA, Z, l) => dA * (l < 3 ? Z[l + 1] : Z[l]).gt(0)),
        Net4("the last mask missing", ForgottenDerivative, (dA, Z, l) => l == 3 ? dA : dA * Z[l].gt(0)),
        Net4("sign for the mask", OtherFunction, (dA, Z, l) => dA * Z[l].sign()).Or(WrongDerivative),
        Net4("a weight left out", ForgottenFactor, (dA, Z, l) => dA * Z[l].gt(0), (dZ, W, l) => l == 3 ? dZ : dZ.mm(W.t())),
        Net4("one weight not transposed", Transposed, (dA, Z, l) => dA * Z[l].gt(0), (dZ, W, l) => l == 3 ? dZ.mm(W) : dZ.mm(W.t())),
        Net4("minus at one mask", Sign, (dA, Z, l) => l == 1 ? -dA * Z[l].gt(0) : dA * Z[l].gt(0)),
        Net4("n missing, and one mask", SumForMean, (dA, Z, l) => l == 3 ? dA * dA.size(0)
            : dA * Z[l].gt(0)).And(ForgottenDerivative) with
        {
            Mutated = at => FourBackward(at, (dA, Z, l) => l == 2 ? dA : dA * Z[l].gt(0), (dZ, W, l) => dZ.mm(W.t()), share: false),
        },
    ];

    private sealed record Net(
        Func<Tensor, Tensor, long, Tensor> Logits, Func<Tensor, Tensor> Slope, Func<Tensor, Tensor, Tensor> Chain, double Bias);

    private static Mutant Net2(string name, Mistake mistake, Func<Net, Net> spoil) => Mutant.Of("two-layer-perceptron",
        name, mistake, at =>
    {
        Net net = spoil(new((P, Y, n) => (P - Y) / n, A => 1 - A * A, (dZ, W) => dZ.mm(W.t()), 1));
        Tensor A1 = (at["X"].mm(at["W1"]) + net.Bias * at["b1"]).tanh();
        Tensor dZ2 = net.Logits((A1.mm(at["W2"]) + at["b2"]).softmax(1), Labels(at["y"], at["b2"]), A1.size(0));
        Tensor dZ1 = net.Chain(dZ2, at["W2"]) * net.Slope(A1);
        return [("W2", A1.t().mm(dZ2)), ("b2", dZ2.sum(dim: 0)), ("W1", at["X"].t().mm(dZ1)), ("b1", dZ1.sum(dim: 0))];
    });

    private static Mutant Net4(
        string name, Mistake mistake, Func<Tensor, Tensor[], int, Tensor> mask, Func<Tensor, Tensor, int, Tensor>? chain = null) =>
        new("perceptron", name, [[mistake]], at => FourBackward(at, mask, chain ?? ((dZ, W, l) => dZ.mm(W.t())), share: true));

    private static Dictionary<string, Tensor> FourBackward(
        DerivationPoint at, Func<Tensor, Tensor[], int, Tensor> mask, Func<Tensor, Tensor, int, Tensor> chain, bool share)
    {
        Tensor[] Z = new Tensor[5], A = [at["X"], null!, null!, null!, null!];
        for (int l = 1; l <= 4; l++)
        {
            Z[l] = A[l - 1].mm(at[$"W{l}"]) + at[$"b{l}"];
            A[l] = Z[l].relu();
        }
        var gradient = new Dictionary<string, Tensor>();
        Tensor dZ = (Z[4].softmax(1) - Labels(at["y"], at["b4"])) / (share ? Z[4].size(0) : 1);
        for (int l = 4; l >= 1; l--)
        {
            (gradient[$"W{l}"], gradient[$"b{l}"]) = (A[l - 1].t().mm(dZ), dZ.sum(dim: 0));
            if (l > 1) dZ = mask(chain(dZ, at[$"W{l}"], l), Z, l - 1);
        }
        return gradient;
    }

    private static Tensor Z1(DerivationPoint at) => at["X"].mm(at["W1"]) + at["b1"];

    private static Tensor At(DerivationPoint at) =>
        ((Z1(at).tanh().mm(at["W2"]) + at["b2"]).softmax(1) - Labels(at["y"], at["b2"])) / at["y"].size(0);

    private static Tensor Labels(Tensor y, Tensor b) => torch.nn.functional.one_hot(y, b.size(0)).to(torch.ScalarType.Float64);

    private static Tensor σ(Tensor Z) => 1 / (1 + (-Z).exp());

    private static Tensor Φ(Tensor Z) => 0.5 * (1 + torch.special.erf(Z / Math.Sqrt(2)));

    private static Tensor φ(Tensor Z) => (-Z * Z / 2).exp() / Math.Sqrt(2 * Math.PI);

    private static Mutant Of(string derivation, string name, string parameter, Mistake mistake, Func<DerivationPoint, Tensor> wrong) =>
        Mutant.Of(derivation, name, mistake, at => [(parameter, wrong(at))]);

    private static Mutant Bent(string derivation, string name, Mistake mistake, Func<Tensor, Tensor, Tensor> dZ) =>
        Of(derivation, $"{name}, in code", "Z", mistake, at => dZ(at["G"], at["Z"]));

    private static Mutant Rows(string derivation, string name, Mistake mistake, Func<Tensor, Tensor, long, long, Tensor> row) =>
        Of(derivation, name, "Z", mistake, at => torch.stack(
            [.. Enumerable.Range(0, (int)at["Z"].size(0)).Select(i => row(at["G"][i], at["Z"][i], i, at["Z"].size(0)))]));

    private static Mutant Dropped(string name, Mistake mistake, Func<Tensor, Tensor, Tensor, Tensor> dX) =>
        Of("dropout", $"{name}, in code", "X", mistake, at => dX(at["G"], at["M"], at["p"]));
}
