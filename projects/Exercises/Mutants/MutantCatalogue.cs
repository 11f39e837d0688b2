namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Every corrupted gradient, over all derivations.</summary>
internal static class MutantCatalogue
{
    /// <summary>One mistake each, which the tutor knows by name.</summary>
    public static IReadOnlyList<Mutant> Known { get; } =
        [.. ScaledMutants.All(), .. RegressionMutants.All(), .. SlopeMutants.All(), .. NetMutants.All(), .. LayerMutants.All()];

    /// <summary>Two mistakes at once.</summary>
    public static IReadOnlyList<Mutant> Pairs { get; } = [.. ScaledMutants.Pairs()];

    /// <summary>Wrong in ways without a name.</summary>
    public static IReadOnlyList<Mutant> Unknown { get; } = [.. UnknownMutants.All()];
}
