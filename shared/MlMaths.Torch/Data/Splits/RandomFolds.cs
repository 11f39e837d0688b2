using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>k parts by chance alone, as equal as whole rows allow: for targets that are numbers, and have no classes to keep.</summary>
public static class RandomFolds
{
    /// <summary>Each part is held out once.</summary>
    /// <param name="dataset">The rows, at least as many as folds.</param>
    /// <param name="count">k, at least 2.</param>
    /// <param name="seed">Decides who is where.</param>
    public static IReadOnlyList<Fold> Of(Dataset dataset, int count, int seed)
    {
        FoldNumbers.Check(count);
        if (dataset.Rows < count)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(dataset.Name)} has {Counted.Rows(dataset.Rows)}, "
                + $"and {count} folds need at least one each: ask for fewer folds, "
                + "or add rows.");
        }

        int[] foldOf = new int[dataset.Rows];
        var cases = WholeCases.Of(dataset);
        foreach ((int place, int one) in Shuffle.Order(cases.First.Length, seed, DrawnFor.Folds).Index())
            cases.Deal(cases.First[one], place % count, foldOf);

        return FoldNumbers.ToFolds(dataset, foldOf, count);
    }
}
