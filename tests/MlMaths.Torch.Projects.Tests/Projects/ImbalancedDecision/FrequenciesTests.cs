using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision;

namespace MlMaths.Torch.Tests.Projects;

public sealed class FrequenciesTests
{
    [Theory]
    [InlineData(12, 34, 10, 1790)] // 65.0 found, 54.2 missed, of 119.2
    [InlineData(1, 0, 1, 1)]
    [InlineData(0, 3, 5, 9991)]
    [InlineData(33, 51, 17, 3888)]
    public void Parts_add_up_as_written(long found, long needless, long missed, long quiet)
    {
        var of = Frequencies.Of(new ConfusionMatrix(found, needless, missed, quiet));
        Assert.Equal(of.Positives, of.Found + of.Missed);
        Assert.Equal(of.Flagged, of.Found + of.FalseAlarms);
        Assert.True(of is { Found: >= 0, Missed: >= 0, FalseAlarms: >= 0 });
    }
}
