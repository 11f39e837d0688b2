using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// The best of several nets, judged by rows that had no say in the choice: rows are dealt into two halves, and the best net of each half
/// judges the other.
///
/// <code>
/// c(A) = argmin over c of the mean loss of c on half A        lossᵢ = loss of c(A) on row i, for i in half B, and the other way round
/// </code>
///
/// Were the least of many noisy means taken as it is, the best would be better than any of them, and everything else worse than it.
/// </summary>
internal static class HalfChoice
{
    /// <summary>Row by row, the loss of the net that the other half chose.</summary>
    /// <param name="candidates">For each net, the loss of each row.</param>
    /// <param name="seed">Deals the halves.</param>
    public static double[] Of(IReadOnlyList<double[]> candidates, int seed)
    {
        int rows = candidates[0].Length;
        int[] order = Shuffle.Order(rows, seed, DrawnFor.Checks);
        double[] chosen = new double[rows];
        int[] first = order[..(rows / 2)], second = order[(rows / 2)..];
        foreach ((int[] choosing, int[] judged) in new[] { (first, second), (second, first) })
        {
            double[] best = candidates.MinBy(losses => CourseLook.MeanOf([.. choosing.Select(row => losses[row])]))!;
            foreach (int row in judged)
                chosen[row] = best[row];
        }

        return chosen;
    }
}
