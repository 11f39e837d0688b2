using MlMaths.Torch.Portfolio.Cv.Stories;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>What the run of each project has to tell.</summary>
internal static class CvStories
{
    private static readonly (string Verb, Func<RunNumbers, IEnumerable<CvStory>> Tell)[] Tellers =
    [
        ("logistic", LogisticStories.Of),
        ("pca", PcaStories.Of),
        ("decision", DecisionStories.Of),
        ("net", NetStories.Of),
        ("calculus", CalculusStories.Of),
        ("evaluate", EvaluationStories.Of),
        ("regression", RegressionStories.Of),
        ("distributions", DistributionsStories.Of),
    ];

    /// <summary>The commands whose runs have stories, in the order of a CV.</summary>
    public static IReadOnlyList<string> Verbs { get; } = [.. Tellers.Select(one => one.Verb)];

    /// <summary>None where a run is of another command.</summary>
    public static IReadOnlyList<CvStory> Of(FinishedRun run)
    {
        RunNumbers numbers = new(run);
        return [.. Tellers.Where(one => one.Verb == run.Verb).SelectMany(one => one.Tell(numbers))];
    }
}
