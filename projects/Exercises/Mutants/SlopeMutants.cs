using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Activations with a slope written wrong.</summary>
internal static class SlopeMutants
{
    private static readonly double Root = Math.Sqrt(2 * Math.PI);

    public static IEnumerable<Mutant> All() =>
    [
        Bend("sigmoid", "z(1 − z)", WrongPlace, Z => Z * (1 - Z)),
        Bend("sigmoid", "σ'(a)", WrongPlace, Z => Sigmoid(Sigmoid(Z)) * (1 - Sigmoid(Sigmoid(Z)))),
        Bend("sigmoid", "the value", WrongSlope, Sigmoid),
        Bend("sigmoid", "1 − a²", WrongSlope, Z => 1 - Sigmoid(Z).pow(2)),
        Bend("sigmoid", "1 − a", WrongSlope, Z => 1 - Sigmoid(Z)),
        Bend("sigmoid", "a + a²", WrongSlope, Z => Sigmoid(Z) + Sigmoid(Z).pow(2)),
        Bend("sigmoid", "tanh'", WrongSlope, Z => 1 / torch.cosh(Z).pow(2)),
        Bend("sigmoid", "no slope", ForgottenPath, Z => torch.ones_like(Z)),
        Alone("sigmoid", Z => Sigmoid(Z) * (1 - Sigmoid(Z))),
        Bend("tanh", "1 − z²", WrongPlace, Z => 1 - Z * Z),
        Bend("tanh", "tanh'(a)", WrongPlace, Z => 1 - torch.tanh(torch.tanh(Z)).pow(2)),
        Bend("tanh", "1 − a", WrongSlope, Z => 1 - torch.tanh(Z)),
        Bend("tanh", "1 + a²", WrongSlope, Z => 1 + torch.tanh(Z).pow(2)),
        Bend("tanh", "a(1 − a)", WrongSlope, Z => torch.tanh(Z) - torch.tanh(Z).pow(2)),
        Bend("tanh", "σ'", WrongSlope, Z => torch.exp(-Z) / (1 + torch.exp(-Z)).pow(2)),
        Bend("tanh", "the value", WrongSlope, Z => torch.tanh(Z)),
        Bend("tanh", "no slope", ForgottenPath, Z => torch.ones_like(Z)),
        Alone("tanh", Z => 1 / torch.cosh(Z).pow(2)),
        Bend("relu", "the value", WrongSlope, Z => torch.clamp(Z, min: 0)),
        Bend("relu", "the other side", WrongSlope, Z => (Z < 0).to(torch.ScalarType.Float64)),
        Bend("relu", "sign", WrongSlope, Z => torch.sign(Z)),
        Bend("relu", "z", WrongPlace, Z => Z),
        Bend("relu", "no slope", ForgottenPath, Z => torch.ones_like(Z)),
        Alone("relu", Z => (Z > 0).to(torch.ScalarType.Float64)),
        Mutant.Of("relu", "mask of G", WrongPlace, at => [("Z", at["G"] * (at["G"] > 0))]),
        Bend("gelu", "Φ alone", ForgottenPath, Φ),
        Bend("gelu", "zΦ' alone", ForgottenPath, Z => Z * torch.exp(-Z * Z / 2) / Root),
        Bend("gelu", "Φ + Φ'", ForgottenPath, Z => Φ(Z) + torch.exp(-Z * Z / 2) / Root),
        Bend("gelu", "ReLU'", WrongSlope, Z => (Z > 0).to(torch.ScalarType.Float64)),
        Bend("gelu", "σ(1.702 z)", WrongSlope, Z => Sigmoid(1.702 * Z) + 1.702 * Z * Sigmoid(1.702 * Z) * (1 - Sigmoid(1.702 * Z))),
        Bend("gelu", "the tanh approximation's", WrongSlope, TanhApproximation),
        Bend("gelu", "e^−z²", WrongSlope, Z => Φ(Z) + Z * torch.exp(-Z * Z) / Root),
        Bend("gelu", "at a", WrongPlace, Z => Φ(Z * Φ(Z)) + Z * Φ(Z) * torch.exp(-(Z * Φ(Z)).pow(2) / 2) / Root),
        Alone("gelu", Z => Φ(Z) + Z * torch.exp(-Z * Z / 2) / Root),
    ];

    private static Tensor Sigmoid(Tensor Z) => 1 / (1 + torch.exp(-Z));

    private static Tensor Φ(Tensor Z) => (1 + torch.special.erf(Z / Math.Sqrt(2))) / 2;

    private static Tensor TanhApproximation(Tensor Z)
    {
        Tensor t = torch.tanh(Math.Sqrt(2 / Math.PI) * (Z + 0.044715 * Z.pow(3)));
        return (1 + t) / 2 + Z / 2 * (1 - t * t) * Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * Z * Z);
    }

    private static Mutant Bend(string derivation, string name, Mistake mistake, Func<Tensor, Tensor> slope) =>
        Mutant.Of(derivation, name, mistake, at => [("Z", slope(at["Z"]) * at["G"])]);

    private static Mutant Alone(string derivation, Func<Tensor, Tensor> slope) =>
        Mutant.Of(derivation, "without G", ForgottenPath, at => [("Z", slope(at["Z"]))]);
}
