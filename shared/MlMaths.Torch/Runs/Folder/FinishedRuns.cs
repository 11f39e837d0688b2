namespace MlMaths.Torch.Runs;

/// <summary>The completed runs of a folder, latest first. Whatever else lies there is passed over: it may be anybody's.</summary>
/// <param name="Runs">By the time of their start, the latest first.</param>
/// <param name="PassedOver">Folders named like a run that hold no completed one of this version: for each, the sentence why.</param>
public sealed record FinishedRuns(IReadOnlyList<FinishedRun> Runs, IReadOnlyList<string> PassedOver)
{
    /// <summary>Those whose folders stand in a folder; none where there is no such folder.</summary>
    public static FinishedRuns In(string folder) => Of(RunFolders.In(folder), FinishedRun.Open);

    /// <summary>Those in <c>runs/</c>, and those that <c>portfolio</c> made, in <c>runs/portfolio/runs/VERB/</c>.</summary>
    /// <param name="home">Path of <c>runs/</c>; or the folder that <c>portfolio</c> wrote, or the <c>runs/</c> in that.</param>
    public static FinishedRuns Below(string home) => Of(RunFolders.Below(home), FinishedRun.Open);

    /// <summary>The same, of folders that may have been published without some of their files.</summary>
    /// <param name="home">As for those that were not.</param>
    public static FinishedRuns PublishedBelow(string home) => Of(RunFolders.Below(home), FinishedRun.OpenPublished);

    private static FinishedRuns Of(IEnumerable<string> folders, Func<string, FinishedRun> open)
    {
        List<FinishedRun> runs = [];
        List<string> passedOver = [];
        // The time of the start is in a folder's name, to the second: among equals the later name is the later run.
        foreach (string folder in folders.OrderByDescending(Path.GetFileName, StringComparer.Ordinal))
        {
            try
            {
                runs.Add(open(folder));
            }
            catch (UserMistakeException mistake)
            {
                if (RunFolders.IsNamedByTime(folder)) passedOver.Add(mistake.Message);
            }
        }

        return new([.. runs.OrderByDescending(run => run.StartedAt)], passedOver);
    }
}
