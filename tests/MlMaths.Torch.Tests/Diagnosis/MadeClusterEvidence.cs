using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Diagnosis;

/// <summary>Evidence as a table would give it, to be changed in one place and judged.</summary>
internal static class MadeClusterEvidence
{
    /// <summary>Two groups that lie apart by every rule.</summary>
    public static readonly Separation Pair = new(1e-5, 1e-5, 0.1, 30, true, null, 5);

    private static readonly SeparatedGroups Whole = new(
        [], 1, [], null, Enum.GetValues<ColumnUnits>().ToDictionary(units => units, _ => 1), null);

    /// <summary>k groups that lie apart.</summary>
    public static ClusterEvidence Evidence(int k) =>
        Evidence(Whole with { K = k, Pairs = [.. Enumerable.Repeat(Pair, k * (k - 1) / 2)] }, null);

    /// <summary>No groups, and the pair that came nearest.</summary>
    public static ClusterEvidence Evidence(Separation refused) => Evidence(Whole with { Refused = refused }, 3.5);

    private static ClusterEvidence Evidence(SeparatedGroups groups, double? smallest)
    {
        var gap = new GapStatistic(StructurelessReference.Box, [0, 1, 0.5], [0.1, 0.1, 0.1], 2);
        return new(
            100, null, [], groups, smallest, [9, 3, 2], [null, 0.6, 0.4],
            [gap, gap with { Reference = StructurelessReference.PrincipalBox }], new ElbowKnee(2, 0.3),
            new PartitionStability(
                2, new Interval(0.9, null, null, 0.95, "test"), new Interval(0.5, null, null, 0.95, "test")), null, null);
    }
}
