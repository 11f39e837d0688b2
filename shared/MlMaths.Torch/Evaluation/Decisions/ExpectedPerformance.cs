namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What calls will come to, before anyone knows a label: each row counts as positive to the extent of its probability.
/// <code>
/// E[true alarms]  = Σ pᵢ        over rows that are called         E[missed] = Σ pᵢ       over rows that are not
/// E[false alarms] = Σ (1 − pᵢ)  over rows that are called
/// precision ≈ E[true alarms] / called          recall ≈ E[true alarms] / (E[true alarms] + E[missed])
/// </code>
/// As good as the probabilities are: of rows with p = 0.1, one in ten must be positive, at the base rate of these rows and not
/// of others. Where a feature means something else than it did, nothing here notices. Source: NannyML, confidence-based performance
/// estimation (CBPE).
/// </summary>
/// <param name="TruePositives">E[true alarms].</param>
/// <param name="FalsePositives">E[false alarms].</param>
/// <param name="FalseNegatives">E[missed].</param>
/// <param name="CostPerCase">E of <see cref="ErrorCosts.PerCase"/>.</param>
public sealed record ExpectedPerformance(double TruePositives, double FalsePositives, double FalseNegatives, double CostPerCase)
{
    /// <summary>Expected share of calls that are right; null without calls.</summary>
    public double? Precision => TruePositives + FalsePositives > 0 ? TruePositives / (TruePositives + FalsePositives) : null;

    /// <summary>Expected share of positives that are called; null where none are expected.</summary>
    public double? Recall => TruePositives + FalseNegatives > 0 ? TruePositives / (TruePositives + FalseNegatives) : null;

    /// <summary>Of calls that were made.</summary>
    /// <param name="flagged">Whether each row was flagged.</param>
    /// <param name="probabilities">Of each row, right for the base rate of these rows; labels as 0 and 1 give what did come.</param>
    /// <param name="costs">Costs of mistakes and reviews.</param>
    /// <param name="lossFactors">What a miss of each row loses, times <see cref="ErrorCosts.Miss"/>; null where a miss is a miss.</param>
    public static ExpectedPerformance Of(
        ReadOnlySpan<bool> flagged, ReadOnlySpan<double> probabilities, ErrorCosts costs, ReadOnlySpan<double> lossFactors = default)
    {
        Scores.RequireProbabilities(probabilities);
        if (probabilities.IsEmpty || flagged.Length != probabilities.Length)
        {
            throw new ArgumentException(
                $"{flagged.Length} flags and {probabilities.Length} probabilities: one of each per row is needed.",
                nameof(flagged));
        }
        Finite.Check(lossFactors);
        double hits = 0, alarms = 0, misses = 0, cost = 0;
        for (int row = 0; row < flagged.Length; row++)
        {
            double p = probabilities[row];
            if (flagged[row])
            {
                hits += p;
                alarms += 1 - p;
                cost += costs.Review + (1 - p) * costs.FalseAlarm;
            }
            else
            {
                misses += p;
                cost += p * costs.Miss * (lossFactors.IsEmpty ? 1 : lossFactors[row]);
            }
        }

        return new ExpectedPerformance(hits, alarms, misses, cost / flagged.Length);
    }
}
