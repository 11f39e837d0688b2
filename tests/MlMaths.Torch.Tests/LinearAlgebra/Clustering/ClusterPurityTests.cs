using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class ClusterPurityTests
{
    [Fact]
    public void Clusters_of_one_batch_each_are_pure_even_where_they_cut_a_batch() =>
        Assert.Equal(1.0, ClusterPurity.Of([0, 0, 1, 1, 2, 2, 3, 3], ["a", "a", "a", "a", "b", "b", "b", "b"])!.Value, 1e-15);

    [Fact]
    public void Purity_is_what_the_pairs_say()
    {
        // Pairs in clusters: 3 + 1, of one batch: (0,1) and (3,4). Pairs of one batch: 1 + 3 of 10.
        double expected = (2.0 / 4 - 0.4) / (1 - 0.4);
        Assert.Equal(expected, ClusterPurity.Of([0, 0, 0, 1, 1], ["a", "a", "b", "b", "b"])!.Value, 1e-15);
    }

    [Fact]
    public void Unrelated_batches_have_a_purity_about_zero()
    {
        var random = new Random(1);
        int[] clusters = [.. Enumerable.Range(0, 3000).Select(_ => random.Next(4))];
        string[] batches = [.. clusters.Select(_ => random.Next(2) == 0 ? "a" : "b")];
        Assert.InRange(ClusterPurity.Of(clusters, batches)!.Value, -0.01, 0.01);
    }

    [Fact]
    public void A_single_batch_has_no_purity() => Assert.Null(ClusterPurity.Of([0, 0, 1], ["a", "a", "a"]));
}
