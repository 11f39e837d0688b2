using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class GapStatisticTests
{
    [Fact]
    public void It_is_the_mean_difference_of_the_logarithms_with_the_population_deviation()
    {
        // Two references, three k. Gap: (4+6)/2 − 4 = 1, (3+5)/2 − 1 = 3, (2+4)/2 − 0.5 = 2.5. The deviation of (4, 6) is 1.
        GapStatistic gap = GapStatistic.From(StructurelessReference.Box, [4, 1, 0.5], [[4, 3, 2], [6, 5, 4]]);

        Assert.Equal([1.0, 3.0, 2.5], gap.Gaps);
        Assert.All(gap.Errors, error => Assert.Equal(Math.Sqrt(1.5), error, 1e-12));
        // 1 ≥ 3 − 1.22 is false; 3 ≥ 2.5 − 1.22 is true.
        Assert.Equal(2, gap.K);
    }

    [Fact]
    public void It_may_stop_at_one_and_may_never_stop()
    {
        Assert.Equal(1, GapStatistic.From(StructurelessReference.Box, [2, 2], [[2.0, 1.9], [2.0, 1.9]]).K);
        Assert.Null(GapStatistic.From(StructurelessReference.Box, [3, 2, 1], [[3.0, 3.0, 3.0], [3.0, 3.0, 3.0]]).K);
    }

    [Theory]
    [InlineData(StructurelessReference.Box)]
    [InlineData(StructurelessReference.PrincipalBox)]
    public void Three_blobs_are_three_and_a_box_is_one(StructurelessReference reference)
    {
        using Tensor blobs = Blobs.Draw([[0, 0], [8, 0], [0, 8]], 150, 1, seed: 1).X();
        using Tensor box = KMeansTests.Rows(150, 2, seed: 2);

        Assert.Equal(3, GapStatistic.Fit(blobs, 6, reference, seed: 3).K);
        Assert.Equal(1, GapStatistic.Fit(box, 6, reference, seed: 3).K);
    }

    [Fact]
    public void Reference_rows_lie_where_the_data_lie()
    {
        using Tensor X = Blobs.Draw([[0, 0, 0], [9, 9, 1]], 400, 1, seed: 4).X();
        CentredRows rows = CentredRows.Of(X);
        var structureless = new StructurelessRows(rows);
        var chance = new SplitMix64(5);

        CentredRows box = structureless.Draw(StructurelessReference.Box, ref chance);
        CentredRows principal = structureless.Draw(StructurelessReference.PrincipalBox, ref chance);

        Assert.True(Math.Abs(Correlation(box)) < 0.15);
        Assert.True(Correlation(principal) > 0.8);
    }

    [Fact]
    public void The_knee_is_farthest_below_the_chord()
    {
        // Chord from (0, 1) to (1, 0); the depths are 0, 0.65, 0.45, 0.225, 0.
        ElbowKnee knee = ElbowKnee.Of([100, 10, 5, 2.5, 0]);
        Assert.Equal(2, knee.K);
        Assert.Equal(0.65, knee.Depth, 1e-12);
    }

    [Fact]
    public void A_straight_line_has_no_knee()
    {
        Assert.Null(ElbowKnee.Of([4, 3, 2, 1]).K);
        Assert.Null(ElbowKnee.Of([5, 5, 5]).K);
        Assert.Null(ElbowKnee.Of([5, 1]).K);
    }

    private static double Correlation(CentredRows rows)
    {
        double xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<double> row = rows.Row(i);
            (xy, xx, yy) = (xy + row[0] * row[1], xx + row[0] * row[0], yy + row[1] * row[1]);
        }
        return xy / Math.Sqrt(xx * yy);
    }
}
