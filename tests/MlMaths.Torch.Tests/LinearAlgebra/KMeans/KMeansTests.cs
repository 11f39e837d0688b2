using FsCheck.Xunit;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class KMeansTests
{
    [Fact]
    public void Two_pairs_on_a_line_are_two_clusters_with_their_means_as_centres()
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 10 }, { 2 }, { 12 }, { 11 } });

        KMeans found = KMeans.Fit(X, k: 2, seed: 0);

        Assert.Equal([1, 0, 1, 0, 0], found.Labels);
        Assert.Equal([3, 2], found.Sizes);
        Assert.Equal([11.0, 1.0], found.Centres.Select(centre => centre[0]));
        Assert.Equal(4, found.Inertia, 1e-12);
    }

    [Fact]
    public void Lloyd_written_slowly_from_the_same_rows_gives_the_same()
    {
        using Tensor X = Rows(200, 5, seed: 3);
        int[] starts = [0, 1, 2, 3, 4, 5, 6];

        KMeans found = KMeans.From(X, starts);

        int[] slow = SlowLloyd(X, starts);
        Assert.Equal(1, PartitionAgreement.Of(slow, found.Labels).AdjustedRand);
    }

    [Fact]
    public void Tensors_and_plain_code_agree()
    {
        using Tensor X = Rows(700, 6, seed: 4);
        CentredRows rows = CentredRows.Of(X);
        using var plain = new SimdCentreSearch(rows, 5);
        using var tensors = new TensorCentreSearch(rows, 5, torch.CPU);

        int[][] plainStarts = GreedySeeding.Choose(rows, plain, k: 9, restarts: 5, seed: 2);
        int[][] tensorStarts = GreedySeeding.Choose(rows, tensors, k: 9, restarts: 5, seed: 2);
        KMeans byPlain = KMeans.Walk(rows, plain, 9, plainStarts), byTensors = KMeans.Walk(rows, tensors, 9, tensorStarts);

        Assert.Equal(plainStarts, tensorStarts);
        Assert.Equal(byPlain.Labels, byTensors.Labels);
        Assert.Equal(byPlain.Inertia, byTensors.Inertia, 1e-9);
        Assert.Equal(byPlain.Iterations, byTensors.Iterations);
    }

    [Fact]
    public void A_centre_that_loses_its_rows_takes_the_farthest_one()
    {
        // The first three centres are the same point: two of them start without a row.
        using Tensor X = torch.tensor(new double[,] { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 1, 0 }, { 9, 9 }, { 8, 7 }, { -9, -8 } });

        KMeans found = KMeans.From(X, [0, 1, 2]);

        Assert.Equal([4, 2, 1], found.Sizes);
        Assert.Equal([0, 0, 0, 0, 1, 1, 2], found.Labels);
    }

    [Fact]
    public void A_swap_leaves_the_optimum_where_one_blob_has_two_centres_and_two_share_one()
    {
        using Tensor X = Blobs.Draw([[0, 0], [100, 0], [130, 0]], 90, 1, seed: 1).X();
        CentredRows rows = CentredRows.Of(X);
        using var search = new SimdCentreSearch(rows, 4);
        // Rows 0 and 3 are both of the first blob, and Lloyd's steps cannot take a centre from there to the others.
        LloydRun stuck = new Lloyd(rows, search, 3, 100).Iterate([GreedySeeding.CentresAt(rows, [0, 3, 1])])[0];
        double before = stuck.Inertia;

        SplitMix64 chance = new(2);
        (LloydRun swapped, int[] labels) = new Lloyd(rows, search, 3, 100).Swap(stuck, 4, ref chance);

        Assert.True(before > 60 * 10 * 10, "it was no poor optimum");
        Assert.True(swapped.Inertia < 90 * 2 * 2);
        Assert.Equal(1, PartitionAgreement.Of(labels, Enumerable.Range(0, 90).Select(row => row % 3).ToArray()).AdjustedRand);
    }

    [Fact]
    public void Same_seed_same_clusters_whatever_the_number_of_threads()
    {
        using Tensor X = Rows(9000, 4, seed: 5);
        int threads = torch.get_num_threads();
        torch.set_num_threads(1);
        KMeans one = KMeans.Fit(X, k: 5, seed: 6);
        torch.set_num_threads(2);
        KMeans two = KMeans.Fit(X, k: 5, seed: 6);
        torch.set_num_threads(threads);

        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.Inertias, two.Inertias);
        Assert.Equal(one.Centres.SelectMany(centre => centre), two.Centres.SelectMany(centre => centre));
    }

    [Fact]
    public void The_first_restarts_of_many_are_the_restarts_of_few()
    {
        using Tensor X = Rows(300, 3, seed: 7);
        IReadOnlyList<double> few = KMeans.Fit(X, k: 4, seed: 8, restarts: 3).RestartInertias;

        Assert.Equal(few.Select(inertia => Math.Round(inertia, 6)),
            KMeans.Fit(X, k: 4, seed: 8, restarts: 6).RestartInertias.Take(3)
                .Select(inertia => Math.Round(inertia, 6)));
    }

    [Property(MaxTest = 30)]
    public void Inertia_never_rises_and_no_cluster_is_empty(int seed, byte columns, byte clusters)
    {
        int d = columns % 5 + 1, k = clusters % 12 + 1;
        using Tensor X = Rows(60, d, seed);

        KMeans found = KMeans.Fit(X, k, seed, restarts: 2);

        Assert.All(found.Inertias.Zip(found.Inertias.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-12)));
        Assert.All(found.Sizes, size => Assert.True(size > 0));
        Assert.Equal(60, found.Sizes.Sum());
        Assert.Equal(found.Labels, found.Nearest(X));
    }

    [Property(MaxTest = 30)]
    public void The_order_of_the_rows_changes_no_label_where_the_start_is_given(int seed)
    {
        using Tensor X = Rows(80, 3, seed);
        int[] order = Shuffle.Order(80, seed, DrawnFor.Sample);
        using Tensor moved = Permuted(X, order);

        KMeans one = KMeans.From(X, [order[0], order[1], order[2]]), other = KMeans.From(moved, [0, 1, 2]);

        Assert.Equal(1, PartitionAgreement.Of(order.Select(row => one.Labels[row]).ToArray(), other.Labels).AdjustedRand);
        Assert.Equal(one.Inertia, other.Inertia, 1e-9);
    }

    [Fact]
    public void A_large_mean_beside_a_small_spread_costs_no_digits()
    {
        using Tensor X = Rows(100, 2, seed: 9);
        using Tensor far = X + 1e7;

        Assert.Equal(KMeans.Fit(X, 3, seed: 1).Labels, KMeans.Fit(far, 3, seed: 1).Labels);
    }

    [Fact]
    public void What_cannot_be_clustered_is_said_in_a_sentence()
    {
        using Tensor X = torch.tensor(new double[,] { { 1 }, { 1 }, { 2 } });
        using Tensor hole = torch.tensor(new[,] { { 1.0 }, { double.NaN } });

        Assert.Contains("ask for 1 to 3", Assert.Throws<UserMistakeException>(() => KMeans.Fit(X, 4, seed: 0)).Message);
        Assert.Contains("fewer than 3 different rows", Assert.Throws<UserMistakeException>(() => KMeans.Fit(X, 3, seed: 0)).Message);
        Assert.Contains("Row 1, column 0", Assert.Throws<UserMistakeException>(() => KMeans.Fit(hole, 1, seed: 0)).Message);
    }

    [Fact]
    public void No_tensor_is_left_behind()
    {
        using Tensor X = Rows(50, 3, seed: 1);
        long before = LiveTensors.Count;
        KMeans.Fit(X, 3, seed: 1);
        CentredRows rows = CentredRows.Of(X);
        using (var tensors = new TensorCentreSearch(rows, 2, torch.CPU))
            KMeans.Walk(rows, tensors, 3, GreedySeeding.Choose(rows, tensors, 3, 2, 1));

        Assert.Equal(before, LiveTensors.Count);
    }

    internal static Tensor Rows(int rows, int columns, int seed)
    {
        var chance = new Random(seed);
        return torch.tensor([.. Enumerable.Range(0, rows * columns).Select(_ => chance.NextDouble())], rows, columns);
    }

    private static Tensor Permuted(Tensor X, int[] order)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return X.index_select(0, torch.tensor(order, torch.ScalarType.Int64)).MoveToOuterDisposeScope();
    }

    private static int[] SlowLloyd(Tensor X, int[] starts)
    {
        int n = (int)X.size(0), d = (int)X.size(1);
        double[][] rows = [.. Enumerable.Range(0, n).Select(i => X.data<double>().Skip(i * d).Take(d).ToArray())];
        double[][] centres = [.. starts.Select(row => rows[row])];
        int[] labels = [], before;
        do
        {
            before = labels;
            labels = [.. rows.Select(row => Enumerable.Range(0, centres.Length)
                .MinBy(c => row.Zip(centres[c], (x, y) => (x - y) * (x - y)).Sum()))];
            centres = [.. centres.Select((_, c) => Enumerable.Range(0, d)
                .Select(j => rows.Where((_, i) => labels[i] == c).Average(row => row[j]))
                .ToArray())];
        }
        while (!labels.SequenceEqual(before));
        return labels;
    }
}
