using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Tests.Data;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>That a value is there may say what the target is.</summary>
public sealed class AbsenceFunctionTests
{
    [Theory]
    [InlineData(0, LeakageStatus.Found, "y = 1 exactly where days is filled in")]
    [InlineData(2, LeakageStatus.Found, "y = 1 almost exactly where days is filled in")]
    [InlineData(20, LeakageStatus.Hint, "days is filled in only where y = 1")]
    public void Days_that_only_the_dead_have_are_told_once(int blank, LeakageStatus status, string formula)
    {
        TargetLeak leak = Assert.Single(In(row => row % 4 == 0 && row >= 4 * blank ? $"{row * 37 % 301}" : ""), one =>
            one.Formula.Contains("days", StringComparison.Ordinal));
        Assert.Equal((status, formula), (leak.Status, leak.Formula));
    }

    [Fact]
    public void Texts_that_nothing_learns_from_give_it_away_too() => Assert.Contains(
        In(row => row % 4 == 0 ? $"cause {row % 224}" : ""), leak => leak.Formula == "y = 1 exactly where days is filled in");

    [Fact]
    public void What_is_missing_by_chance_says_nothing() =>
        Assert.Empty(In(row => row * 7919 % 11 < 3 ? "" : $"{row * 37 % 301}"));

    private static IReadOnlyList<TargetLeak> In(Func<int, string> days)
    {
        Dataset rows = Tables.Read("days,size,y\n" + string.Concat(Enumerable.Range(0, 240).Select(row =>
            $"{days(row)},{row * 7 % 31},{(row % 4 == 0 ? 1 : 0)}\n")));
        DataSplit all = DataSplit.None(rows);
        return TargetLeaks.In(MlMaths.Torch.Data.Preparation.Fit(all.Training).On(all).Training.Whole);
    }
}
