using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// Training and test rows by chance alone, for methods that never look at the target: a split that keeps the share of every
/// label would have looked.
/// </summary>
public static class RandomSplit
{
    /// <summary>At least one row on either side; no validation rows.</summary>
    /// <param name="dataset">The rows, at least two.</param>
    /// <param name="seed">Decides who is where.</param>
    /// <param name="test">Share of the rows that are kept apart, above 0 and below 1.</param>
    public static DataSplit Of(Dataset dataset, int seed, double test = 0.25)
    {
        if (test is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(test), test, "The share of test rows is above 0 and below 1.");
        if (dataset.Rows < 2)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(dataset.Name)} has {Counted.Rows(dataset.Rows)}: "
                + $"holding some out needs at least two; add rows.");
        }
        var cases = WholeCases.Of(dataset);
        int[] order = [.. Shuffle.Order(cases.First.Length, seed, DrawnFor.Split).Select(place => cases.First[place])];
        int kept = Math.Clamp((int)Math.Round(test * order.Length), 1, order.Length - 1);
        return DataSplit.Of(dataset, cases.RowsOf(order[kept..]), [], cases.RowsOf(order[..kept]));
    }
}
