
namespace MlMaths.Torch.Tests.Review;

/// <summary>The reviewer finds each breach by its own rule, and nothing in a clean run.</summary>
public sealed class PlantedBreachTests
{
    [Fact]
    public void A_clean_run_has_no_findings() => Assert.Empty(Reviewer.Read(CleanRun.Of()));

    [Theory]
    [InlineData(NumberRule.Name, "ROC AUC of 0.929 (", "ROC AUC of 0.512 (")]                             // another value under its name
    [InlineData(IntervalRule.Name, "0.929 (95 % interval 0.842 to 0.970)", "0.929 (95 % interval 0.942 to 0.970)")] // outside
    [InlineData(IntervalRule.Name, "0.929 (95 % interval 0.842 to 0.970)", "0.929 (95 % interval 0.970 to 0.842)")] // backwards
    [InlineData(IntervalRule.Name, "| ROC AUC | 0.929 | 0.842 to 0.970 |", "| ROC AUC | 0.829 | 0.842 to 0.970 |")] // in a table
    [InlineData(IntervalRule.Name, "0.929 (95 % interval 0.842 to 0.970)", "0.850 (95 % interval 0.842 to 0.970)")] // of another value
    [InlineData(NumberRule.Name, "It stays a trial.", "It stays a trial: the cost is 32,935 units.")]             // cut off, not rounded
    [InlineData(FigureRule.Name, "The 40 of 58 numbers that differ most are drawn, by", "Every number of the gradient, by")]
    [InlineData(FigureRule.Name, "(figures/penalty.svg)", "(figures/missing.svg)")]
    [InlineData(FigureRule.Name, "Marked: sweep's best 0.003", "Marked: sweep's worst 0.003")]
    [InlineData(FigureRule.Name, "Eight penalties, strongest first", "There are 12 penalties, strongest first")]
    [InlineData(TypographyRule.Name, "(95 % interval −1,975 to 559 units)", "(95 % interval -1,975 to 559 units)")]
    [InlineData(TypographyRule.Name, "A share of 1.2 % (0.8 to 1.8)", "A share of −0.00")]
    [InlineData(TypographyRule.Name, "A share of 1.2 % (0.8 to 1.8)", "A share of 0 (0 to 0)")]
    [InlineData(TypographyRule.Name, "A share of 1.2 %", "A share of 1.2%")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "It stays a trial, at 4E-16.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", @"It stays a trial, at \\-233 units.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", @"\*\*It stays\*\* a trial.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", @"It stays a trial; \`--target COLUMN\` says otherwise.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "29 of 53 1 rows are found.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "It stays a trial , as it was.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "It stays a trial, once.It comes with a penalty.")]
    [InlineData(TypographyRule.Name, "On 1,846 rows", "On all 1846 rows")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "It stays a trial at 0.04807692307.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "It stays a trial; the rest is NaN.")]
    [InlineData(TypographyRule.Name, "(0.8 to 1.8)", "(0.8–1.8)")]
    [InlineData(TypographyRule.Name, "44 of 45 weeks (0.978, 95 % interval 0.884 to 0.996)", "0.978 (95 % 0.884 to 0.996) of 45 weeks")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "It stays a trial in 1 windows.")]
    [InlineData(TypographyRule.Name, "It stays a trial.", "It stays a trial; the 1 mistakes are known.")]
    [InlineData(TypographyRule.Name, "A share of 1.2 % (0.8 to 1.8)", "A share of 1.2 % (0.83 to 1.8 %)")]
    [InlineData(SectionRule.Name, "As strong as 0.0001, by the validation rows.\n\n", "")]
    [InlineData(ClassRule.Name, " kind = fraud is the positive class: as asked.", "")]
    [InlineData(VerdictRule.Name, "; the interval\nincludes 0, so these rows do not show which is cheaper", "")]
    [InlineData(VerdictRule.Name, "It stays a trial.", "The target is in the columns. Still, the columns help.")]
    [InlineData(VerdictRule.Name, "It stays a trial.", "The time is simulated; the labels, which came later, said so.")]
    [InlineData(SumRule.Name, "| 65 | 54 | 184 |", "| 65 | 55 | 184 |")]
    [InlineData(GridRule.Name, "chosen is 0.0001", "chosen is 10")]
    public void A_breach_on_the_report_is_found(string rule, string right, string wrong)
    {
        Assert.Contains(right, CleanRun.Report, StringComparison.Ordinal);
        Found(rule, CleanRun.Of(CleanRun.Report.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(SumRule.Name, "54 missed", "53 missed")]
    [InlineData(SumRule.Name, "184 others", "190 others")]
    [InlineData(VerdictRule.Name, "Use the model, and watch it.", "Flag nothing: no model is needed at these costs.")]
    [InlineData(OptionRule.Name, ", but at most 40 per week", "")]
    public void A_breach_in_the_note_is_found(string rule, string right, string wrong)
    {
        Assert.Contains(right, CleanRun.Note, StringComparison.Ordinal);
        Found(rule, CleanRun.Of(note: CleanRun.Note.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_value_of_the_results_outside_its_interval_is_found() =>
        Found(IntervalRule.Name, CleanRun.Of(measured: CleanRun.With("threshold.chosen", 0.0909, 0.008, 0.07)));

    [Fact]
    public void An_option_that_shows_nowhere_is_found() =>
        Found(OptionRule.Name, CleanRun.Of(command: "./mlmaths decision --capacity 40 --deployed-rate 0.37"));

    [Fact]
    public void A_recall_of_nothing_outside_the_headline_is_found() =>
        Found(HeadlineRule.Name, CleanRun.Of(measured: CleanRun.With("test.recall", 0, 0, 0.1)));

    [Theory]
    [InlineData("test.gain", 0.01, -0.2, 0.22)]
    [InlineData("test.recall", 0, 0, 0.1)]
    public void A_weak_line_for_a_cv_is_found(string id, double value, double low, double high) => Found(
        CvRule.Name,
        CleanRun.Of(
            cv: $"# A decision: sentences for a CV\n\n- Gained something. (`{id}`)\n", measured: CleanRun.With(id, value, low, high)));

    [Fact]
    public void A_score_beside_a_leak_is_found_in_the_cv() => Found(
        CvRule.Name,
        CleanRun.Of(CleanRun.Report.Replace("It stays a trial.", "The target is in the columns.", StringComparison.Ordinal)));

    private static void Found(string rule, ReviewedRun run) => Assert.Contains(rule, Reviewer.Read(run).Select(finding => finding.Rule));
}
