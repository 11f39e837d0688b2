namespace MlMaths.Torch.Portfolio.History;

/// <summary>One run after the run before it: what changed, and what that did. Every sentence follows from a rule.</summary>
/// <param name="Run">The later one.</param>
/// <param name="Before">A completed run of the same command before it, of the same rows if there is one; null for the first.</param>
/// <param name="Changes">Between the two.</param>
/// <param name="Effect">What they did; null for the first.</param>
/// <param name="IsTakenBack">Whether the next completed run has the options of <paramref name="Before"/> again.</param>
internal sealed record HistoryStep(
    PastRun Run, PastRun? Before, IReadOnlyList<RunChange> Changes, Effect? Effect, bool IsTakenBack)
{
    /// <summary>What it turned out to be.</summary>
    public Turn Turn => (Run.IsCompleted, Before, Effect) switch
    {
        (false, _, _) => Turn.Unfinished,
        (_, null, _) => Turn.First,
        _ => Effect!.Turn,
    };

    /// <summary>What changed, as a sentence.</summary>
    public string Changed => Before is null
        ? $"The first run of {Run.Verb}."
        : Changes.Count == 0
            ? $"Nothing changed since {Before.Name}: the same options, seed, rows and versions."
            : $"Since {Before.Name}: {string.Join("; ", Changes)}.";

    /// <summary>What that did, as a sentence; empty for the first run.</summary>
    public string Did => Turn switch
    {
        Turn.First => "",
        Turn.Unfinished => $"It did not end well ({Run.Status}), and has no numbers.",
        Turn.NotComparable => $"Not comparable with it: {Effect!.WhyNot}.",
        Turn.Same => $"{Rows} were scored exactly as before.",
        Turn.Better => $"{Effect!.Measure} became better: {Gain}.",
        Turn.Worse => $"{Effect!.Measure} became worse: {Gain}. {(IsTakenBack ? "The next run took it back." : "")}".TrimEnd(),
        _ => $"The rows leave open what that did to {Effect!.Measure}: {Gain}.",
    };

    /// <summary>The number that one looks at first.</summary>
    public string Headline => Run.Headline is { } found ? $"{found.Label}: {found}" : "";

    private string Rows => $"The {Counted.Of(Effect!.Rows, "test row")} that both judged";

    private string Gain => $"a gain of {Effect!.Said}, paired over {Counted.Of(Effect.Rows, "test row")}";
}

/// <summary>What a run turned out to be, seen from the one before it.</summary>
internal enum Turn
{
    /// <summary>There is none before it.</summary>
    First,

    /// <summary>The interval of the gain lies above zero.</summary>
    Better,

    /// <summary>It lies below zero.</summary>
    Worse,

    /// <summary>It includes zero.</summary>
    Open,

    /// <summary>Every score is the same.</summary>
    Same,

    /// <summary>The two runs did not judge the same rows.</summary>
    NotComparable,

    /// <summary>It was cancelled, or failed.</summary>
    Unfinished,
}
