using MlMaths.Torch.ImbalancedDecision.Candidates;

namespace MlMaths.Torch.Tests.Projects;

public sealed class StoppingRowsTests
{
    [Fact]
    public void Of_a_file_with_a_period_of_six_rows_all_six_kinds_are_held_out()
    {
        (int[] stopping, int[] learning) = LearningRows.Dealt([.. Enumerable.Range(0, 600)]);
        Assert.Equal(100, stopping.Length);
        Assert.Equal(Enumerable.Range(0, 600), stopping.Concat(learning).Order());
        int[] kinds = [.. Enumerable.Range(0, 6).Select(kind => stopping.Count(row => row % 6 == kind))];
        Assert.All(kinds, count => Assert.InRange(count, 8, 26));
        Assert.Equal(stopping, stopping.Order());
    }
}
