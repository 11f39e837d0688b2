namespace MlMaths.Torch.Doctor;

/// <summary>What is likely to be wrong, and what to change.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Rank">1 for the first to look at.</param>
/// <param name="Stage">Where it lies.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="Fix">What to change, an imperative clause.</param>
public sealed record Cause(string Id, int Rank, FaultStage Stage, string Evidence, string Fix)
{
    /// <summary>What it was read from.</summary>
    public required Fault Fault { get; init; }
}

/// <summary>
/// The verdict of the checks before the first step. What lies upstream comes first (data, labels, loss and output, initialisation, rate
/// and rule), and a symptom that something upstream explains is no cause of its own.
/// </summary>
/// <param name="Causes">At most three, the first to look at first.</param>
/// <param name="Counts">How many checks passed, failed and could not run, in a sentence.</param>
public sealed record StartDiagnosis(IReadOnlyList<Cause> Causes, string Counts)
{
    private const int MostCauses = 3;

    /// <summary>True where no check failed.</summary>
    public bool IsHealthy => Causes.Count == 0;

    /// <summary>Reads the checks.</summary>
    public static StartDiagnosis Of(IReadOnlyList<CheckResult> checks)
    {
        CheckResult[] failed = [.. checks.Where(check => check.Fault is not null).OrderBy(check => check.Fault!.Stage)];
        CheckResult[] roots = [.. failed
            .Where(check => !check.Fault!.IsSymptom || !failed.Any(other => other != check && Explains(other.Fault!, check.Fault)))
            .DistinctBy(check => check.Fault!.Id)
            .Take(MostCauses)];
        int notRun = checks.Count(check => check.Outcome == CheckOutcome.NotRun);
        string others = notRun == 0 ? "" : $", {notRun} could not run";
        string counts = failed.Length == 0
            ? $"Of {Counted.Of(checks.Count, "check")} before the first step none failed{others}."
            : $"Of {Counted.Of(checks.Count, "check")} before the first step {failed.Length} failed{others}.";
        return new(
            [.. roots.Select((check, place) => new Cause(
                check.Fault!.Id, place + 1, check.Fault.Stage, check.Why, check.Fault.Fix) { Fault = check.Fault })],
            counts);
    }

    // Of two symptoms of the same stage the one that was asked first stands for both.
    private static bool Explains(Fault upstream, Fault symptom) =>
        upstream.Stage < symptom.Stage || (upstream.Stage == symptom.Stage && !upstream.IsSymptom);
}
