namespace MlMaths.Torch.Data;

/// <summary>From the number of the fold that holds each row out, the folds themselves.</summary>
internal static class FoldNumbers
{
    public static Fold[] ToFolds(Dataset dataset, int[] foldOf, int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => new Fold(
            number,
            new(dataset, RowsWhere(foldOf, fold => fold != number)),
            new(dataset, "validation", RowsWhere(foldOf, fold => fold == number)))),
    ];

    public static void Check(int count)
    {
        if (count < 2)
            throw new UserMistakeException($"Cross-validation was asked for {count} folds: it needs at least 2.");
    }

    private static int[] RowsWhere(int[] foldOf, Func<int, bool> belongs) =>
        [.. Enumerable.Range(0, foldOf.Length).Where(row => belongs(foldOf[row]))];
}
