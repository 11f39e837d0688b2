namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What each threshold would have cost per case, and the cheapest one. Between two neighbouring scores the calls do not
/// change, so all distinct scores and one threshold above them (nothing is called) are the whole search.
/// Where several thresholds cost the same, the highest is the best: the fewest calls for that money. It is kept at a
/// score, not moved midway to the next one, so that it can be found among the rows.
/// </summary>
/// <param name="Costs">The cost of each kind of error.</param>
/// <param name="Thresholds">Descending; the first is the smallest number above the highest score.</param>
/// <param name="CostPerCase">One per threshold.</param>
/// <param name="BestThreshold">The highest threshold of least cost.</param>
/// <param name="BestCostPerCase">Its cost, on the rows that chose it: it flatters, so quote the cost on other rows.</param>
public sealed record CostCurve(
    ErrorCosts Costs, IReadOnlyList<double> Thresholds, IReadOnlyList<double> CostPerCase,
    double BestThreshold, double BestCostPerCase)
{
    /// <summary>Reads the curve off the counts.</summary>
    public static CostCurve From(ThresholdCounts counts, ErrorCosts costs)
    {
        double rows = counts.Positives + counts.Negatives;
        double[] thresholds = [Math.BitIncrement(counts.Thresholds[0]), .. counts.Thresholds];
        double[] costPerCase = new double[thresholds.Length];
        costPerCase[0] = costs.Miss * counts.Positives / rows;
        for (int k = 1; k < thresholds.Length; k++)
        {
            long found = counts.TruePositives[k - 1], alarms = counts.FalsePositives[k - 1];
            costPerCase[k] = (costs.Miss * (counts.Positives - found) + costs.FalseAlarm * alarms + costs.Review * (found + alarms)) / rows;
        }

        int best = 0;
        for (int k = 1; k < thresholds.Length; k++)
            if (costPerCase[k] < costPerCase[best]) best = k;
        return new CostCurve(costs, thresholds, costPerCase, thresholds[best], costPerCase[best]);
    }
}
