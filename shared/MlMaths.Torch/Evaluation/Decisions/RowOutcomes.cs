namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What each row costs, and what it would cost if its label were the other one; or how much two ways to call differ in
/// that.
/// </summary>
/// <param name="Labels">True for a positive row.</param>
/// <param name="IfPositive">One per row.</param>
/// <param name="IfNegative">One per row.</param>
public sealed record RowOutcomes(IReadOnlyList<bool> Labels, double[] IfPositive, double[] IfNegative)
{
    /// <summary>How many there are.</summary>
    public int Rows => IfPositive.Length;

    /// <summary>Under some calls, one per row.</summary>
    public static RowOutcomes Of(RowCosts costs, IReadOnlyList<bool> flags) => new(
        costs.Labels,
        [.. flags.Select((flag, row) => flag ? costs.OfCall(isPositive: true) : costs.OfMiss(row))],
        [.. flags.Select(flag => flag ? costs.OfCall(isPositive: false) : 0)]);

    /// <summary>What a row costs in a class.</summary>
    public double If(bool positive, int row) => positive ? IfPositive[row] : IfNegative[row];

    /// <summary>What each row costs as it is labelled.</summary>
    public double[] Costs() => [.. Labels.Select((label, row) => If(label, row))];

    /// <summary>How much more each row costs than by another way to call.</summary>
    public RowOutcomes Less(RowOutcomes other) => new(
        Labels, [.. IfPositive.Zip(other.IfPositive, (one, two) => one - two)],
        [.. IfNegative.Zip(other.IfNegative, (one, two) => one - two)]);
}
