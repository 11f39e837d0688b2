namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary>A command whose run belongs in a portfolio.</summary>
/// <param name="Verb">What is typed.</param>
/// <param name="Figure">The picture of its page that says most by itself; where a run has none, its first one.</param>
/// <param name="TakesRows">Whether it looks at rows of a table, which may be the learner's own.</param>
internal sealed record PortfolioPart(string Verb, string Figure, bool TakesRows)
{
    /// <summary>
    /// Whether the first caution of its page is about what it found; project 4 and the calculus report begin with what they broke on
    /// purpose.
    /// </summary>
    public bool TellsCaution { get; init; } = true;

    /// <summary>Whether its page begins with a question, and answers in its first section: project 3 tells what to do there.</summary>
    public bool AnswersInFirstSection { get; init; }

    /// <summary>How long it takes, about, in times of the shortest: the longest begin first.</summary>
    public int Length { get; init; } = 1;

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PortfolioPart> All { get; } =
    [
        new("logistic", "threshold-scatter", true),
        new("pca", "cluster-map", true),
        new("decision", "policy-costs", true) { AnswersInFirstSection = true, Length = 3 },
        new("net", "final-losses", true) { TellsCaution = false, Length = 6 },
        new("calculus", "step-size", false) { TellsCaution = false, Length = 7 },
        new("evaluate", "luck-accuracy", true) { Length = 5 },
    ];
}
