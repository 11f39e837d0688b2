using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Simulations;
using MlMaths.Torch.Tests.Data;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class LeakageChecksTests
{
    private static readonly LeakageKind[] Leaks =
    [
        LeakageKind.Duplicates, LeakageKind.NearDuplicates, LeakageKind.Groups, LeakageKind.Future,
        LeakageKind.Function, LeakageKind.Combination, LeakageKind.RowNumber,
    ];

    public static TheoryData<LeakageKind> Kinds() => [.. Enum.GetValues<LeakageKind>()];

    public static TheoryData<LeakageWorld> Worlds() => [.. Enum.GetValues<LeakageWorld>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_planted_is_found_and_nothing_else(LeakageKind planted)
    {
        for (int seed = 0; seed < 5; seed++)
        {
            var trial = LeakageTrial.Of(LeakageWorld.Normal, planted, seed);
            Assert.True(trial.Cries(planted));
            Assert.Equal(Leaks.Contains(planted), trial.Finds(planted));
            Assert.DoesNotContain(Enum.GetValues<LeakageKind>(), kind => kind != planted && trial.Cries(kind));
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Where_nothing_leaks_hardly_a_check_finds_a_leak(LeakageWorld world)
    {
        int cried = Enumerable.Range(0, 25).Count(seed => Enum.GetValues<LeakageKind>().Any(LeakageTrial.Of(world, null, seed).Finds));
        // Rates of one in fifty and less: 4 of 25 come in one of 600 such runs.
        Assert.InRange(cried, 0, 3);
    }

    [Fact]
    public void What_was_not_named_is_not_checked_and_says_why()
    {
        var target = BinaryTarget.From(DatasetCatalogue.Load("breast_cancer"));
        var checks = LeakageChecks.Of(target, StratifiedSplit.Of(target, seed: 1), [], seed: 1);
        Assert.Equal([LeakageKind.Groups, LeakageKind.Future],
            checks.Findings.Where(finding => finding.Status == LeakageStatus.NotChecked)
                .Select(finding => finding.Kind));
        Assert.All(checks.Findings, finding => Assert.Equal(finding.Status == LeakageStatus.NotChecked, finding.WhyNot is not null));
        Assert.DoesNotContain(checks.Findings, finding => finding.Status is LeakageStatus.Found or LeakageStatus.Hint);
    }

    [Fact]
    public void A_column_that_separates_the_classes_with_a_gap_is_a_hint_however_many_rows_there_are()
    {
        Assert.Equal(LeakageStatus.Hint, Status(6));
        Assert.Equal(LeakageStatus.Hint, Status(600));

        static LeakageStatus Status(int rows)
        {
            // Nearly the target, but neither rising from row to row nor whole.
            Dataset table = CutClustersTests.Table([.. Enumerable.Range(0, rows).Select(row => row % 2 + 0.3 * Math.Sin(row))], 1);
            var checks = LeakageChecks.Of(BinaryTarget.From(table), null, [], seed: 1);
            Assert.Equal(LeakageStatus.Passed, checks[LeakageKind.Function].Status);
            return checks[LeakageKind.Disguise].Status;
        }
    }

    [Theory]
    [InlineData("rising", true)]
    [InlineData("falling", true)]
    [InlineData("shuffled whole numbers without a gap", true)]
    [InlineData("whole numbers with a gap", false)]
    [InlineData("measured", false)]
    public void A_column_that_numbers_the_rows_is_known_by_its_values(string column, bool numbers)
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(row => column switch
        {
            "rising" => row * row + 0.5,
            "falling" => -row,
            "shuffled whole numbers without a gap" => row * 7 % 50 + 1,
            "whole numbers with a gap" => row * 7 % 50 + (row == 49 ? 100 : 0),
            _ => Math.Sin(row),
        })];
        IReadOnlyList<RowNumberColumn> found = RowNumberColumn.In(BinaryTarget.From(CutClustersTests.Table(values, 1)));
        Assert.Equal(numbers, found.Count == 1);
        Assert.DoesNotContain(found, one => one.IsInformative);
    }

    [Fact]
    public void Two_rows_of_each_class_are_looked_at_without_a_split()
    {
        var target = BinaryTarget.From(CutClustersTests.Table([1, 2, 1, 3], 1));
        var checks = LeakageChecks.Of(target, null, [Folds.Stratified(target, 2, seed: 1)], seed: 1);
        Assert.Equal(10, checks.Findings.Count);
        Assert.Equal(LeakageStatus.NotChecked, checks[LeakageKind.NearDuplicates].Status);
    }
}
