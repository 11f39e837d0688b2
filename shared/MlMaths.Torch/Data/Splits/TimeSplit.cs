namespace MlMaths.Torch.Data;

/// <summary>
/// The past trains, the future tests: every training row is older than every validation row, and that than every test row;
/// rows of one time stay together. A label that is known only later (did the customer stay for 30 days?) reaches into the
/// next part: a gap of that length between the parts leaves those rows out (M. López de Prado, 2018, Advances in Financial
/// Machine Learning, chapter 7: purging).
/// </summary>
/// <param name="Parts">The three parts.</param>
/// <param name="Purged">Rows in no part, ascending: too close to the part that follows.</param>
public sealed record TimeSplit(DataSplit Parts, IReadOnlyList<int> Purged)
{
    /// <summary>By the data set's times.</summary>
    /// <param name="dataset">Rows with times, at least three different ones.</param>
    /// <param name="fractions">Fractions of the rows, as nearly as equal times allow.</param>
    /// <param name="gap">Least distance between rows of two parts: days, or the column's own unit where it has numbers.</param>
    public static TimeSplit Of(Dataset dataset, SplitFractions? fractions = null, double gap = 0)
    {
        SplitFractions shares = (fractions ?? new()).Checked();
        TimeFolds.CheckGap(gap);
        var order = new TimeOrder(dataset);
        TimeFolds.CheckMoments(dataset, order, 3, "a split into training, validation and test");
        int[] cuts = order.CutsAt([shares.Training, shares.Training + shares.Validation]);
        var parts = DataSplit.Of(
            dataset, order.Between(0, cuts[0], gap), order.Between(cuts[0], cuts[1], gap), order.Between(cuts[1], dataset.Rows));
        foreach (SplitPart part in parts.Parts)
            TimeFolds.CheckLeft(dataset, part, gap);
        return new(parts, [.. Enumerable.Range(0, dataset.Rows).Except(parts.Parts.SelectMany(part => part.Rows))]);
    }
}
