using System.Text.Json;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class SilhouetteTests
{
    [Fact]
    public void It_is_what_scikit_learn_says_row_by_row()
    {
        JsonElement golden = GoldenFile.Read("statistics.json").GetProperty("silhouette");
        double[][] rows = [.. golden.GetProperty("x").EnumerateArray().Select(row => row.Doubles())];
        using Tensor X = torch.tensor([.. rows.SelectMany(row => row)], rows.Length, rows[0].Length);
        int[] labels = [.. golden.GetProperty("labels").Doubles().Select(label => (int)label)];

        Silhouette silhouette = Silhouette.Of(X, labels);

        Assert.Equal(golden.GetProperty("mean").GetDouble(), silhouette.Mean!.Value, 1e-10);
        Assert.All(silhouette.Values.Zip(golden.GetProperty("each").Doubles()), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
        Assert.Null(silhouette.Note);
    }

    [Fact]
    public void A_row_alone_in_its_cluster_has_0()
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 1 }, { 5 } });

        Silhouette silhouette = Silhouette.Of(X, [4, 4, 9]);

        // Row 0: a = 1, b = 5. Row 1: a = 1, b = 4. Row 2 is alone.
        Assert.Equal([0.8, 0.75, 0], silhouette.Values.Select(value => Math.Round(value, 12)));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 2)]
    public void One_cluster_or_as_many_as_rows_have_none(int first, int second, int third)
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 1 }, { 5 } });

        Silhouette silhouette = Silhouette.Of(X, [first, second, third]);

        Assert.Null(silhouette.Mean);
        Assert.Contains("2 to n − 1", silhouette.Note);
    }

    [Fact]
    public void Rows_that_are_all_the_same_are_on_the_border()
    {
        using Tensor X = torch.zeros(4, 2, torch.ScalarType.Float64);
        Assert.Equal(0, Silhouette.Of(X, [0, 0, 1, 1]).Mean);
    }

    [Fact]
    public void A_large_table_is_sampled_and_says_so()
    {
        using Tensor X = KMeansTests.Rows(6000, 2, seed: 1);
        KMeans halves = KMeans.Fit(X, 2, seed: 1);

        Silhouette sample = Silhouette.Of(X, halves.Labels), all = Silhouette.Of(X, halves.Labels, maxRows: 6000);

        Assert.Equal(5000, sample.Rows.Count);
        Assert.Equal(sample.Rows, sample.Rows.Distinct().Order());
        Assert.Equal("from a sample of 5,000 of the 6,000 rows", sample.Note);
        Assert.Equal(all.Mean!.Value, sample.Mean!.Value, 0.01);
    }

    [Fact]
    public void No_tensor_is_left_behind()
    {
        using Tensor X = KMeansTests.Rows(50, 2, seed: 1);
        long before = LiveTensors.Count;
        Silhouette.Of(X, KMeans.Fit(X, 2, seed: 1).Labels, maxRows: 30);
        Assert.Equal(before, LiveTensors.Count);
    }
}
