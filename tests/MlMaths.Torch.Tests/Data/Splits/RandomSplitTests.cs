using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class RandomSplitTests
{
    [Theory]
    [InlineData(0.25, 44)]
    [InlineData(0.001, 1)]
    [InlineData(0.999, 177)]
    public void Every_row_is_in_exactly_one_part(double share, int heldOut)
    {
        DataSplit split = RandomSplit.Of(DatasetCatalogue.Load("wine"), seed: 3, share);
        Assert.Equal(Enumerable.Range(0, 178), split.Training.Rows.Concat(split.Test.Rows).Order());
        Assert.Equal((heldOut, 0), (split.Test.Count, split.Validation.Count));
        Assert.Equal(split.Test.Rows.Order(), split.Test.Rows);
    }

    [Fact]
    public void The_seed_decides_and_the_target_does_not()
    {
        Dataset wine = DatasetCatalogue.Load("wine");
        var relabelled = new Dataset(
            "wine", wine.ColumnNames, wine.Features.ToArray(), "kind", [.. wine.Labels.Reverse()], wine.Provenance);
        Assert.Equal(RandomSplit.Of(wine, 3).Test.Rows, RandomSplit.Of(relabelled, 3).Test.Rows);
        Assert.NotEqual(RandomSplit.Of(wine, 3).Test.Rows, RandomSplit.Of(wine, 4).Test.Rows);
    }

    [Fact]
    public void A_single_row_cannot_be_split() =>
        Assert.Contains(
            "at least two", Tables.Mistake(() => RandomSplit.Of(DatasetCatalogue.Load("iris").Select([0]), seed: 1)),
            StringComparison.Ordinal);
}
