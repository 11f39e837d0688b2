using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.History;

/// <summary>How runs came about, command by command, each in the order of time.</summary>
/// <param name="Steps">Those of one command stand together, by the time of the first.</param>
/// <param name="PassedOver">Folders that tell nothing, each with the sentence why.</param>
internal sealed record RunHistory(IReadOnlyList<HistoryStep> Steps, IReadOnlyList<string> PassedOver)
{
    /// <exception cref="UserMistakeException">There is no run at all.</exception>
    public static RunHistory Below(string home)
    {
        (List<PastRun> runs, List<string> passedOver) = ([], []);
        foreach (string folder in RunFolders.Below(home).Where(RunFolders.IsNamedByTime))
        {
            try
            {
                runs.Add(PastRun.Open(folder));
            }
            catch (UserMistakeException mistake)
            {
                passedOver.Add(mistake.Message);
            }
        }

        if (runs.Count == 0)
        {
            throw new UserMistakeException(passedOver is [var first, ..]
                ? $"There is no run below {Quoted.Path(home)} that tells anything. One folder: {first}"
                : $"There is no run below {Quoted.Path(home)}: start one, such as logistic, or name the folder of runs with --runs DIR.");
        }

        return new(
            [
                .. runs.OrderBy(run => run.StartedAt).ThenBy(run => run.Name, StringComparer.Ordinal)
                    .GroupBy(run => run.Verb).SelectMany(StepsOf),
            ],
            passedOver);
    }

    private static IEnumerable<HistoryStep> StepsOf(IEnumerable<PastRun> runs)
    {
        PastRun[] all = [.. runs];
        for (int i = 0; i < all.Length; i++)
        {
            PastRun run = all[i];
            yield return Before(run, all[..i]) is { } before
                ? new(run, before, RunChange.Between(before, run), Effect.Of(before, run), IsTakenBack(before, all[(i + 1)..]))
                : new(run, null, [], null, false);
        }
    }

    // The latest that was split alike, so that both judged the same rows; where there is none, the latest.
    private static PastRun? Before(PastRun run, PastRun[] earlier) =>
        earlier.LastOrDefault(one => one.IsCompleted && one.Seed == run.Seed && one.Data?.Sha256 == run.Data?.Sha256)
        ?? earlier.LastOrDefault(one => one.IsCompleted);

    private static bool IsTakenBack(PastRun before, IEnumerable<PastRun> later) =>
        later.FirstOrDefault(run => run.IsCompleted) is { } next
        && !RunChange.Between(before, next).Any(change => change.Kind == ChangeKind.Option);
}
