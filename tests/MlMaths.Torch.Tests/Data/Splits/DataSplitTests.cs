using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class DataSplitTests
{
    private static readonly DataSplit Split = StratifiedSplit.Of(DatasetCatalogue.Load("iris"), seed: 3);

    [Fact]
    public void Once_all_is_chosen_validation_rows_train_and_test_rows_stay()
    {
        DataSplit last = Split.ValidationTrains();
        Assert.Equal([.. Split.Training.Rows.Concat(Split.Validation.Rows).Order()], last.Training.Rows);
        Assert.Empty(last.Validation.Rows);
        Assert.Equal(Split.Test.Rows, last.Test.Rows);
    }

    [Fact]
    public void Fewer_training_rows_are_still_training_rows()
    {
        int[] rows = Split.Training.Rows;
        Assert.Equal([rows[1], rows[4]], Split.Training.Only([rows[4], rows[1]]).Rows);
        Assert.Throws<ArgumentException>(() => Split.Training.Only([Split.Test.Rows[0]]));
        Assert.Throws<ArgumentException>(() => Split.Training.Only([rows[0], rows[0]]));
    }
}
