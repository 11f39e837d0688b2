using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class TargetInDisguiseTests
{
    [Fact]
    public void A_column_that_knows_the_target_is_named_with_its_interval_whichever_way_it_points()
    {
        Dataset clean = DatasetCatalogue.Load("breast_cancer");
        var target = BinaryTarget.From(clean);
        double[] features = clean.Features.ToArray();
        for (int row = 0; row < clean.Rows; row++)
        {
            features[row * clean.Columns + 3] = target.IsPositive[row] ? 0 : 1;
            features[row * clean.Columns + 5] = row % 100 == 0 ? 0.5 : target.IsPositive[row] ? 1 : 0; // silent on one row in a hundred
        }

        Dataset leaky = clean.WithFeatures(features);
        TrainingPart training = StratifiedSplit.Of(leaky, seed: 1).Training;
        IReadOnlyList<TargetInDisguise> found = TargetInDisguise.In(training, BinaryTarget.From(leaky));
        Assert.Equal([3, 5], found.Select(one => one.Column));
        Assert.Equal([true, false], found.Select(one => one.Falls));
        TargetInDisguise first = found[0];
        Assert.Equal((clean.ColumnNames[3], 1.0), (first.Name, first.Area.Value!.Value));
        int positives = target.Of(training).Count(label => label);
        Assert.Equal(Math.Pow(0.025, 1.0 / positives), first.Area.Low!.Value, 1e-9);
        Assert.Equal("Clopper–Pearson over separate pairs", first.Area.Method);
    }

    [Fact]
    public void The_best_single_column_of_breast_cancer_is_no_disguise()
    {
        var target = BinaryTarget.From(DatasetCatalogue.Load("breast_cancer"));
        TrainingPart training = DataSplit.None(target.Dataset).Training;
        Assert.Empty(TargetInDisguise.In(training, target));
        TargetInDisguise best = TargetInDisguise.Areas(training, target)[0];
        Assert.Equal("worst_perimeter", best.Name);
        Assert.InRange(best.Area.Value!.Value, 0.97, 0.98);
        Assert.True(best.Area.Low < best.Area.Value && best.Area.Value < best.Area.High);
    }

    [Fact]
    public void Rows_of_one_class_suspect_nothing()
    {
        var target = BinaryTarget.From(DatasetCatalogue.Load("breast_cancer"));
        int[] positives = [.. Enumerable.Range(0, 569).Where(row => target.IsPositive[row])];
        Assert.Empty(TargetInDisguise.Areas(new(target.Dataset, positives), target));
    }
}
