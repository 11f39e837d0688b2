using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision;
using MlMaths.Torch.ImbalancedDecision.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Figures;

namespace MlMaths.Torch.Tests.Projects;

public sealed class CostSectionTests
{
    private static readonly ErrorCosts Costs = new(10, 1) { Review = 0.5 };

    [Fact]
    public void Every_policy_is_measured_and_the_oracle_knows_the_truth()
    {
        CostFindings findings = DecisionRows.Findings(DecisionRows.Draw(600, 1), DecisionRows.Draw(800, 2), Costs, capacity: 5);
        var measurements = new Measurements();
        CostMeasurements.AddTo(measurements, findings);

        Assert.Equal(1.5 / 11, measurements["threshold.elkan"].Value!.Value, 1e-12);
        foreach (string id in (string[])[
            "threshold.empirical", "threshold.chosen", "cost.chosen", "cost.at_half", "cost.alert_none",
            "cost.alert_all", "cost.oracle", "capacity.price", "region.rate_to",
        ])
        {
            Assert.True(measurements[id].Value is not null, id);
        }
        Assert.Equal(10_000 * Costs.PerCase(findings.Flags)!.Value, measurements["cost.chosen"].Value!.Value, 1e-6);
        Assert.Equal(PolicyKind.Oracle, findings.Oracle.Policy.Kind);
        Assert.Equal(8, findings.Capacity!.Units);
        string page = Page(findings);
        Assert.Contains("by the labels", page, StringComparison.Ordinal);
        Assert.Contains("**5**", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_truth_the_best_in_hindsight_is_said_to_flatter()
    {
        CostFindings findings = DecisionRows.Findings(
            DecisionRows.Draw(600, 1), DecisionRows.Draw(800, 2, hasTruth: false, hasTimes: false), Costs);
        Assert.Equal(PolicyKind.BestInHindsight, findings.Oracle.Policy.Kind);
        Assert.True(findings.Oracle.Cost.Value <= findings.Chosen.Cost.Value);
        string page = Page(findings);
        Assert.Contains("too optimistic", page, StringComparison.Ordinal);
        Assert.Contains("per 1,000 rows", page, StringComparison.Ordinal);
        Assert.DoesNotContain("true probabilities of these rows are known", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_by_row_is_compared_where_there_are_amounts()
    {
        CostFindings findings = DecisionRows.Findings(
            DecisionRows.Draw(600, 1, hasAmounts: true), DecisionRows.Draw(800, 2, hasAmounts: true), Costs);
        PolicyCost byRow = findings[PolicyKind.PerRow]!;
        Assert.NotEqual(findings.Chosen.Flags, byRow.Flags);
        Assert.Contains("With a threshold for each row", Page(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_misleads_is_not_recommended()
    {
        // The likeliest rows are never positive, and one unlikely row in ten is.
        ScoredRows test = DecisionRows.Draw(800, 2);
        test = test with { Labels = [.. test.Probabilities.Select((p, row) => p < 0.1 && row % 10 == 0)] };
        CostFindings findings = DecisionRows.Findings(DecisionRows.Draw(600, 1), test, new ErrorCosts(3, 2));
        Assert.Contains("do not use the model", $"{CostSection.Of(findings, Measured(findings)).Conclusion}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Rows_of_one_class_are_no_obstacle(bool validationPositive, bool testPositive)
    {
        ScoredRows validation = DecisionRows.Draw(60, 1).Labelled(_ => validationPositive),
            test = DecisionRows.Draw(60, 2).Labelled(_ => testPositive);
        CostFindings findings = DecisionRows.Findings(validation, test, Costs, capacity: 1);
        Assert.True(findings.Threshold.IsElkan);
        Assert.Contains("one class", Page(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Perfect_scores_and_turned_costs_are_no_obstacle()
    {
        ScoredRows validation = DecisionRows.Draw(300, 1).Labelled(p => p > 0.5), test = DecisionRows.Draw(300, 2).Labelled(p => p > 0.5);
        string page = Page(DecisionRows.Findings(validation, test, new ErrorCosts(1, 20)));
        Assert.Contains("turned round", page, StringComparison.Ordinal);
        page = Page(DecisionRows.Findings(validation, test, new ErrorCosts(1, 0)));
        Assert.Contains("no plane of base rates and costs", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_words_of_the_figures_lie_on_others()
    {
        CostFindings findings = DecisionRows.Findings(
            DecisionRows.Draw(600, 1, hasAmounts: true), DecisionRows.Draw(800, 2, hasAmounts: true), Costs,
            capacity: 5);
        var report = new Report("Costs", MarkdownText.Empty,
            [
                ThresholdSection.Of(findings, Quiet, Measured(findings), "fraud"),
                CostSection.Of(findings, Measured(findings), later: 0.3),
            ]);
        Assert.Equal(3, report.Figures.Count());
        Assert.All(report.Figures, figure =>
        {
            string svg = FigureFiles.Svg(figure);
            Assert.InRange(svg.Length, 2_000, 100_000);
            Assert.Empty(DrawnWords.Overlaps(svg));
            Assert.InRange(figure.Width, 300, 500);
        });
    }

    [Fact]
    public void A_threshold_off_the_theory_is_no_contradiction_of_a_quiet_calibration_error()
    {
        ScoredRows rows = DecisionRows.Draw(4000, 1).Labelled(p => p > 0.5), test = DecisionRows.Draw(300, 2).Labelled(p => p > 0.5);
        CostFindings findings = DecisionRows.Findings(rows, test, new ErrorCosts(1, 20));
        Assert.Equal(ThresholdReason.Contradicted, findings.Threshold.Reason);
        const string Quietly = "Over all test rows together, though, the calibration error is no more than chance explains";
        Assert.Contains(Quietly, Page(findings), StringComparison.Ordinal);
        Assert.DoesNotContain(Quietly, Page(findings, new CalibrationNullBand(0.2, 0.01, 0.03, 0.95, 0.001)), StringComparison.Ordinal);
    }

    private static CalibrationNullBand Quiet { get; } = new(0.02, 0.01, 0.03, 0.95, 0.5);

    private static Measurements Measured(CostFindings findings)
    {
        var measurements = new Measurements();
        CostMeasurements.AddTo(measurements, findings);
        return measurements;
    }

    private static string Page(CostFindings findings, CalibrationNullBand? error = null)
    {
        Measurements measurements = Measured(findings);
        string page = MarkdownReport.Write(new Report(
            "Costs", MarkdownText.Empty,
            [ThresholdSection.Of(findings, error ?? Quiet, measurements, "fraud"), CostSection.Of(findings, measurements)]));
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
        return page;
    }
}
