namespace MlMaths.Torch.Doctor;

/// <summary>What is likely to be wrong, and what to change.</summary>
/// <param name="Fault">What a check points at.</param>
/// <param name="Rank">1 for the first to look at.</param>
/// <param name="Evidence">What was measured.</param>
public sealed record Cause(Fault Fault, int Rank, string Evidence)
{
    /// <summary>Its name for programs.</summary>
    public string Id => Fault.Id;

    /// <summary>The check that found it, by its name.</summary>
    public string Check { get; init; } = "";

    /// <summary>What to change, an imperative clause.</summary>
    public string Fix => Fault.Fix;
}

/// <summary>
/// The verdict of the checks before the first step. What lies upstream comes first (data, labels, loss and output, initialisation, rate
/// and rule, capacity), and a symptom below something else that may explain it is no cause of its own.
/// </summary>
/// <param name="Causes">At most three, the first to look at first.</param>
/// <param name="Counts">How many checks failed, are undecided and were not run, in a sentence.</param>
public sealed record StartDiagnosis(IReadOnlyList<Cause> Causes, string Counts)
{
    private const int MostCauses = 3;
    private const string WithChange = "With the causes above changed: ";

    /// <summary>True where no check failed.</summary>
    public bool IsHealthy => Causes.Count == 0;

    /// <summary>Reads the checks.</summary>
    public static StartDiagnosis Of(IReadOnlyList<CheckResult> checks)
    {
        CheckResult[] failed = [.. checks.Where(check => check.Fault is not null).OrderBy(check => check.Fault!.Stage)];
        IEnumerable<CheckResult> roots = failed
            .Where(check => !check.Fault!.IsSymptom || !failed.Any(other => other != check && Explains(other.Fault!, check.Fault)));
        return new([.. CausesOf(roots).Take(MostCauses)], CountsOf(checks));
    }

    /// <summary>The causes behind checks that failed: one for each fault, or for each part of it.</summary>
    internal static IEnumerable<Cause> CausesOf(IEnumerable<CheckResult> failed) => failed
        .SelectMany(check => check.Fault!.Each.Select(fault => (Fault: fault, Check: check))).DistinctBy(one => one.Fault.Id)
        .Select((one, place) => new Cause(one.Fault, place + 1, one.Check.Why) { Check = one.Check.Id });

    /// <summary>How many checks failed, are undecided and were not run, in a sentence.</summary>
    internal static string CountsOf(IReadOnlyList<CheckResult> checks, string when = "before the first step")
    {
        int failed = checks.Count(check => check.Outcome == CheckOutcome.Failed);
        string failures = failed == 0 ? "none failed" : $"{failed} failed";
        string others = Others(checks, CheckOutcome.Undecided, "undecided") + Others(checks, CheckOutcome.NotRun, "not run");
        return $"Of {Counted.Of(checks.Count, "check")} {when} {failures}{others}.";
    }

    /// <summary>This diagnosis, and behind it what another one has besides, which was found with the causes of this one changed.</summary>
    internal StartDiagnosis And(StartDiagnosis other) => this with
    {
        Causes =
        [
            .. Causes.Concat(other.Causes.Select(OfChanged)).DistinctBy(cause => cause.Id).Take(MostCauses)
                .Select((cause, place) => cause with { Rank = place + 1 }),
        ],
    };

    internal static Cause OfChanged(Cause cause) => cause.Evidence.StartsWith(WithChange, StringComparison.Ordinal)
        ? cause
        : cause with { Evidence = $"{WithChange}{cause.Evidence}" };

    private static string Others(IReadOnlyList<CheckResult> checks, CheckOutcome outcome, string words) =>
        checks.Count(check => check.Outcome == outcome) is > 0 and var count ? $", {count} {words}" : "";

    // Two symptoms of the same stage do not explain each other: both are listed.
    private static bool Explains(Fault upstream, Fault symptom) =>
        upstream.Stage < symptom.Stage || (upstream.Stage == symptom.Stage && !upstream.IsSymptom);
}
