using MathNet.Numerics.LinearAlgebra.Double;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class HouseholderQrTests
{
    [Fact]
    public void A_column_of_3_and_4_is_turned_into_5()
    {
        HouseholderQr qr = HouseholderQr.Factor([[3, 4]]);

        Assert.Equal(-5, qr.R(0, 0), 1e-15);
        Assert.Equal([-5, 0], qr.Reflected([3, 4]).Select(x => Math.Round(x, 14)));
    }

    [Fact]
    public void R_is_that_of_torch_up_to_the_signs_of_its_rows()
    {
        double[][] columns = Drawn(rows: 12, count: 5, seed: 1);
        using DisposeScope scope = torch.NewDisposeScope();
        (Tensor _, Tensor R) = torch.linalg.qr(
            torch.tensor([.. columns.SelectMany(column => column)], [5, 12], dtype: torch.ScalarType.Float64).t());

        HouseholderQr qr = HouseholderQr.Factor(columns);

        for (int i = 0; i < 5; i++)
        {
            double sign = Math.Sign(R[i, i].ToDouble()) * Math.Sign(qr.R(i, i));
            for (int j = 0; j < 5; j++)
                Assert.Equal(R[i, j].ToDouble(), sign * qr.R(i, j), 1e-12);
        }
    }

    [Fact]
    public void The_weights_are_those_of_MathNet()
    {
        double[][] columns = Drawn(rows: 40, count: 6, seed: 2);
        double[] y = Drawn(40, 1, seed: 3)[0];
        double[] oracle = [.. DenseMatrix.OfColumnArrays(columns).QR().Solve(DenseVector.OfArray(y))];

        double[] weights = HouseholderQr.Factor(columns).Solve(y);

        Assert.All(oracle.Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(11)]
    public void Columns_that_are_taken_several_at_a_time_come_to_the_same_bits(int count)
    {
        double[][] columns = Drawn(rows: 30, count, seed: 6);
        columns[^1] = [.. columns[0].Zip(columns[1], (one, other) => one - 2 * other)];
        HouseholderQr single = new(30), together = new(30);
        bool[] taken = [.. columns.Select(column => single.TryAdd(column, 1e-11))];
        Assert.Equal(taken, together.TryAddEach(columns, _ => 1e-11));
        Assert.False(taken[^1]);
        Assert.Equal(single.Reflected(columns[^1]), together.Reflected(columns[^1]));
        Assert.Equal(
            Enumerable.Range(0, count - 1).Select(j => single.R(0, j)), Enumerable.Range(0, count - 1).Select(j => together.R(0, j)));
    }

    [Fact]
    public void Turning_keeps_lengths_and_turning_back_undoes_it()
    {
        HouseholderQr qr = HouseholderQr.Factor(Drawn(rows: 20, count: 4, seed: 4));
        double[] y = Drawn(20, 1, seed: 5)[0];

        double[] turned = qr.Reflected(y);

        Assert.Equal(y.Sum(x => x * x), turned.Sum(x => x * x), 1e-12);
        Assert.All(y.Zip(qr.TurnedBack(turned)), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
    }

    [Fact]
    public void Residuals_are_orthogonal_to_every_column()
    {
        double[][] columns = Drawn(rows: 30, count: 5, seed: 6);
        double[] residuals = HouseholderQr.Factor(columns).Residuals(Drawn(30, 1, seed: 7)[0]);

        Assert.All(columns, column => Assert.Equal(0, column.Zip(residuals, (x, r) => x * r).Sum(), 1e-12));
    }

    [Fact]
    public void A_root_of_the_inverse_is_one_over_what_the_other_columns_leave_and_leverages_add_up_to_the_columns()
    {
        double[][] columns = Drawn(rows: 15, count: 3, seed: 8);
        HouseholderQr qr = HouseholderQr.Factor(columns);
        double[] roots = qr.InverseGramRoots();

        for (int k = 0; k < 3; k++)
        {
            double[] left = HouseholderQr.Factor([.. columns.Where((_, j) => j != k)]).Residuals(columns[k]);
            Assert.Equal(1 / Math.Sqrt(left.Sum(e => e * e)), roots[k], 1e-12);
        }

        Assert.Equal(3, qr.Leverages().Sum(), 1e-12);
    }

    [Fact]
    public void A_column_that_the_others_span_is_not_taken()
    {
        var qr = new HouseholderQr(4);

        Assert.True(qr.TryAdd([1, 1, 1, 1]));
        Assert.True(qr.TryAdd([1, 2, 3, 4]));
        Assert.False(qr.TryAdd([5, 7, 9, 11], tolerance: 1e-12));
        Assert.False(qr.TryAdd([0, 0, 0, 0]));
        Assert.True(qr.TryAdd([5, 7, 9, 12], tolerance: 1e-12));
        Assert.Equal(3, qr.Columns);
    }

    internal static double[][] Drawn(int rows, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 4 - 2).ToArray())];
    }
}
