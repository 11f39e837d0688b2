using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>Where to call: from the costs by theory, and from the validation rows by trying every distinct score.</summary>
/// <param name="Costs">What the two errors cost.</param>
/// <param name="Elkan">The threshold that the costs imply if the probabilities are right.</param>
/// <param name="Spread">The chosen threshold, and how it would scatter over other validation rows.</param>
/// <param name="Curve">Cost per case of every threshold on the validation rows; null where there are none.</param>
internal sealed record ThresholdChoice(ErrorCosts Costs, double Elkan, Interval Spread, CostCurve? Curve)
{
    private const int Resamples = 500, RowsWorthResampling = 20_000;

    /// <summary>The threshold that is applied.</summary>
    public double Chosen => Spread.Value!.Value;

    /// <summary>
    /// The cheapest threshold on the validation rows. Few rows leave whole stretches equally cheap, since between two
    /// neighbouring scores no call changes: of all these thresholds the one nearest to Elkan's is taken, which the rows do
    /// not contradict. Without validation rows there is only Elkan's.
    /// </summary>
    /// <param name="data">The split rows.</param>
    /// <param name="scores">A probability for each row of the data set.</param>
    /// <param name="costs">What the two errors cost.</param>
    /// <param name="seed">For the resamples.</param>
    public static ThresholdChoice For(PreparedData data, double[] scores, ErrorCosts costs, int seed)
    {
        double elkan = costs.ElkanThreshold;
        if (data.Validation is null)
        {
            return new ThresholdChoice(
                costs, elkan, Interval.WithoutEnds(elkan, "none", "it follows from the costs alone"), null);
        }

        bool[] labels = data.Target.Of(data.Split.Validation);
        double[] validation = [.. data.Split.Validation.Rows.Select(row => scores[row])];
        CostCurve curve = CostCurve.From(ThresholdCounts.From(labels, validation), costs);
        double chosen = Cheapest(curve);
        return new ThresholdChoice(
            costs, elkan, Scatter(labels, validation, costs, seed, chosen), curve with { BestThreshold = chosen });
    }

    private static double Cheapest(CostCurve curve)
    {
        double elkan = curve.Costs.ElkanThreshold;
        return Enumerable.Range(0, curve.Thresholds.Count)
            .Where(k => curve.CostPerCase[k] == curve.BestCostPerCase)
            .Select(k => Math.Clamp(elkan, Lowest(k), curve.Thresholds[k]))
            .MinBy(threshold => Math.Abs(threshold - elkan));

        // Down to the next lower score, that one excluded, every threshold calls the same rows.
        double Lowest(int k) => k + 1 < curve.Thresholds.Count
            ? Math.BitIncrement(curve.Thresholds[k + 1])
            : Math.Min(0, curve.Thresholds[k]);
    }

    private static Interval Scatter(bool[] labels, double[] scores, ErrorCosts costs, int seed, double chosen)
    {
        if (labels.Length > RowsWorthResampling)
            return Interval.WithoutEnds(chosen, "none", "not resampled on so many rows");
        return Bootstrap.Of(Resampling.Stratified(labels), Again, seed, Resamples).Percentile();

        double? Again(ReadOnlySpan<int> rows)
        {
            bool[] drawnLabels = new bool[rows.Length];
            double[] drawnScores = new double[rows.Length];
            for (int i = 0; i < rows.Length; i++)
                (drawnLabels[i], drawnScores[i]) = (labels[rows[i]], scores[rows[i]]);
            return Cheapest(CostCurve.From(ThresholdCounts.From(drawnLabels, drawnScores), costs));
        }
    }
}
