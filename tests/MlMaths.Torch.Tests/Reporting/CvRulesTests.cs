using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Reporting;

/// <summary>No CV quotes a weak or contradicted number; the file says which, and why.</summary>
public sealed class CvRulesTests
{
    [Theory]
    [InlineData("test.recall", 0.0, 0.0, 0.1, "is 0: nothing was found")]
    [InlineData("capacity.recall", 0.0, 0.0, 0.1, "is 0: nothing was found")]
    [InlineData("test.macro_f1", 0.0, 0.0, 0.1, "is 0: nothing was found")]
    [InlineData("compare.gain", 0.1, -0.2, 0.4, "has an interval that includes 0, −0.200 to 0.400")]
    [InlineData("saved.against_none", 5.0, 0.0, 9.0, "has an interval that includes 0, 0 to 9.00")]
    [InlineData("shift.saved", -5.0, -9.0, -1.0, "is no gain, −5.00")]
    public void A_weak_number_is_left_out_and_said(string id, double value, double low, double high, string why) =>
        Assert.Equal($"- *Left out: `{id}` {why}.*", Written(new CvLines(), Measured(id, value, low, high)));

    [Theory]
    [InlineData("test.recall", 0.4, 0.2, 0.6)]
    [InlineData("compare.gain", 0.3, 0.2, 0.4)]
    [InlineData("test.log_loss", 0.0, 0.0, 0.1)]
    public void A_number_that_holds_is_quoted(string id, double value, double low, double high) =>
        Assert.StartsWith("- Measured",
            Written(new CvLines(), Measured(id, value, low, high)), StringComparison.Ordinal);

    [Fact]
    public void Beside_a_leak_no_score_of_held_out_rows_is_quoted_and_what_needs_none_stays()
    {
        var cv = new CvLines { Leak = "the target is in the columns" };
        Assert.Contains(
            "rests on rows that know the answer: the target is in the columns", Written(cv, Measured("test.roc_auc", 1, 0.9, 1)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "- Measured",
            Written(new CvLines { Leak = "a leak" }, new Measurement("newton.steps", "Steps", 11, null, null, null, "steps", "")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_leans_on_what_is_not_clear_is_left_out_and_said()
    {
        Measurement stability = Measured("kmeans.stability", 0.13, -0.06, 0.41), groups = Measured("kmeans.k", 2, 2, 2);
        CvLines cv = new();
        cv.Add($"Found {groups:value} clusters.", stability, CvRules.NotAbove(stability, 0));
        cv.Add($"Found {groups:value} clusters.", stability, CvRules.NotAbove(stability, -0.1));
        string[] lines = cv.ToMarkdown("A run").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("- *Left out: `kmeans.stability` is not clear of 0, 0.13", lines[^2], StringComparison.Ordinal);
        Assert.StartsWith("- Found 2", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.33, 0.02, 0.62, 0.70, true)]
    [InlineData(0.33, 0.02, 0.62, 0.40, false)]
    public void An_estimate_that_misses_what_was_counted_is_not_told(
        double estimate, double low, double high, double counted, bool isMissed) => Assert.Equal(
        isMissed,
        CvRules.Missed(Measured("shift.estimated_rate", estimate, low, high), Measured("shift.true_rate", counted, 0, 1)) is not null);

    [Theory]
    [InlineData("%", 100, 29.2, 100, true)]
    [InlineData("%", 100, 83.2, 100, false)]
    [InlineData("", 0.6, 0.2, 0.9, true)]
    [InlineData("", 0.6, 0.4, 0.8, false)]
    [InlineData("µs", 0.6, 0.2, 0.9, false)]
    [InlineData("", 20, 10, 30, false)]
    public void A_share_with_an_interval_over_more_than_half_of_all_shares_does_not_stand_alone(
        string unit, double value, double low, double high, bool isRefused) => Assert.Equal(
        isRefused, CvRules.TooWide(Measured("stable.within_octave", value, low, high) with { Unit = unit }) is not null);

    private static Measurement Measured(string id, double value, double low, double high) =>
        new(id, "A number", value, low, high, 0.95, "", "");

    private static string Written(CvLines cv, Measurement measurement)
    {
        cv.Add($"Measured {measurement} once.");
        return cv.ToMarkdown("A run").Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
    }
}
