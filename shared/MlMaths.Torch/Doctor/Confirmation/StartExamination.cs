namespace MlMaths.Torch.Doctor;

/// <summary>
/// Every check before the first step, and what follows from them. Whether a symptom is explained by what lies upstream is asked of a
/// second examination, with the causes changed: a check that fails there, too, has a cause of its own, which is listed beside the first.
/// </summary>
/// <param name="Checks">Of the training as it is; where its loss cannot even be computed, those that follow are of the changed one.</param>
/// <param name="Diagnosis">The likely causes.</param>
public sealed record StartExamination(IReadOnlyList<CheckResult> Checks, StartDiagnosis Diagnosis)
{
    private const int MostExaminations = 4;

    /// <summary>Whether the loss of the training cannot be computed: then the checks behind the first are of the training with its causes
    /// changed.</summary>
    public bool WasCutShort { get; private init; }

    /// <summary>Checks that failed below a cause, which may explain them.</summary>
    private HashSet<string> Unexplained =>
    [
        .. Checks.Where(check => check.Fault is { } fault && !Diagnosis.Causes.Any(cause => fault.Each.Any(one => one.Id == cause.Id)))
            .Select(check => check.Id),
    ];

    /// <summary>Examines a training.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="data">Its rows.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="cancellation">Ends it between two checks, and within the longest.</param>
    public static StartExamination Of(TrainingSpec spec, SpecData data, int seed, CancellationToken cancellation) =>
        Of(spec, data, seed, MostExaminations, cancellation);

    private static StartExamination Of(TrainingSpec spec, SpecData data, int seed, int most, CancellationToken cancellation)
    {
        IReadOnlyList<CheckResult> checks = StartChecks.Run(spec, data, seed, cancellation);
        StartExamination first = new(checks, StartDiagnosis.Of(checks));
        bool wasCutShort = checks.Count < StartChecks.Count;
        if (first.Diagnosis.IsHealthy || most == 1 || (!wasCutShort && first.Unexplained.Count == 0)) return first;
        IReadOnlyList<SpecChange>[] repairs = [.. first.Diagnosis.Causes.Select(cause => Repair.Of(cause.Fault, spec))];
        if (repairs.Any(changes => changes.Count == 0)) return first;
        try
        {
            TrainingSpec changed = spec.With(repairs.SelectMany(changes => changes));
            using var again = SpecData.Prepare(changed, seed);
            return wasCutShort
                ? first.GoesOnWith(Of(changed, again, seed, most - 1, cancellation))
                : first.And(StartChecks.Run(changed, again, seed, cancellation));
        }
        catch (UserMistakeException mistake)
        {
            return first.Without(mistake);
        }
    }

    /// <summary>What still fails once the causes are changed is none of their consequences.</summary>
    private StartExamination And(IReadOnlyList<CheckResult> again)
    {
        HashSet<string> unexplained = Unexplained;
        return this with { Diagnosis = Diagnosis.And(StartDiagnosis.Of([.. again.Where(check => unexplained.Contains(check.Id))])) };
    }

    /// <summary>The checks that could not be made, of a training in which they can.</summary>
    private StartExamination GoesOnWith(StartExamination other)
    {
        CheckResult[] all =
            [.. Checks, .. other.Checks.Where(check => Checks.All(one => one.Id != check.Id) || check.Fault is not null)];
        return new(all, Diagnosis.And(other.Diagnosis) with { Counts = StartDiagnosis.CountsOf(all) }) { WasCutShort = true };
    }

    /// <summary>Why nothing more could be asked.</summary>
    private StartExamination Without(UserMistakeException mistake)
    {
        string why = $"What else may be wrong was not asked, as the changed training cannot be read: {mistake.Message}";
        Cause[] causes = [.. Diagnosis.Causes];
        causes[^1] = causes[^1] with { Evidence = $"{causes[^1].Evidence} {why}" };
        return this with { Diagnosis = Diagnosis with { Causes = causes } };
    }
}
