using FsCheck.Xunit;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class NearestNeighboursTests
{
    [Fact]
    public void Equally_near_rows_come_by_their_number()
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 1 }, { -1 }, { 1 }, { 5 } });
        var near = NearestNeighbours.Search(X, 3);
        Assert.Equal([1, 2, 3], near.Indices[0]);
        Assert.Equal([1, 1, 1], near.Distances[0]);
        Assert.Equal([3, 0, 2], near.Indices[1]);
        Assert.Equal(0, near.Distances[1][0]);
    }

    [Property(MaxTest = 60)]
    public void They_are_what_sorting_all_pairs_gives(byte[] drawn, byte k)
    {
        // Whole numbers from 0 to 3: full of ties.
        double[] values = [.. drawn.Select(value => (double)(value & 3))];
        int n = values.Length / 2, wanted = k % 5 + 1;
        if (n < 2) return;
        using Tensor X = torch.tensor(values[..(2 * n)], n, 2);

        var near = NearestNeighbours.Search(X, wanted);

        for (int i = 0; i < n; i++)
        {
            int[] sorted = [.. Enumerable.Range(0, n).Where(j => j != i)
                .OrderBy(j =>
                    Math.Pow(values[2 * i] - values[2 * j], 2) + Math.Pow(values[2 * i + 1] - values[2 * j + 1], 2))
                .ThenBy(j => j).Take(wanted)];
            Assert.Equal(sorted, near.Indices[i]);
        }
    }

    [Fact]
    public void By_cosine_length_counts_nothing_and_a_row_of_zeros_has_no_direction()
    {
        using Tensor X = torch.tensor(new double[,] { { 1, 0 }, { 100, 1 }, { 1, 1 }, { 0, 0 }, { -1, 0 } });
        var alike = NearestNeighbours.Search(X, 4, Nearness.Cosine);
        Assert.Equal([1, 2, 4], alike.Indices[0]);
        Assert.Equal(2, alike.Distances[0][2], 1e-15); // the opposite direction
        Assert.Empty(alike.Indices[3]);
    }

    [Fact]
    public void New_rows_find_their_neighbours_among_the_old_ones()
    {
        using Tensor X = torch.tensor(new double[,] { { 0, 0 }, { 4, 0 } }),
            queries = torch.tensor(new double[,] { { 3, 0 }, { 0, 0 }, { 1, 1 } });
        Assert.Equal([[1, 0], [0, 1], [0, 1]], NearestNeighbours.Search(X, queries, 9).Indices);
    }

    [Fact]
    public void Cosine_is_one_of_parallel_zero_of_orthogonal_and_undefined_of_zero_rows()
    {
        Assert.Equal(1, CosineSimilarity.Between([1, 2], [2, 4])!.Value, 1e-15);
        Assert.Equal(0, CosineSimilarity.Between([1, 2], [-2, 1]));
        Assert.Equal(-1, CosineSimilarity.Between([3], [-7]));
        Assert.Null(CosineSimilarity.Between([0, 0], [1, 1]));

        using Tensor X = torch.tensor(new double[,] { { 3, 4 }, { 0, 0 } }),
            Y = torch.tensor(new double[,] { { 4, 3 }, { 3, 4 }, { 1, 0 } });
        using Tensor table = CosineSimilarity.Of(X, Y);
        double[] cosines = [.. table.data<double>()];
        Assert.Equal([0.96, 1, 0.6], cosines[..3].Select(cosine => Math.Round(cosine, 14)));
        Assert.All(cosines[3..], cosine => Assert.True(double.IsNaN(cosine)));
    }

    [Fact]
    public void Distance_and_cosine_agree_on_a_sphere_and_differ_on_rays()
    {
        double[] rays = [.. Enumerable.Range(0, 12).SelectMany(i =>
        {
            double angle = i % 3 * 0.2, r = 1 + i / 3;
            return new[] { r * Math.Cos(angle), r * Math.Sin(angle) };
        })];
        using Tensor X = torch.tensor(rays, 12, 2),
            sphere = CosineSimilarity.UnitRows(torch.tensor(PrincipalComponentsTests.Drawn(40 * 3, 2), 40, 3));

        Assert.Equal(0, NeighbourDisagreement.Of(sphere, 5).Share!.Value, 1e-12);

        var rayed = NeighbourDisagreement.Of(X, 3, examples: 2);
        Assert.InRange(rayed.Share!.Value, 0.4, 1);
        ComparedPair far = rayed.ByCosineOnly[0], close = rayed.ByDistanceOnly[0];
        Assert.Equal((0, 9), (far.Row, far.Other)); // one ray, lengths 1 and 4
        Assert.Equal((3.0, 1.0), (Math.Round(far.Distance, 12), Math.Round(far.Cosine, 12)));
        Assert.True(close.Cosine < 1 - 1e-3);
        Assert.Equal(4, rayed.ByCosineOnly.SelectMany(pair => new[] { pair.Row, pair.Other }).Distinct().Count());
    }

    [Fact]
    public void On_the_digits_they_disagree_in_part_and_leave_no_tensor()
    {
        using Tensor X = PrincipalComponentsTests.Table("digits.csv raw");
        long before = LiveTensors.Count;
        var compared = NeighbourDisagreement.Of(X);
        Assert.InRange(compared.Share!.Value, 0.01, 0.5);
        Assert.Equal(5, compared.ByCosineOnly.Count);
        Assert.Equal(before, LiveTensors.Count);
    }
}
