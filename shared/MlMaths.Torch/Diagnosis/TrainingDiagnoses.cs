namespace MlMaths.Torch.Diagnosis;

/// <summary>Every diagnosis that a training's record allows.</summary>
public static class TrainingDiagnoses
{
    // Causes before their consequences: what ends a training, what keeps layers from learning, what was not learnt, what was
    // learnt too well. Who mends the first may find the others gone.
    private static readonly Func<TrainingFacts, Finding?>[] BySeverity =
        [ExplodingGradients.Of, DeadUnits.Of, VanishingGradients.Of, Underfitting.Of, Overfitting.Of];

    /// <summary>The faults that are there, the gravest first, then those that were looked for and not found.</summary>
    public static IReadOnlyList<Finding> Of(TrainingFacts facts) =>
        [.. BySeverity.Select(diagnose => diagnose(facts)).OfType<Finding>().OrderByDescending(finding => finding.Present)];
}
