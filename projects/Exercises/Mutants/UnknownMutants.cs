using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Gradients that are wrong in a way that has no name here: the tutor should say that it does not recognise them.</summary>
internal static class UnknownMutants
{
    public static IEnumerable<Mutant> All() => DerivationCatalogue.All.SelectMany(derivation => (Mutant[])
    [
        Each(derivation, "random numbers", (at, right) => Noise(right, 1)),
        Each(derivation, "right, with noise of a tenth", (at, right) => right + Noise(right, 2) * 0.1),
        Each(derivation, "right, and 0.3 everywhere", (at, right) => right + 0.3),
        Each(derivation, "times 3", (at, right) => right * 3),
        Each(derivation, "its exponential", (at, right) => right.exp()),
    ]);

    private static Mutant Each(IDerivation derivation, string name, Func<DerivationPoint, Tensor, Tensor> mutated) =>
        new(derivation.Name, name, [], at => derivation.Gradient(at).ToDictionary(part => part.Key, part => mutated(at, part.Value)));

    // Waves that follow no rule of the derivation, the same at each call.
    private static Tensor Noise(Tensor like, int seed) =>
        ((torch.arange(like.numel(),
            dtype: torch.ScalarType.Float64) + seed * 1.7).mul(12.9898).sin() * 43.5).sin().reshape(like.shape);
}
