namespace MlMaths.Torch.Data;

/// <summary>k parts with no group in two of them; each is held out once. Groups are dealt whole, see <see cref="GroupedSplit"/>.</summary>
public static class GroupedFolds
{
    /// <summary>Parts of about equal size: for targets that are numbers.</summary>
    public static IReadOnlyList<Fold> Of(Dataset dataset, int count, int seed) =>
        Of(dataset, [.. Enumerable.Repeat("", dataset.Rows)], count, seed);

    /// <summary>Keeps the share of positives too, as nearly as groups allow.</summary>
    public static IReadOnlyList<Fold> Stratified(BinaryTarget target, int count, int seed) =>
        Of(target.Dataset, target.Classes(), count, seed);

    /// <summary>Keeps the share of every label too, as nearly as groups allow.</summary>
    public static IReadOnlyList<Fold> Stratified(Dataset dataset, int count, int seed) =>
        Of(dataset, dataset.Labels, count, seed);

    internal static IReadOnlyList<string> GroupsOf(Dataset dataset, int parts, string purpose)
    {
        if (dataset.Group is not { } column)
            throw new ArgumentException($"{dataset.Name} was read without groups.", nameof(dataset));
        int groups = column.OfRow.Distinct().Count();
        return groups >= parts
            ? column.OfRow
            : throw new UserMistakeException(
                $"The column {Quoted.Value(column.Name)} of {Quoted.Value(dataset.Name)} has "
                + $"{Counted.Of(groups, "group")}, and {purpose} "
                + $"needs at least {parts}, as a group is never split: ask for fewer parts, or add rows of other groups.");
    }

    private static Fold[] Of(Dataset dataset, IReadOnlyList<string> classes, int count, int seed)
    {
        FoldNumbers.Check(count);
        IReadOnlyList<string> groups = GroupsOf(dataset, count, $"cross-validation with {count} folds");
        int[] foldOf = GroupDeal.PartOfRow(groups, classes, [.. Enumerable.Repeat(1.0 / count, count)], seed);
        return FoldNumbers.ToFolds(dataset, foldOf, count);
    }
}
