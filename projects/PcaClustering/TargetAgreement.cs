using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.PcaClustering;

/// <summary>
/// How far clusters are the groups that the target names: a check from outside, as neither components nor clusters looked at it.
/// </summary>
/// <param name="AdjustedRand">With an interval over rows.</param>
/// <param name="Information">Normalised mutual information.</param>
/// <param name="Groups">The target's values, in alphabetic order.</param>
/// <param name="Counts">Rows of each group in each cluster, [groups][k].</param>
internal sealed record TargetAgreement(Interval AdjustedRand, double Information, string[] Groups, long[][] Counts)
{
    private const int MaxGroups = 30, MaxRows = 20_000;

    /// <summary>Compares; null without a target, or where it names no groups: a number that is hardly ever the same twice.</summary>
    public static TargetAgreement? Of(Dataset rows, int[] labels, int seed, int resamples)
    {
        if (rows.TargetName is null)
            return null;
        string[] groups = [.. rows.Labels.Distinct().Order(StringComparer.Ordinal)];
        if (groups.Length < 2 || groups.Length > Math.Min(MaxGroups, rows.Rows / 3))
            return null;

        int[] ofRow = [.. rows.Labels.Select(label => Array.BinarySearch(groups, label, StringComparer.Ordinal))];
        long[][] counts = [.. groups.Select(_ => new long[labels.Max() + 1])];
        for (int row = 0; row < labels.Length; row++)
            counts[ofRow[row]][labels[row]]++;
        PartitionAgreement agreement = PartitionAgreement.Of(labels, ofRow);
        return new TargetAgreement(
            Spread(agreement.AdjustedRand, labels, ofRow, seed, resamples), agreement.NormalisedMutualInformation,
            groups, counts);
    }

    private static Interval Spread(double value, int[] labels, int[] groups, int seed, int resamples)
    {
        if (labels.Length > MaxRows)
        {
            return Interval.WithoutEnds(
                value, "adjusted Rand index", "of so many rows the rows hardly matter, and which data set it is does");
        }
        var bootstrap = Bootstrap.Of(Resampling.OfRows(labels.Length), Agreement, seed, Math.Min(resamples, 500));
        return bootstrap.Percentile();

        double? Agreement(ReadOnlySpan<int> rows)
        {
            int[] drawn = rows.ToArray();
            return PartitionAgreement.Of<int, int>(
                [.. drawn.Select(row => labels[row])], [.. drawn.Select(row => groups[row])]).AdjustedRand;
        }
    }
}
