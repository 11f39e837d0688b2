using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>
/// Every graded mistake, by what was done (rows) and what the tutor named first (columns). On the diagonal stand those that the shares
/// of the page count as found, and nothing else: a mistake that was named first, and one without a name that got none.
/// </summary>
/// <param name="Classes">The kinds that were missed at least once; all other kinds as one; and last what has no name.</param>
/// <param name="Counts">One row and one column for each of the classes.</param>
/// <param name="OtherKinds">How many kinds the one before the last stands for: each of their mistakes was named first.</param>
internal sealed record TutorConfusion(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<long>> Counts, int OtherKinds)
{
    /// <summary>All mistakes that were graded.</summary>
    public long Total => Counts.Sum(row => row.Sum());

    /// <summary>Those off the diagonal.</summary>
    public long Confused => Total - Enumerable.Range(0, Counts.Count).Sum(k => Counts[k][k]);

    /// <param name="trials">Gradients with one mistake each.</param>
    /// <param name="unknown">Wrong in ways without a name.</param>
    public static TutorConfusion Of(IReadOnlyList<TutorTrial> trials, IReadOnlyList<TutorTrial> unknown)
    {
        Mistake[] kinds = Enum.GetValues<Mistake>(),
            missed = [.. trials.Where(trial => !trial.IsFirst).Select(Done).Distinct().Order()];
        int others = missed.Length, none = others + 1;
        long[][] counts = [.. Enumerable.Range(0, none + 1).Select(_ => new long[none + 1])];
        foreach (TutorTrial trial in trials)
        {
            int done = Place(Done(trial));
            counts[done][trial.IsFirst ? done : Named(trial)]++;
        }
        foreach (TutorTrial trial in unknown) counts[none][trial.IsAdmittedUnknown ? none : Named(trial)]++;
        return new TutorConfusion(
            [.. missed.Select(MistakeWords.InATable), "other kinds", "no name"], counts, kinds.Length - missed.Length);

        int Place(Mistake kind) => Array.IndexOf(missed, kind) is int place and >= 0 ? place : others;

        // Two names at once are an answer of another kind.
        int Named(TutorTrial trial) => trial.Called is not { Count: > 0 } called ? none
            : called.Distinct().ToArray() is [Mistake only] ? Place(only)
            : others;
    }

    // Where several names fit what was done, the first is its kind.
    private static Mistake Done(TutorTrial trial) => trial.Mutant.Truth[0][0];
}
