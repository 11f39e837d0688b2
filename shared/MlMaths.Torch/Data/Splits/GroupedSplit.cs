namespace MlMaths.Torch.Data;

/// <summary>
/// Training, validation and test rows with no group in two of them: what is measured is how the model does on groups it has
/// never met. Groups are dealt whole, so the fractions and the classes' shares are met as nearly as their sizes allow.
/// </summary>
public static class GroupedSplit
{
    /// <summary>Keeps the fractions alone: for targets that are numbers.</summary>
    public static DataSplit Of(Dataset dataset, int seed, SplitFractions? fractions = null) =>
        Of(dataset, [.. Enumerable.Repeat("", dataset.Rows)], seed, fractions);

    /// <summary>Keeps the share of positives too, as nearly as groups allow.</summary>
    public static DataSplit Stratified(BinaryTarget target, int seed, SplitFractions? fractions = null) =>
        Of(target.Dataset, target.Classes(), seed, fractions);

    /// <summary>Keeps the share of every label too, as nearly as groups allow.</summary>
    public static DataSplit Stratified(Dataset dataset, int seed, SplitFractions? fractions = null) =>
        Of(dataset, dataset.Labels, seed, fractions);

    private static DataSplit Of(Dataset dataset, IReadOnlyList<string> classes, int seed, SplitFractions? wanted)
    {
        SplitFractions fractions = (wanted ?? new()).Checked();
        IReadOnlyList<string> groups = GroupedFolds.GroupsOf(dataset, parts: 3, "a split into training, validation and test");
        int[] partOf = GroupDeal.PartOfRow(groups, classes, [fractions.Training, fractions.Validation, fractions.Test], seed);
        return DataSplit.Of(dataset, RowsOf(0), RowsOf(1), RowsOf(2));

        int[] RowsOf(int part) => [.. Enumerable.Range(0, partOf.Length).Where(row => partOf[row] == part)];
    }
}
