namespace MlMaths.Torch.Evaluation;

/// <summary>A way to decide, and whom it calls.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Threshold">Where it is one threshold on the probability; null where it is not.</param>
/// <param name="Flags">One per row.</param>
public sealed record DecisionPolicy(PolicyKind Kind, double? Threshold, bool[] Flags)
{
    /// <summary>
    /// All that can be tried on rows that chose nothing. There is none by search where the threshold has none, and none by row
    /// without amounts.
    /// </summary>
    /// <param name="costs">Costs of these rows.</param>
    /// <param name="probabilities">Probabilities from 0 to 1, one per row.</param>
    /// <param name="chosen">Chosen on other rows.</param>
    /// <param name="truth">The true probability of each row; null where nobody knows it.</param>
    public static IReadOnlyList<DecisionPolicy> All(RowCosts costs, double[] probabilities, CostThreshold chosen, double[]? truth)
    {
        Scores.RequireProbabilities(probabilities);
        Scores.RequireProbabilities(truth);
        List<DecisionPolicy> policies =
        [
            At(PolicyKind.Chosen, chosen.Chosen), At(PolicyKind.Elkan, chosen.Elkan), At(PolicyKind.Half, 0.5),
            new(PolicyKind.None, null, new bool[costs.Rows]), new(PolicyKind.All, null, [.. Enumerable.Repeat(true, costs.Rows)]),
        ];
        if (chosen.Search is { } search) policies.Insert(2, At(PolicyKind.Empirical, search.Threshold));
        if (costs.HasAmounts) policies.Insert(1, ByRow(PolicyKind.PerRow, probabilities));
        policies.Add(truth is null ? Best() : ByRow(PolicyKind.Oracle, truth));
        return policies;

        DecisionPolicy At(PolicyKind kind, double threshold) => new(kind, threshold, [.. probabilities.Select(p => p >= threshold)]);

        DecisionPolicy ByRow(PolicyKind kind, double[] of) =>
            new(kind, null, [.. Enumerable.Range(0, costs.Rows).Select(row => of[row] >= costs.ThresholdOf(row))]);

        DecisionPolicy Best() => At(
            PolicyKind.BestInHindsight,
            CostRanking.Of(costs, probabilities, chosen.Elkan).Cheapest(Enumerable.Repeat(1, costs.Rows).ToArray()));
    }
}
