using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Every corrupted gradient, over all derivations.</summary>
internal static class MutantCatalogue
{
    /// <summary>One mistake each, which the tutor may know by name.</summary>
    public static IReadOnlyList<Mutant> Known { get; } =
    [
        .. ScaledMutants.All(), .. RegressionMutants.All(), .. SlopeMutants.All(), .. NetMutants.All(), .. LayerMutants.All(),
        .. Learners().Where(mutant => mutant.Truth.Count == 1),
    ];

    /// <summary>Two mistakes at once.</summary>
    public static IReadOnlyList<Mutant> Pairs { get; } = [.. ScaledMutants.Pairs(), .. Learners().Where(mutant =>
        mutant.Truth.Count > 1)];

    /// <summary>Wrong in ways without a name.</summary>
    public static IReadOnlyList<Mutant> Unknown { get; } = [.. UnknownMutants.All()];

    /// <summary>
    /// Whether a derivation is closed: every second one of the catalogue. No rule of the tutor was added or changed after a
    /// result on these had been looked at; they are reported apart. Two rules came later, from answers that others had written:
    /// the branch of a maximum (of cosine similarity) and the value of the row before.
    /// </summary>
    public static bool IsClosed(string derivation) =>
        DerivationCatalogue.All.Index().First(one => one.Item.Name == derivation).Index % 2 == 1;

    /// <summary>Written as code, with slips of loops and of axes, before the first of them was graded.</summary>
    private static Mutant[] Learners() => [.. LoopMutants.All(), .. BackwardMutants.All(), .. MixingMutants.All()];
}
