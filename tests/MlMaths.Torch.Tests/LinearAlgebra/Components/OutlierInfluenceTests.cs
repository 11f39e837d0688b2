using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class OutlierInfluenceTests
{
    [Fact]
    public void A_planted_outlier_owns_the_first_axis()
    {
        double[] rows = PrincipalComponentsTests.Drawn(80 * 3, 5);
        for (int i = 0; i < 80; i++) rows[i * 3] *= 2;
        (rows[17 * 3], rows[17 * 3 + 1]) = (0, 60);
        using Tensor X = torch.tensor(rows, 80, 3);

        var influence = OutlierInfluence.Fit(X);

        RowInfluence owner = influence.Rows[0];
        Assert.Equal(17, owner.Row);
        Assert.InRange(owner.Share, 0.9, 1);
        Assert.InRange(owner.Degrees!.Value, 80, 90);
        Assert.All(influence.Rows.Skip(1), row => Assert.InRange(row.Degrees!.Value, 0, 2));
    }

    [Fact]
    public void Leaving_a_row_out_is_fitting_without_it()
    {
        double[] rows = PrincipalComponentsTests.Drawn(25 * 4, 7);
        using Tensor X = torch.tensor(rows, 25, 4);
        var all = PrincipalComponents.Fit(X);

        foreach (RowInfluence row in OutlierInfluence.Fit(X, candidates: 25).Rows)
        {
            int[] others = [.. Enumerable.Range(0, 25).Where(i => i != row.Row)];
            using Tensor left = X.index_select(0, torch.tensor(others, torch.ScalarType.Int64));
            var without = PrincipalComponents.Fit(left);
            double cosine = Math.Abs(all.Components[0].Zip(without.Components[0], (a, b) => a * b).Sum());
            Assert.Equal(Math.Acos(Math.Min(1, cosine)) * 180 / Math.PI, row.Degrees!.Value, 1e-6); // arccos near 1 has half of its digits
            Assert.Equal(without.Ratio[0], row.RatioWithout!.Value, 1e-12);
        }
    }

    [Fact]
    public void Shares_of_all_rows_add_up_and_no_tensor_stays()
    {
        using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(25 * 4, 8), 25, 4);
        long before = LiveTensors.Count;
        Assert.Equal(1, OutlierInfluence.Fit(X, candidates: 25).Rows.Sum(row => row.Share), 1e-12);
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void Where_one_row_is_all_the_spread_there_is_no_axis_without_it()
    {
        using Tensor X = torch.tensor(new double[,] { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 9, 3 } });
        RowInfluence owner = OutlierInfluence.Fit(X).Rows[0];
        Assert.Equal((3, null, null), (owner.Row, owner.Degrees, owner.RatioWithout));
    }
}
