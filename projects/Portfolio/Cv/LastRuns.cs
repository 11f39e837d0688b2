using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>The runs that are asked about: those that were named, or the last completed one of each project.</summary>
/// <param name="Runs">In the order of the projects, or as they were named.</param>
/// <param name="PassedOver">Folders that hold no completed run of this version, each with the sentence why.</param>
internal sealed record LastRuns(IReadOnlyList<FinishedRun> Runs, IReadOnlyList<string> PassedOver)
{
    /// <summary>Whether they were named.</summary>
    public bool AreNamed { get; private init; }

    /// <summary>Those that were named, or the last completed one of each project.</summary>
    /// <exception cref="UserMistakeException">One that was named is no completed run, or there is none at all.</exception>
    public static LastRuns Of(IReadOnlyList<string> named, string home) =>
        named.Count > 0 ? new([.. named.Select(FinishedRun.Open)], []) : Last(home, FinishedRuns.Below(home));

    /// <summary>
    /// Those that were named, or all completed ones, the newest first; where it is no matter whether all files of a run were published.
    /// </summary>
    /// <exception cref="UserMistakeException">As above.</exception>
    public static LastRuns AllPublished(IReadOnlyList<string> named, string home)
    {
        if (named.Count > 0) return new([.. named.Select(FinishedRun.OpenPublished)], []) { AreNamed = true };
        FinishedRuns all = FinishedRuns.PublishedBelow(home);
        return all.Runs.Count == 0 ? throw None(all, home) : new(all.Runs, all.PassedOver);
    }

    private static LastRuns Last(string home, FinishedRuns all)
    {
        if (all.Runs.Count == 0) throw None(all, home);
        IEnumerable<FinishedRun> last = all.Runs.DistinctBy(run => run.Verb);
        return new([.. last.OrderBy(run => Place(run.Verb)).ThenBy(run => run.Verb, StringComparer.Ordinal)], all.PassedOver);
    }

    private static UserMistakeException None(FinishedRuns all, string home) => new(all.PassedOver is [var first, ..]
        ? $"There is no completed run below {Quoted.Path(home)}. The newest folder: {first}"
        : $"There is no run below {Quoted.Path(home)}: start one, such as logistic, or name the folder of one.");

    private static int Place(string verb) => CvStories.Verbs.TakeWhile(one => one != verb).Count();
}
