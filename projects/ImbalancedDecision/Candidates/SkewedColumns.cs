using MlMaths.Torch.Data;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>
/// Sums of money, times and distances crowd near nothing and stretch far: a straight line in them sees little but the few largest.
/// Columns whose training rows are never negative and lie far above their median on average are taken as ln(1 + x).
/// </summary>
/// <param name="Columns">Which ones.</param>
internal sealed record SkewedColumns(IReadOnlyList<int> Columns)
{
    private const double Skewed = 1.5;

    public static SkewedColumns In(TrainingPart training)
    {
        Dataset rows = training.Select();
        return new([.. Enumerable.Range(0, rows.Columns).Where(column => IsSkewed(rows.Column(column)))]);
    }

    /// <summary>The same rows, those columns as sign(x) ln(1 + |x|): a later row may be negative.</summary>
    public Dataset Straightened(Dataset rows)
    {
        double[] features = rows.Features.ToArray();
        foreach (int column in Columns)
        {
            for (int at = column; at < features.Length; at += rows.Columns)
                features[at] = SignedLogarithm(features[at]);
        }

        return rows.WithFeatures(features);
    }

    /// <summary>sign(x) ln(1 + |x|).</summary>
    public static double SignedLogarithm(double x) => Math.CopySign(Math.Log(1 + Math.Abs(x)), x);

    /// <summary>The x of a <see cref="SignedLogarithm"/>.</summary>
    public static double OfSignedLogarithm(double logarithm) => Math.CopySign(Math.Exp(Math.Abs(logarithm)) - 1, logarithm);

    private static bool IsSkewed(double[] values)
    {
        Array.Sort(values);
        double median = values[values.Length / 2];
        return values[0] >= 0 && median > 0 && values.Average() > Skewed * median;
    }
}
