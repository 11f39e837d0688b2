namespace MlMaths.Torch.Doctor;

/// <summary>
/// Every check before the first step, and what follows from them. Whether a symptom is explained by what lies upstream is asked of a
/// second examination, with the causes changed: a check that fails there, too, has a cause of its own, which is listed beside the first.
/// </summary>
/// <param name="Checks">Of the training as it is.</param>
/// <param name="Diagnosis">The likely causes.</param>
public sealed record StartExamination(IReadOnlyList<CheckResult> Checks, StartDiagnosis Diagnosis)
{
    /// <summary>Examines a training.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="cancellation">Ends it between two checks, and within the longest.</param>
    /// <exception cref="UserMistakeException">The rows cannot be used once a cause is changed.</exception>
    public static StartExamination Of(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation)
    {
        IReadOnlyList<CheckResult> checks = StartChecks.Run(spec, data, seed, cancellation);
        var diagnosis = StartDiagnosis.Of(checks);
        IReadOnlyList<SpecChange>[] repairs = [.. diagnosis.Causes.Select(cause => Repair.Of(cause.Fault, spec))];
        // Checks that nothing was heard of: those below a cause, and all others where outputs and targets do not even go together.
        string[] unexplained = [.. checks.Where(check => check.Fault is { } fault && diagnosis.Causes.All(cause => cause.Id != fault.Id))
            .Select(check => check.Id)];
        bool wasCutShort = checks.Count < StartChecks.Count;
        if (diagnosis.IsHealthy || (unexplained.Length == 0 && !wasCutShort) || repairs.Any(changes => changes.Count == 0))
            return new(checks, diagnosis);
        TrainingSpec changed = spec.With(repairs.SelectMany(changes => changes));
        using var again = SpecData.Prepare(changed, seed);
        CheckResult[] stillFailed = [.. StartChecks.Run(changed, again, seed, cancellation)
            .Where(check => check.Outcome == CheckOutcome.Failed && (wasCutShort || unexplained.Contains(check.Id)))
            .Select(check => check with { Why = $"With that changed: {check.Why}" })];
        return new(checks, diagnosis.And(StartDiagnosis.Of(stillFailed)));
    }
}
