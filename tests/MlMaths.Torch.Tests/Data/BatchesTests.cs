using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class BatchesTests
{
    [Fact]
    public void An_epoch_hands_out_every_row_once_and_the_last_batch_may_be_short()
    {
        using Batches batches = Ten(batchSize: 4);
        Assert.Equal((10, 3), (batches.Rows, batches.BatchesPerEpoch));
        List<double[]> epoch = Targets(batches, 0);
        Assert.Equal([4, 4, 2], epoch.Select(batch => batch.Length));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], epoch.SelectMany(batch => batch).Order());
    }

    [Fact]
    public void Features_stay_with_their_targets()
    {
        using Batches batches = Ten(batchSize: 3);
        foreach (Batch batch in batches.Epoch(0))
        {
            using Tensor expected = batch.y * 10;
            using Tensor first = batch.X.select(1, 0);
            Assert.Equal(expected.data<double>().ToArray(), first.data<double>().ToArray());
        }
    }

    [Fact]
    public void The_order_is_decided_by_seed_and_epoch_alone()
    {
        using Batches one = Ten(4, seed: 1), same = Ten(4, seed: 1), other = Ten(4, seed: 2);
        Assert.Equal(Targets(one, 5), Targets(same, 5));
        Assert.NotEqual(Targets(one, 5), Targets(one, 6));
        Assert.NotEqual(Targets(one, 5), Targets(other, 5));
    }

    [Fact]
    public void Neighbouring_seeds_and_epochs_are_no_shifted_copies()
    {
        using Batches one = Ten(4, seed: 1), other = Ten(4, seed: 2);
        Assert.NotEqual(Targets(one, 1), Targets(other, 0));
        Assert.NotEqual(Targets(one, 2), Targets(other, 1));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void The_full_batch_is_the_data_itself_in_its_own_order(int batchSize)
    {
        using Batches batches = Ten(batchSize);
        Batch only = Assert.Single(batches.Epoch(3));
        Assert.Same(batches.Whole, only);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], only.y.data<double>().ToArray());
        Assert.Equal(1, batches.BatchesPerEpoch);
    }

    [Fact]
    public void Nothing_is_left_of_a_hundred_epochs()
    {
        long before = LiveTensors.Count;
        using (Batches batches = Ten(batchSize: 3))
        {
            for (int epoch = 0; epoch < 100; epoch++)
            {
                foreach (Batch batch in batches.Epoch(epoch))
                {
                    using DisposeScope step = torch.NewDisposeScope();
                    Assert.True((batch.X.sum() + batch.y.sum()).ToDouble() > -1);
                }

                Assert.Equal(before + 2, Tensor.TotalCount);
            }
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void An_epoch_that_is_left_early_leaves_nothing_either()
    {
        using Batches batches = Ten(batchSize: 3);
        long before = LiveTensors.Count;
        Assert.Equal(3, batches.Epoch(0).First().Rows);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void The_rows_outlive_the_scope_in_which_they_were_handed_over()
    {
        DisposeScope scope = torch.NewDisposeScope();
        using Batches batches = Ten(batchSize: 4);
        scope.Dispose();
        Assert.Equal(10, Targets(batches, 0).Sum(batch => batch.Length));
    }

    [Fact]
    public void Features_and_targets_of_different_length_are_refused()
    {
        using Tensor X = torch.zeros(3, 2), y = torch.zeros(4);
        Assert.Throws<ArgumentException>(() => new Batches(X, y, 2, seed: 1));
    }

    /// <summary>Row i has the features 10·i, −i and the target i.</summary>
    private static Batches Ten(int batchSize, int seed = 1)
    {
        double[] features = [.. Enumerable.Range(0, 10).SelectMany(i => new double[] { 10 * i, -i })];
        double[] targets = [.. Enumerable.Range(0, 10).Select(i => (double)i)];
        return new(torch.tensor(features, [10, 2]), torch.tensor(targets), batchSize, seed);
    }

    private static List<double[]> Targets(Batches batches, int epoch) =>
        [.. batches.Epoch(epoch).Select(batch => batch.y.data<double>().ToArray())];
}
