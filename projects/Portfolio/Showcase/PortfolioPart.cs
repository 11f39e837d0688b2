namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary>A command whose run belongs in a portfolio.</summary>
/// <param name="Verb">What is typed.</param>
/// <param name="Figure">The picture of its page that says most by itself; where a run has none, its first one.</param>
/// <param name="TakesRows">Whether it looks at rows of a table, which may be the learner's own.</param>
internal sealed record PortfolioPart(string Verb, string Figure, bool TakesRows)
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PortfolioPart> All { get; } =
    [
        new("logistic", "threshold-scatter", true),
        new("pca", "cluster-map", true),
        new("decision", "policy-costs", true),
        new("net", "final-losses", true),
        new("calculus", "step-size", false),
        new("evaluate", "luck-accuracy", true),
    ];
}
