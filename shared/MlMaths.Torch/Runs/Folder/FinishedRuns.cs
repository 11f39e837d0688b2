namespace MlMaths.Torch.Runs;

/// <summary>The completed runs of a folder, latest first. Whatever else lies there is passed over: it may be anybody's.</summary>
/// <param name="Runs">By the time of their start, the latest first.</param>
/// <param name="PassedOver">Folders named like a run that hold no completed one of this version: for each, the sentence why.</param>
public sealed record FinishedRuns(IReadOnlyList<FinishedRun> Runs, IReadOnlyList<string> PassedOver)
{
    private const string Sample = "sample";

    /// <summary>Those whose folders stand in a folder; none where there is no such folder.</summary>
    public static FinishedRuns In(string folder) => Of(Folders(folder));

    /// <summary>Those in <c>runs/</c>, and those that <c>portfolio</c> made, in <c>runs/portfolio/runs/VERB/</c>.</summary>
    /// <param name="home">Path of <c>runs/</c>.</param>
    public static FinishedRuns Below(string home) =>
        Of([.. Folders(home), .. Folders(Path.Combine(home, "portfolio", "runs")).SelectMany(Folders)]);

    private static FinishedRuns Of(IEnumerable<string> folders)
    {
        List<FinishedRun> runs = [];
        List<string> passedOver = [];
        // The time of the start is in a folder's name, to the second: among equals the later name is the later run.
        foreach (string folder in folders.OrderByDescending(Path.GetFileName, StringComparer.Ordinal))
        {
            try
            {
                runs.Add(FinishedRun.Open(folder));
            }
            catch (UserMistakeException mistake)
            {
                if (IsNamedByTime(folder)) passedOver.Add(mistake.Message);
            }
        }

        return new([.. runs.OrderByDescending(run => run.StartedAt)], passedOver);
    }

    private static bool IsNamedByTime(string folder) => char.IsAsciiDigit(Path.GetFileName(folder)[0]);

    private static IEnumerable<string> Folders(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetDirectories(folder).Where(one => Path.GetFileName(one) != Sample) : [];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
