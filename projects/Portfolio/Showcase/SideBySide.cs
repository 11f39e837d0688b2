using System.Collections.Concurrent;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary>
/// The parts, each in a process of its own and as many at a time as there are processors: one that fails stops no other.
/// </summary>
internal sealed class SideBySide(string folder, CancellationToken cancellation)
{
    private const int MostAtATime = 6;

    private readonly Lock _gate = new();

    /// <summary>Runs them, and tells of each as it ends.</summary>
    /// <param name="parts">What is run.</param>
    /// <param name="argsOf">What is typed behind the verb.</param>
    /// <param name="ended">Sees the outcome of each, one at a time.</param>
    public IReadOnlyList<PartOutcome> Run(
        IReadOnlyList<PortfolioPart> parts, Func<PortfolioPart, IReadOnlyList<string>> argsOf, Action<PartOutcome> ended)
    {
        ParallelOptions atATime = new()
        {
            MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, MostAtATime),
            CancellationToken = cancellation,
        };
        var outcomes = new PartOutcome[parts.Count];
        IEnumerable<int> longestFirst = Enumerable.Range(0, parts.Count).OrderByDescending(place => parts[place].Length);
        // One at a time is handed out, so that whoever is done takes the next.
        Parallel.ForEach(Partitioner.Create(longestFirst, EnumerablePartitionerOptions.NoBuffering), atATime, place =>
        {
            PortfolioPart part = parts[place];
            (int exitCode, string errors) =
                OwnProgram.Run([part.Verb, .. argsOf(part), "--quiet", "--out", FolderOf(part)], cancellation);
            outcomes[place] = new(part, Last(part), exitCode == 0 ? null
                : errors.Length > 0 ? errors : $"it ended with exit code {exitCode}");
            lock (_gate)
                ended(outcomes[place]);
        });
        return outcomes;
    }

    /// <summary>The last completed run of a part; null where there is none.</summary>
    public FinishedRun? Last(PortfolioPart part) => FinishedRuns.In(FolderOf(part)).Runs is [{ } last, ..] ? last : null;

    private string FolderOf(PortfolioPart part) => Path.Combine(folder, "runs", part.Verb);
}
