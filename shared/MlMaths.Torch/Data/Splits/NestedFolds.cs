namespace MlMaths.Torch.Data;

/// <summary>A fold whose training rows are folded once more.</summary>
/// <param name="Outer">Its held-out rows judge what the inner folds chose, and have had no say in it.</param>
/// <param name="Inner">Folds of the outer training rows: they choose. Their rows are those of the whole data set.</param>
public sealed record NestedFold(Fold Outer, IReadOnlyList<Fold> Inner);

/// <summary>
/// Choosing and judging on the same rows flatters the choice (G. Cawley and N. Talbot, 2010, Journal of Machine Learning
/// Research 11:2079–2107): inside each fold's training rows, other folds choose.
/// </summary>
public static class NestedFolds
{
    /// <summary>Folds inside each of the given folds.</summary>
    /// <param name="outer">Folds of a data set.</param>
    /// <param name="draw">Maps the training rows of one of them, as a data set of their own, to folds of it.</param>
    public static IReadOnlyList<NestedFold> Of(IReadOnlyList<Fold> outer, Func<Dataset, IReadOnlyList<Fold>> draw) =>
        [.. outer.Select(fold => new NestedFold(fold, [.. draw(fold.Training.Select()).Select(inner => Of(fold.Training, inner))]))];

    private static Fold Of(TrainingPart outer, Fold inner) => new(
        inner.Number,
        new(outer.Whole, [.. inner.Training.Rows.Select(row => outer.Rows[row])]),
        new(outer.Whole, inner.HeldOut.Name, [.. inner.HeldOut.Rows.Select(row => outer.Rows[row])]));
}
