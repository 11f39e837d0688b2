namespace MlMaths.Torch.Simulations;

/// <summary>A detector of others, written again from its publication: what it raises on a training.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Raises">Names of its alarms; none where it says nothing.</param>
public sealed record PublishedRule(string Name, Func<WatchedRun, IEnumerable<string>> Raises);

/// <summary>The detectors that stand beside the doctor, and two that know nothing.</summary>
public static class PublishedRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublishedRule> All { get; } =
    [
        new("AutoTrainer", AutoTrainerRule.Raises),
        new("UMLAUT", UmlautRule.Raises),
        new("DeepDiagnosis", DeepDiagnosisRule.Raises),
        new("trainproof", TrainproofRule.Raises),
        new("always", _ => ["always"]),
        new("did the loss fall?", DidTheLossFall),
    ];

    private static IEnumerable<string> DidTheLossFall(WatchedRun run)
    {
        if (run.IsDiverged || run.TrainingLosses.Count == 0 || !(run.TrainingLosses[^1] < run.TrainingLosses[0])) yield return "no fall";
    }
}
