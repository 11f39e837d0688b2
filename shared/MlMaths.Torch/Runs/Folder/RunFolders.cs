namespace MlMaths.Torch.Runs;

/// <summary>Folders that may hold a run, wherever runs are kept.</summary>
public static class RunFolders
{
    private const string Sample = "sample";

    /// <summary>The folders in a folder, but for the sample; none where there is no such folder.</summary>
    public static IEnumerable<string> In(string folder)
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

    /// <summary>
    /// Those in a folder of runs, and those by command: in <c>VERB/</c> below it, below its <c>runs/</c>, which is where
    /// <c>portfolio --out DIR</c> puts them, and below its <c>portfolio/runs/</c>; each once. Those by command are named by the time.
    /// </summary>
    public static IEnumerable<string> Below(string home) => new[]
    {
        In(home),
        ((string[])[home, Path.Combine(home, "runs"), Path.Combine(home, "portfolio", "runs")])
            .SelectMany(In).Where(folder => !IsNamedByTime(folder)).SelectMany(In).Where(IsNamedByTime),
        In(Path.Combine(home, "runs")).Where(IsNamedByTime),
    }.SelectMany(folders => folders).Distinct();

    /// <summary>Whether a folder is named as runs are: <c>20260102-030405-logistic-regression-7</c>.</summary>
    public static bool IsNamedByTime(string folder) => Path.GetFileName(folder) is [>= '0' and <= '9', ..];
}
