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
        (double first, double[] firstShares) = Shares(ofFirst);
        (double second, double[] secondShares) = Shares(ofSecond);
        double[] sums = new double[clusterOf.Max() + 1];
        for (int row = 0; row < firstShares.Length; row++)
            sums[clusterOf[row]] += firstShares[row] - secondShares[row];
        int clusters = clusterOf.Distinct().Count();
        double squares = sums.Sum(sum => sum * sum);
        if (clusters < 2 || DeLong.IsZero(squares))
        {
            string why = clusters < 2 ? "all rows are one cluster" : "the difference does not vary over the clusters";
            return new(first, second,
                first == second && clusters > 1
                    ? new Interval(0, 0, 0, confidence, Method)
                    : Interval.WithoutEnds(first - second, Method, why, confidence));
        }

        double reach = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(squares * clusters / (clusters - 1));
        return new(first, second, new Interval(first - second, first - second - reach, first - second + reach, confidence, Method));
    }

    // As in DeLong, each row in its own place.
    private static (double Area, double[] Shares) Shares(RankedScores rows)
    {
        double[] v = DeLong.Shares(rows);
        bool[] positive = rows.LabelArray;
        double area = v.Where((_, row) => positive[row]).Average();
        return (area, [.. v.Select((value, row) => (value - area) / (positive[row] ? rows.Counts.Positives : rows.Counts.Negatives))]);
    }
}
