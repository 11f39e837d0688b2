namespace MlMaths.Torch.Optimisation;

/// <summary>Where a candidate's training stands after it was trained up to some epoch.</summary>
/// <param name="ValidationLoss">What candidates are compared by; null or not finite where the training diverged.</param>
/// <param name="Checkpoint">What the training goes on from, as <see cref="Checkpoints"/> hands it out; null where it never goes on.</param>
public sealed record SearchStep(double? ValidationLoss, byte[]? Checkpoint);

/// <summary>Why a trial ended.</summary>
public enum SearchEnd
{
    /// <summary>It had all the epochs that a trial gets.</summary>
    Finished,

    /// <summary>Others were better after as many epochs.</summary>
    Dropped,

    /// <summary>Its loss left the finite numbers.</summary>
    Diverged,
}

/// <summary>One candidate and what came of it.</summary>
/// <param name="Candidate">What was tried.</param>
/// <param name="Epochs">Epochs that it was given in total.</param>
/// <param name="Losses">The validation loss after each rung that it was on; null where it diverged.</param>
/// <param name="End">Why it ended, on its last rung.</param>
public sealed record SearchTrial(Candidate Candidate, int Epochs, IReadOnlyList<double?> Losses, SearchEnd End)
{
    /// <summary>The last rung that it was on, from 0.</summary>
    public int Rung => Losses.Count - 1;

    /// <summary>The loss there; null where it diverged.</summary>
    public double? Loss => Losses[^1];

    /// <summary>How it ended, in words: <c>dropped at rung 1</c>.</summary>
    public string Ending => End switch
    {
        SearchEnd.Finished => "finished",
        SearchEnd.Dropped => $"dropped at rung {Rung}",
        SearchEnd.Diverged => $"diverged at rung {Rung}",
    };
}
