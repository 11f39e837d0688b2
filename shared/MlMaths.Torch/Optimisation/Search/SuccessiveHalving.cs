namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Many candidates begin with few epochs; the best 1/η of them go on to η times as many, and so on.
///
/// <code>
/// rung k:  n_k = ⌊n / ηᵏ⌋ candidates trained up to r_k = r ηᵏ epochs        k = 0 … s,  r ηˢ ≤ R
/// cost   = Σ_k n_k (r_k − r_(k−1))                                          a trial goes on from its checkpoint
/// </code>
///
/// n is the largest whose cost stays within the budget. What begins slowly and ends well is lost: that is the bet.
/// K. Jamieson and A. Talwalkar, 2016, AISTATS; L. Li and others, 2017 (Hyperband, JMLR 18:185).
/// </summary>
public static class SuccessiveHalving
{
    /// <summary>Searches within the budget.</summary>
    /// <param name="space">Where to look.</param>
    /// <param name="seed">Decides the candidates.</param>
    /// <param name="budgetEpochs">Epochs of all trials together, at most.</param>
    /// <param name="firstEpochs">r: epochs of every candidate.</param>
    /// <param name="maxEpochs">R: epochs of the last ones, at most.</param>
    /// <param name="train">
    /// Trains a candidate up to so many epochs in total, going on from a checkpoint of an earlier rung; null begins. A rate that
    /// follows a schedule over all epochs sees another end on every rung: constant rates go on as if nothing had happened.
    /// </param>
    /// <param name="η">One in η goes on; from 2.</param>
    /// <param name="sideBySide">Trials at once; by default one per core. 1 is one after another, with the same numbers.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="UserMistakeException">The budget does not pay for one candidate on the last rung.</exception>
    public static SearchResult Run(
        SearchSpace space, int seed, int budgetEpochs, int firstEpochs, int maxEpochs, Func<Candidate, int, byte[]?, SearchStep> train,
        int η = 3, int? sideBySide = null, CancellationToken cancellation = default) =>
        new SearchRun(space, seed, Plan(budgetEpochs, firstEpochs, maxEpochs, η), train).Run(budgetEpochs, sideBySide, cancellation);

    /// <summary>The rungs that the budget pays for.</summary>
    public static IReadOnlyList<SearchRung> Plan(int budgetEpochs, int firstEpochs, int maxEpochs, int η = 3)
    {
        if (firstEpochs < 1 || maxEpochs < firstEpochs || η < 2)
        {
            throw new UserMistakeException(
                $"The halving went from {firstEpochs} to {maxEpochs} epochs with one in {η} continuing: "
                + $"it must begin at 1 or more, end no lower, and keep one in 2 or more.");
        }
        List<int> epochs = [];
        long fewest = 1, most = maxEpochs;
        for (long total = firstEpochs; total <= most; total *= η)
        {
            fewest *= total > firstEpochs ? η : 1;
            epochs.Add((int)total);
        }

        if (Cost(fewest, epochs, η) > budgetEpochs)
        {
            throw new UserMistakeException(
                $"The search had a budget of {budgetEpochs} epochs, and {epochs.Count} rungs from {firstEpochs} to "
                + $"{epochs[^1]} epochs take at least {Cost(fewest, epochs, η)}: "
                + "raise the budget, or use fewer epochs for the last rung.");
        }

        long low = fewest, high = (long)budgetEpochs + 1; // what is within the budget, and what is not
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = Cost(middle, epochs, η) <= budgetEpochs ? (middle, high) : (low, middle);
        }

        return [.. epochs.Select((total, k) => new SearchRung((int)OnRung(low, k, η), total))];
    }

    private static long Cost(long candidates, List<int> epochs, int η) =>
        epochs.Select((total, k) => OnRung(candidates, k, η) * (total - (k == 0 ? 0 : epochs[k - 1]))).Sum();

    private static long OnRung(long candidates, int k, int η)
    {
        for (int i = 0; i < k; i++)
            candidates /= η;
        return candidates;
    }
}
