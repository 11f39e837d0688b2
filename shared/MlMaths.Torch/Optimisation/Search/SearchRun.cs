namespace MlMaths.Torch.Optimisation;

/// <summary>Candidates on their way up the rungs: what random search (one rung) and successive halving have in common.</summary>
internal sealed class SearchRun(
    SearchSpace space, int seed, IReadOnlyList<SearchRung> rungs, Func<Candidate, int, byte[]?, SearchStep> train)
{
    public SearchResult Run(int budgetEpochs, int? sideBySide, CancellationToken cancellation)
    {
        Climber[] all = [.. Enumerable.Range(0, rungs[0].Candidates).Select(index => new Climber(space.Draw(seed, index)))];
        Climber[] climbing = all;
        foreach (SearchRung rung in rungs)
        {
            climbing = Next(climbing, rung.Candidates);
            Climber[] now = climbing;
            ParallelTrials.Run(now.Length, sideBySide, i => now[i].Climb(train, rung.Epochs), cancellation);
        }

        return new SearchResult(space, rungs, [.. all.Select(one => one.Trial(rungs.Count))], budgetEpochs);
    }

    /// <summary>The best of those that can go on, of equals the first drawn; the others let go of their checkpoints.</summary>
    private static Climber[] Next(Climber[] climbing, int count)
    {
        Climber[] next = [.. climbing.Where(one => !one.Diverged)
            .OrderBy(one => one.Loss)
            .ThenBy(one => one.Candidate.Index).Take(count).OrderBy(one => one.Candidate.Index)];
        foreach (Climber dropped in climbing.Except(next))
            dropped.Checkpoint = null;
        return next;
    }

    private sealed class Climber(Candidate candidate)
    {
        private readonly List<double?> _losses = [];
        private int _epochs;

        public Candidate Candidate => candidate;

        public byte[]? Checkpoint { get; set; }

        public double? Loss => _losses.Count > 0 ? _losses[^1] : 0;

        public bool Diverged => Loss is null;

        public void Climb(Func<Candidate, int, byte[]?, SearchStep> train, int epochs)
        {
            SearchStep step = train(candidate, epochs, Checkpoint);
            bool finite = step.ValidationLoss is { } loss && double.IsFinite(loss);
            _losses.Add(finite ? step.ValidationLoss : null);
            (_epochs, Checkpoint) = (epochs, finite ? step.Checkpoint : null);
        }

        public SearchTrial Trial(int rungs) => new(
            candidate, _epochs, _losses, Diverged ? SearchEnd.Diverged : _losses.Count == rungs ? SearchEnd.Finished : SearchEnd.Dropped);
    }
}
