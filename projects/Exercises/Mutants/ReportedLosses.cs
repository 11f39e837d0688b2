using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Reported slips in the gradients of losses and of small nets.</summary>
internal static class ReportedLosses
{
    public static IEnumerable<ReportedMutant> All() => [.. Lines(), .. Classes(), .. Nets(), .. Penalties()];

    private static IEnumerable<ReportedMutant> Lines()
    {
        static (Tensor X, Tensor e, long n) Line(DerivationPoint at) =>
            (at["X"], at["X"].mv(at["w"]) + at["b"] - at["y"], at["X"].size(0));
        yield return new(Mutant.Of("linear-mse", "1/n for 2/n", FactorTwo, at =>
        {
            (Tensor X, Tensor e, long n) = Line(at);
            return [("w", X.t().mv(e) / n), ("b", e.mean())];
        }), "Open-Deep-ML/DML-OpenProblem#54");
        yield return new(Mutant.Of("linear-mse", "divided by the batch twice", ExtraShare, at =>
        {
            (Tensor X, Tensor e, long n) = Line(at);
            return [("w", 2 * X.t().mv(e) / n / n), ("b", 2 * e.mean() / n)];
        }).Or(MeanForSum), "d2l-ai/d2l-en#1000");
        yield return new(Mutant.Of("linear-mse", "dot for the mean of products", MissingShare, at =>
        {
            (Tensor X, Tensor e, _) = Line(at);
            return [("w", (2 * X.t()).mv(e))];
        }).Or(SumForMean), "patrickloeber/pytorchTutorial#10");
        yield return new(Mutant.Of("linear-mse", "the error turned round", Sign, at =>
        {
            (Tensor X, Tensor e, long n) = Line(at);
            return [("w", -2 * X.t().mv(e) / n), ("b", -2 * e.mean())];
        }), "joelgrus/data-science-from-scratch#65");
        yield return new(Mutant.Of("logistic-bce", "y − p for p − y", Sign, at =>
        {
            Tensor c = 1 + (at["ω"] - 1) * at["y"], e = c * (at["y"] - (at["X"].mv(at["w"]) + at["b"]).sigmoid());
            return [("w", at["X"].t().mv(e) / e.size(0)), ("b", e.mean())];
        }), "eriklindernoren/ML-From-Scratch#107");
    }

    private static IEnumerable<ReportedMutant> Classes()
    {
        static (Tensor dZ, Tensor P, Tensor Y) Softmax(DerivationPoint at)
        {
            Tensor P = (at["X"].mm(at["W"]) + at["b"]).softmax(1), Y = torch.nn.functional.one_hot(at["y"], at["b"].size(0));
            return ((P - Y) / P.size(0), P, Y);
        }

        (string, Tensor)[] From(DerivationPoint at, Tensor dZ) => [("W", at["X"].t().mm(dZ)), ("b", dZ.sum(dim: 0))];
        yield return new(Mutant.Of("softmax-cross-entropy", "one sum over all biases", SummedToOne, at =>
            [("b", Softmax(at).dZ.sum())]), "rasbt/stat453-deep-learning-ss21#5");
        yield return new(Mutant.Of("softmax-cross-entropy", "divided by all numbers of the batch", OtherConstant, at =>
        {
            (Tensor dZ, Tensor P, _) = Softmax(at);
            return From(at, dZ / P.size(1));
        }), "victorlempitsky/Mate#2");
        yield return new(Mutant.Of("softmax-cross-entropy", "the bias divided by the batch twice", ExtraShare, at =>
            [("b", Softmax(at).dZ.mean([0L]))]).Or(MeanForSum), "deeplearning4j/deeplearning4j#366");
        yield return new(Mutant.Of("softmax-cross-entropy", "target − output", Sign, at =>
            From(at, -Softmax(at).dZ)), "haifengl/smile#151");
        yield return new(Mutant.Of("softmax-cross-entropy", "added where 1 at the class is subtracted", Sign, at =>
        {
            (_, Tensor P, Tensor Y) = Softmax(at);
            return From(at, (P + Y) / P.size(0));
        }), "mlpack/mlpack#2360");
        yield return new(Mutant.Of("softmax-cross-entropy", "twice as large", FactorTwo, at =>
            From(at, 2 * Softmax(at).dZ)), "markroxor/fromscratchtoml#65");
        yield return new(Mutant.Of("softmax-cross-entropy", "the bias as a sum of the weights' gradient", ExtraFactor, at =>
            [("b", at["X"].t().mm(Softmax(at).dZ).sum(dim: 0))]).Or(OtherOperand),
            "rust0258/Deeplearning.ai-Natural-Language-Processing-Specialization#64");
    }

    private static IEnumerable<ReportedMutant> Nets()
    {
        static (Tensor A, Tensor Z, Tensor dS) Net(DerivationPoint at)
        {
            Tensor Z = at["X"].mm(at["W1"]) + at["b1"], A = Z.tanh(), P = (A.mm(at["W2"]) + at["b2"]).softmax(1);
            return (A, Z, (P - torch.nn.functional.one_hot(at["y"], at["b2"].size(0))) / P.size(0));
        }

        (string, Tensor)[] First(DerivationPoint at, Tensor dZ) => [("W1", at["X"].t().mm(dZ)), ("b1", dZ.sum(dim: 0))];
        yield return new(Mutant.Of("two-layer-perceptron", "arctanh of the activation", WrongDerivative, at =>
        {
            (_, Tensor Z, Tensor dS) = Net(at);
            return First(at, dS.mm(at["W2"].t()) * (1 - Z * Z));
        }).Or(OtherOperand), "lazyprogrammer/facial-expression-recognition#2");
        yield return new(Mutant.Of("two-layer-perceptron", "1 + tanh²", Sign, at =>
        {
            (Tensor A, _, Tensor dS) = Net(at);
            return First(at, dS.mm(at["W2"].t()) * (1 + A * A));
        }).Or(WrongDerivative), "gy910210/neural-network-from-scratch#2");
        yield return new(Mutant.Of("two-layer-perceptron", "no share of the batch", SumForMean, at =>
        {
            (Tensor A, _, Tensor dS) = Net(at);
            dS *= dS.size(0);
            return
            [
                .. First(at, dS.mm(at["W2"].t()) * (1 - A * A)), ("W2", A.t().mm(dS)), ("b2", dS.sum(dim: 0)),
            ];
        }).Or(MissingShare), "stephencwelch/Neural-Networks-Demystified#15");
        yield return new(Mutant.Of("two-layer-perceptron", "tanh' at the activation", WrongDerivative, at =>
        {
            (Tensor A, _, Tensor dS) = Net(at);
            return First(at, dS.mm(at["W2"].t()) * (1 - A.tanh().square()));
        }), "davidrmiller/neural2d#40");
    }

    private static IEnumerable<ReportedMutant> Penalties()
    {
        yield return new(Mutant.Of("l2", "the 2 of the square missing", FactorTwo, at =>
            [("w", at["λ"] / 2 * at["w"])]), "jingtinghuang/CS231n-Spring-2017#3");
        yield return new(Mutant.Of("l2", "λ missing", ForgottenFactor, at => [("w", at["w"])]), "wush978/KDD2015wpp#11");
    }
}
