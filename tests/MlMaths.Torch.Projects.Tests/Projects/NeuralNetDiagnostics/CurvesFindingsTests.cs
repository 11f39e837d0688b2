using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision;
using MlMaths.Torch.ImbalancedDecision.Sections;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The curves and the explorer of the decision note, on rows drawn here.</summary>
public sealed class CurvesFindingsTests
{
    private static readonly ErrorCosts Costs = new(100, 4) { Review = 1 };

    private static readonly CurvesFindings Rare = CurvesFindings.Of(Rows(3_000, 0.02), Costs, 0.05, resamples: 60, seed: 1);

    [Fact]
    public void Where_positives_are_rare_the_roc_curve_flatters_and_the_page_says_why()
    {
        Assert.True(Rare.RocFlatters);
        string text = Text(CurvesSection.Of(Rare, Measured(Rare)));
        Assert.Contains("Why the ROC curve looks too good here", text, StringComparison.Ordinal);
        Assert.Contains(
            $"1 % of {Rare.Counts.Negatives:N0} negatives, {Rare.Counts.Negatives / 100.0:0} false alarms, "
            + $"against {Rare.Counts.Positives} positives",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_classes_are_alike_in_size_it_does_not()
    {
        CurvesFindings half = CurvesFindings.Of(Rows(400, 0.5), Costs, 0.05, resamples: 30, seed: 1);
        Assert.False(half.RocFlatters);
        Assert.Contains("both curves tell much the same story", Text(CurvesSection.Of(half, Measured(half))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_of_false_alarms_is_used_up_and_never_passed()
    {
        foreach (AlarmLevel level in Rare.Levels)
        {
            Assert.True(level.Flags.FalsePositives <= level.Most * Rare.Counts.Negatives);
            Assert.True(level.Flags.FalsePositives + 1 > level.Most * Rare.Counts.Negatives);
        }
    }

    [Fact]
    public void The_intervals_and_the_band_are_of_the_same_rows()
    {
        Assert.Equal(Rare.PrecisionRecall.AveragePrecision, Rare.AveragePrecision.Value);
        Assert.Equal(Rare.Roc.Area, Rare.RocArea.Value);
        Assert.True(Rare.AveragePrecision.HasEnds);
        Assert.Equal(100, Rare.Band.Recall.Count);
        Assert.Equal(Rare.BaseRate, Rare.PrecisionRecall.Prevalence);
    }

    [Theory]
    [InlineData(false, "there are no positive rows")]
    [InlineData(true, "there are no negative rows")]
    public void One_class_alone_has_no_curve_and_nothing_to_explore(bool label, string reason)
    {
        ScoredRows rows = new([0, 1], [label, label], [0.2, 0.7]);
        CurvesFindings findings = CurvesFindings.Of(rows, Costs, 0.05, resamples: 5, seed: 1);
        Assert.Contains($"There is no curve on these test rows: {reason}.", Text(CurvesSection.Of(findings, [])), StringComparison.Ordinal);
        Assert.Contains("all of one class", Text(ExplorerSection.Of(rows, Costs, 0.05, "yes", "no")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    [InlineData(0.999)]
    public void Any_threshold_has_its_sentences(double threshold)
    {
        ScoredRows rows = Rows(300, 0.05);
        CurvesFindings findings = CurvesFindings.Of(rows, new ErrorCosts(1, 1) { Review = 2 }, threshold, resamples: 10, seed: 1);
        string text = Text(CurvesSection.Of(findings, Measured(findings))) + Text(ExplorerSection.Of(rows, Costs, threshold, "yes", "no"));
        Assert.Contains("no flag pays for itself", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_amounts_a_miss_costs_the_mean_of_them()
    {
        ScoredRows rows = new([0, 1, 2], [true, true, false], [0.9, 0.2, 0.1]) { Amounts = [10, 30, 5_000] };
        Section section = ExplorerSection.Of(rows, new ErrorCosts(2, 1), 0.5, "yes", "no");
        Assert.Equal(40, section.Blocks.OfType<ExplorerBlock>().Single().Costs.Miss);
        Assert.Contains("every miss costs the average amount", Text(section), StringComparison.Ordinal);
    }

    private static Measurements Measured(CurvesFindings findings)
    {
        Measurements measurements = [];
        measurements.Add("test.roc_auc", "ROC area", findings.RocArea, "", "DeLong");
        measurements.Add("test.average_precision", "Average precision", findings.AveragePrecision, "", "bootstrap");
        return measurements;
    }

    private static string Text(Section section) => MarkdownReport.Write(new Report("t", "l", [section]));

    internal static ScoredRows Rows(int count, double share)
    {
        var random = new Random(4);
        bool[] labels = [.. Enumerable.Range(0, count).Select(row => row < 2 || random.NextDouble() < share)];
        double[] scores = [.. labels.Select(label => 1 / (1 + Math.Exp(
            4.4 - (label ? 2.8 : 0) - 2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))))];
        return new ScoredRows([.. Enumerable.Range(0, count)], labels, scores);
    }
}
