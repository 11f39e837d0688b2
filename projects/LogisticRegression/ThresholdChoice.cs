using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>Where to call: from the costs by theory, and from the validation rows by trying every distinct score.</summary>
/// <param name="Costs">What the two errors cost.</param>
/// <param name="Elkan">The threshold that the costs imply if the probabilities are right.</param>
/// <param name="Chosen">The threshold that is applied.</param>
/// <param name="Curve">Cost per case of every threshold on the validation rows; null where there are none.</param>
internal sealed record ThresholdChoice(ErrorCosts Costs, double Elkan, double Chosen, CostCurve? Curve)
{
    /// <summary>
    /// The cheapest threshold on the validation rows. Few rows leave many thresholds equally cheap: of those the one
    /// nearest to Elkan's is taken, since the rows do not contradict it there.
    /// </summary>
    public static ThresholdChoice OnValidation(bool[] labels, double[] scores, ErrorCosts costs)
    {
        CostCurve curve = CostCurve.From(ThresholdCounts.From(labels, scores), costs);
        double elkan = costs.ElkanThreshold;
        double chosen = curve.Thresholds
            .Where((_, k) => curve.CostPerCase[k] == curve.BestCostPerCase)
            .MinBy(threshold => Math.Abs(threshold - elkan));
        return new ThresholdChoice(costs, elkan, chosen, curve);
    }

    /// <summary>Without validation rows there is only the theory.</summary>
    public static ThresholdChoice ByTheory(ErrorCosts costs) => new(costs, costs.ElkanThreshold, costs.ElkanThreshold, null);
}
