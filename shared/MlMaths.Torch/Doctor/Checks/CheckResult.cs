namespace MlMaths.Torch.Doctor;

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>What was looked for is not there.</summary>
    Passed,

    /// <summary>It is there.</summary>
    Failed,

    /// <summary>There was nothing to look at, for a reason that is given.</summary>
    NotRun,

    /// <summary>It was looked at, and what was measured says neither yes nor no.</summary>
    Undecided,
}

/// <summary>Where a fault lies. What comes earlier may explain what comes later.</summary>
public enum FaultStage
{
    /// <summary>Features, and which rows come when.</summary>
    Data,

    /// <summary>Which label belongs to which row.</summary>
    Labels,

    /// <summary>The loss, and what the net hands to it.</summary>
    LossAndOutput,

    /// <summary>The weights before the first step.</summary>
    Initialisation,

    /// <summary>Learning rate and update rule.</summary>
    RateAndRule,

    /// <summary>What a net of this form can express.</summary>
    Capacity,

    /// <summary>What holds the weights back: penalties, dropout, stopping early.</summary>
    Regularisation,

    /// <summary>How many steps there are.</summary>
    Length,
}

/// <summary>What a check that failed points at.</summary>
/// <param name="Id">Its name for programs: <c>targets_broadcast</c>.</param>
/// <param name="Stage">Where it lies.</param>
/// <param name="Fix">What to change, an imperative clause.</param>
public sealed record Fault(string Id, FaultStage Stage, string Fix)
{
    /// <summary>True where it may be the consequence of any fault of an earlier stage.</summary>
    public bool IsSymptom { get; init; }

    /// <summary>True where validation rows took part in the training: then the validation loss cannot judge it.</summary>
    public bool IsLeak { get; init; }

    /// <summary>Fields with which it was seen to be gone; empty where nothing was tried.</summary>
    internal IReadOnlyList<SpecChange> Tried { get; init; } = [];

    /// <summary>True where what is wrong is how rows are judged, and not what is learnt: then no loss on them can judge it.</summary>
    internal bool IsOfJudging { get; init; }

    /// <summary>Where several fields together are to blame, the fault of each; empty for one fault.</summary>
    internal IReadOnlyList<Fault> Parts { get; init; } = [];

    /// <summary>The faults that it consists of: itself, or its parts.</summary>
    internal IEnumerable<Fault> Each => Parts.Count > 0 ? Parts : [this];
}

/// <summary>The answer of one check before the first step.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Asks">What is asked, in a few words.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Why">What was measured, or why nothing was, in a sentence.</param>
/// <param name="Fault">What it points at; null unless it failed.</param>
public sealed record CheckResult(string Id, string Asks, CheckOutcome Outcome, string Why, Fault? Fault = null);

/// <summary>A check, before its answer.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Asks">What is asked, in a few words.</param>
internal sealed record Check(string Id, string Asks)
{
    public CheckResult Passed(string why) => new(Id, Asks, CheckOutcome.Passed, why);

    public CheckResult NotRun(string because) => new(Id, Asks, CheckOutcome.NotRun, because);

    public CheckResult Undecided(string why) => new(Id, Asks, CheckOutcome.Undecided, why);

    public CheckResult Failed(string why, Fault fault) => new(Id, Asks, CheckOutcome.Failed, why, fault);
}
