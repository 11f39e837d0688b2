using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>Which threshold is applied: by the library's rule, on the validation rows.</summary>
/// <param name="Rule">By theory, unless trials on the validation rows contradict it.</param>
/// <param name="Curve">Cost per case of every threshold on the validation rows; null where there are none.</param>
internal sealed record ThresholdChoice(CostThreshold Rule, CostCurve? Curve)
{
    // So many draws show the ends of a scatter well enough where each takes long.
    private const int ManyRows = 20_000, Searches = 500, Recalibrations = 250, FewSearches = 100, FewRecalibrations = 40;

    /// <summary>What the two errors cost.</summary>
    public ErrorCosts Costs => Rule.Costs.Costs;

    /// <summary>Between which ends half of the recalibrated thresholds lie; null where nothing could be calibrated again.</summary>
    public (double Low, double High)? RecalibratedHalf => Rule.Scatter is { Recalibrated: { Count: > 0 } recalibrated }
        && Quantiles.Of([.. recalibrated]) is var quantiles
            ? (quantiles.At(0.25), quantiles.At(0.75))
            : null;

    /// <param name="data">The split rows.</param>
    /// <param name="scores">A probability for each row of the data set.</param>
    /// <param name="costs">What the two errors cost.</param>
    /// <param name="seed">For the resamples.</param>
    public static ThresholdChoice For(PreparedBatches<BinaryTarget> data, double[] scores, ErrorCosts costs, int seed) => For(
        data.Target.Of(data.Split.Validation), [.. data.Split.Validation.Rows.Select(row => scores[row])], costs, seed);

    /// <summary>The same from the validation rows alone; none where none were kept.</summary>
    internal static ThresholdChoice For(bool[] labels, double[] probabilities, ErrorCosts costs, int seed)
    {
        bool isLong = labels.Length > ManyRows;
        var rule = CostThreshold.Choose(
            new RowCosts(labels, costs), probabilities, seed,
            isLong ? FewSearches : Searches, isLong ? FewRecalibrations : Recalibrations);
        return new ThresholdChoice(
            rule, labels.Length == 0 ? null : CostCurve.From(ThresholdCounts.From(labels, probabilities), costs));
    }
}
