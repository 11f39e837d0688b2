using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Reported slips in the backward passes of layers and activations.</summary>
internal static class ReportedLayers
{
    public static IEnumerable<ReportedMutant> All() => [.. Linear(), .. Norms(), .. Mixing(), .. Slopes(), .. Masks()];

    private static IEnumerable<ReportedMutant> Linear() =>
    [
        new(Mutant.Of("linear-layer", "a mean for the sum over the batch", MeanForSum, at => [("b", at["G"].mean([0L]))])
            .Or(ExtraShare), "kvfrans/notes#5"),
        new(Mutant.Of("linear-layer", "the bias as the error of each row", ForgottenSum, at => [("b", at["G"])]), "mlpack/mlpack#3679"),
        new(Mutant.Of("linear-layer", "the mean along the other axis", OtherAxis, at => [("b", at["G"].mean([1L]))])
            .And(MeanForSum), "deeplearning4j/deeplearning4j#364"),
    ];

    private static IEnumerable<ReportedMutant> Norms()
    {
        static (Tensor X̂, Tensor r) Normalised(DerivationPoint at)
        {
            Tensor e = at["X"] - at["X"].mean([0L], keepdim: true), r = (e.square().mean([0L], keepdim: true) + at["ε"]).rsqrt();
            return (e * r, r);
        }

        yield return new(Mutant.Of("batch-norm", "without the scale", ForgottenFactor, at =>
        {
            (Tensor X̂, Tensor r) = Normalised(at);
            Tensor G = at["G"];
            return [("X", r * (G - G.mean([0L], keepdim: true) - X̂ * (G * X̂).mean([0L], keepdim: true)))];
        }), "denizyuret/Knet.jl#288");
        yield return new(Mutant.Of("batch-norm", "the scale missing in one path", ForgottenFactor, at =>
        {
            (Tensor X̂, Tensor r) = Normalised(at);
            Tensor d = at["G"] * at["γ"];
            return [("X", r * (at["G"] - d.mean([0L], keepdim: true) - X̂ * (d * X̂).mean([0L], keepdim: true)))];
        }).Or(OtherOperand), "ROCm/MIOpen#104");
    }

    private static IEnumerable<ReportedMutant> Mixing()
    {
        static (string, Tensor)[] Backward(DerivationPoint at, Func<Tensor, Tensor, Tensor> dS)
        {
            double root = Math.Sqrt(at["Q"].size(1));
            Tensor P = (at["Q"].mm(at["K"].t()) / root).softmax(1), d = dS(P, at["G"].mm(at["V"].t())) / root;
            return [("Q", d.mm(at["K"])), ("K", d.t().mm(at["Q"]))];
        }

        yield return new(Mutant.Of("attention", "softmax without its sum", ForgottenPath, at =>
            Backward(at, (P, dP) => P * dP)), "HomericIntelligence/Odyssey#2134");
        yield return new(Mutant.Of("attention", "softmax as its diagonal alone", WrongDerivative, at =>
            Backward(at, (P, dP) => P * (1 - P) * dP)).Or(ForgottenSum), "deeplearning4j/libnd4j#440");
        yield return new(Mutant.Of("attention", "the gradient copied through softmax", ForgottenDerivative, at =>
            Backward(at, (_, dP) => dP)), "pjreddie/darknet#96");
    }

    private static IEnumerable<ReportedMutant> Slopes()
    {
        static Tensor σ(DerivationPoint at) => at["Z"].sigmoid();
        yield return new(Mutant.Of("sigmoid", "without what comes from above", ForgottenFactor, at =>
            [("Z", σ(at) * (1 - σ(at)))]), "torch/torch7#232");
        yield return new(Mutant.Of("sigmoid", "a minus for the product", WrongDerivative, at =>
            [("Z", at["G"] * (σ(at) - (1 - σ(at))))]), "sausheong/gonn#8");
        yield return new(Mutant.Of("sigmoid", "σ(σ − 1)", Sign, at =>
            [("Z", at["G"] * σ(at) * (σ(at) - 1))]), "JuliaAI/MLJLinearModels.jl#104");
        yield return new(Mutant.Of("sigmoid", "z(1 − z)", WrongDerivative, at =>
            [("Z", at["G"] * at["Z"] * (1 - at["Z"]))]).Or(ForgottenFunction), "kyle8998/Sudo-Productivity#3");
        yield return new(Mutant.Of("tanh", "1 + tanh²", Sign, at =>
            [("Z", at["G"] * (1 + at["Z"].tanh().square()))]).Or(WrongDerivative), "nicodjimenez/lstm#41");
        yield return new(Mutant.Of("tanh", "at the value", WrongDerivative, at =>
            [("Z", at["G"] * (1 - at["Z"].tanh().tanh().square()))]).Or(RepeatedFunction), "davidrmiller/neural2d#40");
        yield return new(Mutant.Of("relu", "0 or 1 in place of what came", ForgottenFactor, at =>
            [("Z", (at["Z"] > 0).to(torch.ScalarType.Float64))]), "haifengl/smile#528");
        yield return new(Mutant.Of("relu", "as if it were a straight unit", ForgottenDerivative, at =>
            [("Z", at["G"])]), "dannyneil/spiking_relu_conversion#1");
        yield return new(Mutant.Of("relu", "the derivative of the sigmoid", WrongDerivative, at =>
            [("Z", at["G"] * σ(at) * (1 - σ(at)))]), "jeffheaton/encog-dotnet-core#124");
        yield return new(Mutant.Of("relu", "1 wherever the value is not below 0", ForgottenDerivative, at =>
            [("Z", at["G"] * (at["Z"].relu() >= 0))]), "iamtrask/Grokking-Deep-Learning#56");
    }

    private static IEnumerable<ReportedMutant> Masks() =>
    [
        new(Mutant.Of("dropout", "the mask is not applied", ForgottenFactor, at =>
            [("X", at["G"] / (1 - at["p"]))]), "ddbourgin/numpy-ml#94"),
        new(Mutant.Of("dropout", "as if no unit were dropped", ForgottenFactor, at => [("X", at["G"])])
            .And(ForgottenFactor), "rohitg00/ai-engineering-from-scratch#17"),
        new(Mutant.Of("dropout", "1/p for 1/(1 − p)", Complement, at =>
            [("X", at["G"] * at["M"] / at["p"])]), "rasbt/LLMs-from-scratch#431"),
    ];
}
