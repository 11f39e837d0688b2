using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Rows as a model sees them: prepared by what the training rows say, and by nothing else.</summary>
public sealed class PreparedRowsTests
{
    private static readonly BinaryTarget Target = BinaryTarget.From(new Dataset(
        "ten", ["a", "b"], [.. Enumerable.Range(0, 20).Select(number => number * number / 7.0)], "kind",
        [.. Enumerable.Range(0, 10).Select(row => row % 2 == 0 ? "no" : "yes")], new("here", "none", "none")), "yes");

    private static readonly DataSplit Split = StratifiedSplit.Of(Target, seed: 1);

    [Fact]
    public void Each_part_holds_its_own_rows_in_the_units_of_the_training_rows()
    {
        using var data = PreparedBatches.Of(Target, Split, StandardScaler.Fit, torch.CPU);
        FittedScaler scaler = StandardScaler.Fit(Split.Training);
        Assert.Equal(scaler.Means, data.Scaler.Means);
        foreach ((SplitPart part, Batch batch) in
            new (SplitPart, Batch)[] { (Split.Training, data.Training), (Split.Validation, data.Validation), (Split.Test, data.Test) })
        {
            Assert.Equal(scaler.Transform(part).Features.ToArray(), batch.X.data<double>().ToArray());
            Assert.Equal(part.Rows.Select(row => row % 2 == 0 ? 0.0 : 1), batch.y.data<double>().ToArray());
        }

        Assert.Equal(scaler.Transform(Target.Dataset).Features.ToArray(), data.AllRows.data<double>().ToArray());
    }

    [Fact]
    public void A_row_that_is_held_out_changes_nothing_that_was_learnt()
    {
        double[] features = Target.Dataset.Features.ToArray();
        features[2 * Split.Test.Rows[0]] = 1e6;
        DataSplit planted = Split.On(Target.Dataset.WithFeatures(features));
        using PreparedRows before = PreparedRows.Of(Split, StandardScaler.Fit, torch.CPU), after = PreparedRows.Of(
            planted, StandardScaler.Fit, torch.CPU);
        using Tensor one = before.Of(Split.Training), other = after.Of(planted.Training);
        Assert.Equal(one.data<double>().ToArray(), other.data<double>().ToArray());
        Assert.Equal(before.Scaler.Deviations, after.Scaler.Deviations);
    }

    [Fact]
    public void Parts_without_rows_are_batches_without_rows()
    {
        using var data = PreparedBatches.Of(Target, DataSplit.None(Target.Dataset), StandardScaler.Fit, torch.CPU);
        Assert.Equal((10, 0, 0), (data.Training.Rows, data.Validation.Rows, data.Test.Rows));
    }

    [Fact]
    public void A_row_too_far_from_all_others_is_named_and_not_fed_to_a_net()
    {
        double[] features = Target.Dataset.Features.ToArray();
        features[2 * Split.Test.Rows[0] + 1] = 9e49;
        DataSplit planted = Split.On(Target.Dataset.WithFeatures(features));
        string said = Assert.Throws<UserMistakeException>(() => PreparedRows.Of(planted, StandardScaler.Fit, torch.CPU)).Message;
        Assert.StartsWith("The column 'b' holds 9e49, too far from its mean ", said, StringComparison.Ordinal);
    }
}
