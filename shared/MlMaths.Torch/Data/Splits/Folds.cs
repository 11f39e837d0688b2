namespace MlMaths.Torch.Data;

/// <summary>One turn of cross-validation: everything but one fold trains, that fold is held out.</summary>
/// <param name="Number">0-based.</param>
/// <param name="Training">Rows to learn from.</param>
/// <param name="HeldOut">Rows to score.</param>
public sealed record Fold(int Number, TrainingPart Training, HeldOutPart HeldOut);

/// <summary>k parts with the same share of every class, up to one row; each is held out once.</summary>
public static class Folds
{
    /// <summary>Keeps the share of every label; shuffled by the seed.</summary>
    public static IReadOnlyList<Fold> Stratified(Dataset dataset, int count, int seed) =>
        Stratified(dataset, dataset.Labels, count, seed);

    /// <summary>Keeps the share of positives; shuffled by the seed.</summary>
    public static IReadOnlyList<Fold> Stratified(BinaryTarget target, int count, int seed) =>
        Stratified(target.Dataset, target.Classes(), count, seed);

    private static Fold[] Stratified(Dataset dataset, IReadOnlyList<string> classes, int count, int seed)
    {
        if (count < 2)
            throw new UserMistakeException($"Cross-validation was asked for {count} folds: it needs at least 2.");
        int[] foldOf = new int[dataset.Rows];
        int dealt = 0;
        var cases = WholeCases.Of(dataset);
        foreach (ClassRows one in ClassRows.Shuffled(classes, cases.First, seed))
        {
            if (one.Rows.Length < count)
            {
                throw new UserMistakeException(
                    $"{Quoted.Value(dataset.Name)} has {Counted.Of(one.Rows.Length, cases.Noun)} of the class {Quoted.Value(one.Label)}, "
                        + $"and "
                    + $"{count} folds need at least {count} of each class: ask for fewer folds, or add rows.");
            }

            // Dealing goes on where the class before stopped, so that the folds differ by one row at most.
            foreach (int first in one.Rows)
                cases.Deal(first, dealt++ % count, foldOf);
        }

        return
        [
            .. Enumerable.Range(0, count).Select(number => new Fold(
                number,
                new(dataset, RowsWhere(foldOf, fold => fold != number)),
                new(dataset, "validation", RowsWhere(foldOf, fold => fold == number)))),
        ];
    }

    private static int[] RowsWhere(int[] foldOf, Func<int, bool> belongs) =>
        [.. Enumerable.Range(0, foldOf.Length).Where(row => belongs(foldOf[row]))];
}
