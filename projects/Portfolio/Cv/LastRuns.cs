using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>The runs that are asked about: those that were named, or the last completed one of each project.</summary>
/// <param name="Runs">In the order of the projects, or as they were named.</param>
/// <param name="PassedOver">Folders that hold no completed run of this version, each with the sentence why.</param>
internal sealed record LastRuns(IReadOnlyList<FinishedRun> Runs, IReadOnlyList<string> PassedOver)
{
    /// <exception cref="UserMistakeException">One that was named is no completed run, or there is none at all.</exception>
    public static LastRuns Of(IReadOnlyList<string> named, string home) =>
        named.Count > 0 ? new([.. named.Select(FinishedRun.Open)], []) : Below(home);

    // runs/20260102-…, and runs/portfolio/runs/logistic/20260102-…: names of folders begin with the time of the start.
    private static LastRuns Below(string home)
    {
        Dictionary<string, FinishedRun> last = [];
        List<string> passedOver = [];
        string portfolio = Path.Combine(home, "portfolio", "runs");
        IEnumerable<string> folders = [.. Folders(home), .. Folders(portfolio).SelectMany(Folders)];
        foreach (string folder in folders.Where(IsRun).OrderDescending(Comparer<string>.Create((one, other) =>
            string.CompareOrdinal(Path.GetFileName(one), Path.GetFileName(other)))))
        {
            try
            {
                var run = FinishedRun.Open(folder);
                last.TryAdd(run.Verb, run);
            }
            catch (UserMistakeException mistake)
            {
                passedOver.Add(mistake.Message);
            }
        }

        if (last.Count == 0)
        {
            throw new UserMistakeException(passedOver is [var first, ..]
                ? $"There is no completed run below {Quoted.Path(home)}. The newest folder: {first}"
                : $"There is no run below {Quoted.Path(home)}: start one, such as logistic, or name the folder of one.");
        }

        return new([.. last.Values.OrderBy(run => Place(run.Verb)).ThenBy(run => run.Verb, StringComparer.Ordinal)], passedOver);
    }

    private static int Place(string verb) => CvStories.Verbs.TakeWhile(one => one != verb).Count();

    private static bool IsRun(string folder) => char.IsAsciiDigit(Path.GetFileName(folder)[0]);

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [];
}
