using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// Cross-validation over and over, each time with the rows shuffled again: how much of a score was the luck of one shuffle.
/// It does not add rows, so that the scores of two repeats are anything but independent.
/// </summary>
public static class RepeatedFolds
{
    /// <summary>One list of folds for each repeat.</summary>
    /// <param name="repeats">How many times, at least 1.</param>
    /// <param name="seed">Decides the seed of each repeat.</param>
    /// <param name="draw">From a repeat's seed to its folds.</param>
    public static IReadOnlyList<IReadOnlyList<Fold>> Of(int repeats, int seed, Func<int, IReadOnlyList<Fold>> draw)
    {
        if (repeats < 1)
            throw new UserMistakeException($"Cross-validation was asked for {repeats} repeats: it needs at least 1.");
        // Seeds in a row would make the second repeat of one seed the first of the next.
        var seeds = new SplitMix64(seed, DrawnFor.Folds);
        List<IReadOnlyList<Fold>> all = [];
        for (int repeat = 0; repeat < repeats; repeat++)
            all.Add(draw(seeds.Below(int.MaxValue)));
        return all;
    }
}
