namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>A wrong gradient that somebody else wrote, as a report in a public repository tells it.</summary>
/// <param name="Mutant">The same slip in one of the derivations here; its names were decided before it was graded.</param>
/// <param name="Report">Owner, repository and number of the report.</param>
internal sealed record ReportedMutant(Mutant Mutant, string Report)
{
    /// <summary>Every one, in the order in which they were written down.</summary>
    public static IReadOnlyList<ReportedMutant> All { get; } = [.. ReportedLosses.All(), .. ReportedLayers.All()];

    /// <summary>Where the report can be read.</summary>
    public string Address => $"https://github.com/{Report.Replace("#", "/issues/", StringComparison.Ordinal)}";
}
