namespace MlMaths.Torch.Optimisation;

/// <summary>
/// What a search tried and found. The best one's loss was chosen for being low: only rows that nobody chose by say how
/// good it is.
/// </summary>
/// <param name="Space">Where was looked.</param>
/// <param name="Rungs">How many candidates were to be on each rung, and for how many epochs in total.</param>
/// <param name="Trials">Every one, in the order in which they were drawn.</param>
/// <param name="BudgetEpochs">Epochs that might be spent.</param>
public sealed record SearchResult(SearchSpace Space, IReadOnlyList<SearchRung> Rungs, IReadOnlyList<SearchTrial> Trials, int BudgetEpochs)
{
    /// <summary>Epochs that were given to trials; one that diverged may have used fewer.</summary>
    public int EpochsSpent => Trials.Sum(trial => trial.Epochs);

    /// <summary>The least loss of those that got furthest; of equals the first drawn. Null where every one diverged.</summary>
    public SearchTrial? Best => Trials.Where(trial => trial.End != SearchEnd.Diverged)
        .OrderByDescending(trial => trial.Rung).ThenBy(trial => trial.Loss).ThenBy(trial => trial.Candidate.Index).FirstOrDefault();

    /// <summary>How much the loss follows each axis, after the first rung, where all candidates had as many epochs.</summary>
    public IReadOnlyList<SearchAxisReading> AxisReadings =>
        [.. Enumerable.Range(0, Space.Axes.Count).Select(axis => SearchAxisReading.Of(this, axis))];
}

/// <summary>One rung of a search.</summary>
/// <param name="Candidates">Trials on it, at most.</param>
/// <param name="Epochs">Epochs of a trial at its end, those of earlier rungs among them.</param>
public sealed record SearchRung(int Candidates, int Epochs);
