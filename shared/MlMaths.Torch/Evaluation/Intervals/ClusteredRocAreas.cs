using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Two columns of scores on the same rows, where rows belong together: twins, or visits of one patient. What one of them is worth
/// the others are too, so that it is clusters that vary and not rows (N. A. Obuchowski, 1997, Biometrics 53:567–578):
/// <code>
/// ψᵢ = (V10ᵢ − A)/m of a positive,  (V01ⱼ − A)/n₀ of a negative     its share in the error of A, see <see cref="DeLong"/>
/// δ  = ψ of the first scores − ψ of the second
/// var(A₁ − A₂) = C/(C − 1) Σ over clusters c of ( Σ δ in c )²         C clusters
/// </code>
/// With every row a cluster of its own this is the paired DeLong, up to (n − 1)/n.
/// </summary>
/// <param name="First">A₁; null where a class is missing.</param>
/// <param name="Second">A₂; null where a class is missing.</param>
/// <param name="Difference">A₁ − A₂ with its interval.</param>
public sealed record ClusteredRocAreas(double? First, double? Second, Interval Difference)
{
    private const string Method = "paired by row, clusters vary (Obuchowski)";

    /// <summary>Compares two columns of scores for the same labels.</summary>
    /// <param name="labels">One per row.</param>
    /// <param name="firstScores">One per row.</param>
    /// <param name="secondScores">One per row.</param>
    /// <param name="clusterOf">One number from 0 per row.</param>
    /// <param name="confidence">Confidence level of the interval.</param>
    public static ClusteredRocAreas Of(
        bool[] labels, double[] firstScores, double[] secondScores, IReadOnlyList<int> clusterOf,
        double confidence = Interval.DefaultConfidence)
    {
        RankedScores ofFirst = RankedScores.Of(labels, firstScores), ofSecond = RankedScores.Of(labels, secondScores);
        if (ofFirst.Counts.MissingClass is { } reason)
            return new(null, null, Interval.Undefined(reason, confidence));
        RowInfluences first = RowInfluences.Of(BinaryMetric.RocArea, ofFirst, threshold: 0),
            second = RowInfluences.Of(BinaryMetric.RocArea, ofSecond, threshold: 0);
        var groups = RowGroups.Of(clusterOf);
        var error = GroupedError.Of(groups, [.. first.OfRow.Zip(second.OfRow, (one, other) => one - other)]);
        double difference = first.Value - second.Value;
        if (error.Deviation == 0)
        {
            string why = groups.Count < 2 ? "all rows are one cluster" : "the difference does not vary over the clusters";
            return new(first.Value, second.Value,
                difference == 0 && groups.Count > 1
                    ? new Interval(0, 0, 0, confidence, Method)
                    : Interval.WithoutEnds(difference, Method, why, confidence));
        }

        double reach = Normal.TwoSidedQuantile(confidence) * error.Deviation;
        return new(first.Value, second.Value, new Interval(difference, difference - reach, difference + reach, confidence, Method));
    }
}
