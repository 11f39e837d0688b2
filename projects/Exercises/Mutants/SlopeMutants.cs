using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Activations with a slope written wrong.</summary>
internal static class SlopeMutants
{
    private static readonly double Root = Math.Sqrt(2 * Math.PI);

    public static IEnumerable<Mutant> All() =>
    [
        ActivationMutant("sigmoid", "z(1 − z)", WrongDerivative, Z => Z * (1 - Z)).Or(OtherOperand),
        ActivationMutant("sigmoid", "σ'(a)", WrongDerivative, Z => Sigmoid(Sigmoid(Z)) * (1 - Sigmoid(Sigmoid(Z)))),
        ActivationMutant("sigmoid", "the value", WrongDerivative, Sigmoid).Or(ForgottenFactor),
        ActivationMutant("sigmoid", "1 − a²", WrongDerivative, Z => 1 - Sigmoid(Z).pow(2)),
        ActivationMutant("sigmoid", "1 − a", ForgottenFactor, Z => 1 - Sigmoid(Z)),
        ActivationMutant("sigmoid", "a + a²", Sign, Z => Sigmoid(Z) + Sigmoid(Z).pow(2)),
        ActivationMutant("sigmoid", "tanh'", WrongDerivative, Z => 1 / torch.cosh(Z).pow(2)),
        ActivationMutant("sigmoid", "no slope", ForgottenDerivative, Z => torch.ones_like(Z)),
        Alone("sigmoid", Z => Sigmoid(Z) * (1 - Sigmoid(Z))),
        ActivationMutant("tanh", "1 − z²", WrongDerivative, Z => 1 - Z * Z).Or(OtherOperand),
        ActivationMutant("tanh", "tanh'(a)", WrongDerivative, Z => 1 - torch.tanh(torch.tanh(Z)).pow(2)),
        ActivationMutant("tanh", "1 − a", WrongPower, Z => 1 - torch.tanh(Z)),
        ActivationMutant("tanh", "1 + a²", Sign, Z => 1 + torch.tanh(Z).pow(2)),
        ActivationMutant("tanh", "a(1 − a)", WrongDerivative, Z => torch.tanh(Z) - torch.tanh(Z).pow(2)),
        ActivationMutant("tanh", "σ'", WrongDerivative, Z => torch.exp(-Z) / (1 + torch.exp(-Z)).pow(2)),
        ActivationMutant("tanh", "the value", WrongDerivative, Z => torch.tanh(Z)),
        ActivationMutant("tanh", "no slope", ForgottenDerivative, Z => torch.ones_like(Z)),
        Alone("tanh", Z => 1 / torch.cosh(Z).pow(2)),
        ActivationMutant("relu", "the value", WrongDerivative, Z => torch.clamp(Z, min: 0)).Or(OtherFunction),
        ActivationMutant("relu", "the other side", OtherFunction, Z => (Z < 0).to(torch.ScalarType.Float64)).Or(Complement, Sign),
        ActivationMutant("relu", "sign", OtherFunction, Z => torch.sign(Z)),
        ActivationMutant("relu", "z", WrongDerivative, Z => Z).Or(ForgottenFunction),
        ActivationMutant("relu", "no slope", ForgottenDerivative, Z => torch.ones_like(Z)),
        Alone("relu", Z => (Z > 0).to(torch.ScalarType.Float64)),
        Mutant.Of("relu", "mask of G", OtherOperand, at => [("Z", at["G"] * (at["G"] > 0))]),
        ActivationMutant("gelu", "Φ alone", ForgottenPath, Φ),
        ActivationMutant("gelu", "zΦ' alone", ForgottenPath, Z => Z * torch.exp(-Z * Z / 2) / Root),
        ActivationMutant("gelu", "Φ + Φ'", ForgottenFactor, Z => Φ(Z) + torch.exp(-Z * Z / 2) / Root),
        ActivationMutant("gelu", "ReLU'", WrongDerivative, Z => (Z > 0).to(torch.ScalarType.Float64)),
        ActivationMutant(
            "gelu", "σ(1.702 z)", WrongDerivative, Z => Sigmoid(1.702 * Z) + 1.702 * Z * Sigmoid(1.702 * Z) * (1 - Sigmoid(1.702 * Z))),
        ActivationMutant("gelu", "the tanh approximation's", WrongDerivative, TanhApproximation),
        ActivationMutant("gelu", "e^−z²", ForgottenFactor, Z => Φ(Z) + Z * torch.exp(-Z * Z) / Root).Or(FactorTwo),
        ActivationMutant("gelu", "at a", WrongDerivative, Z => Φ(Z * Φ(Z)) + Z * Φ(Z) * torch.exp(-(Z * Φ(Z)).pow(2) / 2) / Root),
        Alone("gelu", Z => Φ(Z) + Z * torch.exp(-Z * Z / 2) / Root),
    ];

    private static Tensor Sigmoid(Tensor Z) => 1 / (1 + torch.exp(-Z));

    private static Tensor Φ(Tensor Z) => (1 + torch.special.erf(Z / Math.Sqrt(2))) / 2;

    private static Tensor TanhApproximation(Tensor Z)
    {
        Tensor t = torch.tanh(Math.Sqrt(2 / Math.PI) * (Z + 0.044715 * Z.pow(3)));
        return (1 + t) / 2 + Z / 2 * (1 - t * t) * Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * Z * Z);
    }

    private static Mutant ActivationMutant(string derivation, string name, Mistake mistake, Func<Tensor, Tensor> slope) =>
        Mutant.Of(derivation, name, mistake, at => [("Z", slope(at["Z"]) * at["G"])]);

    private static Mutant Alone(string derivation, Func<Tensor, Tensor> slope) =>
        Mutant.Of(derivation, "without G", ForgottenFactor, at => [("Z", slope(at["Z"]))]);
}
