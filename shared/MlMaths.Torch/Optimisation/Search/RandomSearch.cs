namespace MlMaths.Torch.Optimisation;

/// <summary>Candidates drawn by chance, each trained to the end (J. Bergstra and Y. Bengio, 2012, JMLR 13:281–305).</summary>
public static class RandomSearch
{
    /// <summary>Tries as many candidates as the budget pays for.</summary>
    /// <param name="space">Where to look.</param>
    /// <param name="seed">Decides the candidates.</param>
    /// <param name="budgetEpochs">Epochs of all trials together, at most.</param>
    /// <param name="epochs">Epochs of a trial.</param>
    /// <param name="train">Trains a candidate for so many epochs; the checkpoint it is given is always null.</param>
    /// <param name="sideBySide">Trials at once; by default one per core. 1 is one after another, with the same numbers.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="UserMistakeException">The budget does not pay for one trial.</exception>
    public static SearchResult Run(
        SearchSpace space, int seed, int budgetEpochs, int epochs, Func<Candidate, int, byte[]?, SearchStep> train,
        int? sideBySide = null, CancellationToken cancellation = default)
    {
        if (epochs < 1 || budgetEpochs < epochs)
        {
            throw new UserMistakeException(
                $"The search had a budget of {budgetEpochs} epochs, and a trial takes {epochs}: "
                + $"both must be above 0, and the budget must cover at least one trial.");
        }
        return new SearchRun(space, seed, [new SearchRung(budgetEpochs / epochs, epochs)], train)
            .Run(budgetEpochs, sideBySide, cancellation);
    }
}
