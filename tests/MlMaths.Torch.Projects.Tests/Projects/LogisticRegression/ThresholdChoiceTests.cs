using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.LogisticRegression;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Which of the equally cheap thresholds is taken.</summary>
public sealed class ThresholdChoiceTests : IDisposable
{
    // Ten rows; the validation rows get the scores of each test, in their order, with their own labels.
    private readonly PreparedData _data;

    public ThresholdChoiceTests()
    {
        string[] labels = [.. Enumerable.Range(0, 20).Select(row => row % 2 == 0 ? "no" : "yes")];
        var dataset = new Dataset(
            "twenty", ["x"], [.. Enumerable.Range(0, 20).Select(row => (double)row)], "kind", labels,
            new("here", "none", "none"));
        BinaryTarget target = BinaryTarget.From(dataset, "yes");
        _data = PreparedData.From(target, StratifiedSplit.Of(target, seed: 0), torch.CPU);
    }

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Elkans_threshold_is_kept_where_the_rows_do_not_contradict_it() =>
        Assert.Equal(0.25, Choose(ofPositives: 0.9, ofNegatives: 0.1, miss: 3).Chosen);

    [Fact]
    public void Where_they_do_the_nearest_threshold_that_is_as_cheap_is_taken()
    {
        Assert.Equal(Math.BitIncrement(0.4), Choose(ofPositives: 0.9, ofNegatives: 0.4, miss: 3).Chosen);
        Assert.Equal(0.2, Choose(ofPositives: 0.2, ofNegatives: 0.1, miss: 3).Chosen);
    }

    private ThresholdChoice Choose(double ofPositives, double ofNegatives, double miss)
    {
        double[] scores = [.. _data.Target.IsPositive.Select(positive => positive ? ofPositives : ofNegatives)];
        return ThresholdChoice.For(_data, scores, new ErrorCosts(miss, 1), seed: 0);
    }
}
