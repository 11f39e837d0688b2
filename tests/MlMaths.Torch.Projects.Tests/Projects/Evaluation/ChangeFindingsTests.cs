using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Distributions;
using MlMaths.Torch.EvaluationPack.Distributions.Sections;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The comparison stays honest for whatever counts are typed.</summary>
public sealed class ChangeFindingsTests
{
    [Theory]
    [InlineData(0, 100, 0, 100, "NotEnough", "Not enough to say whether the rate changed")]
    [InlineData(100, 100, 100, 100, "NotEnough", "Not enough to say whether the rate changed")]
    [InlineData(1, 2, 2, 2, "NotEnough", "Not enough to say whether the rate changed")]
    [InlineData(0, 1, 1, 1, "NotEnough", "Not enough to say whether the rate changed")]
    [InlineData(0, 2, 2, 2, "NotEnough", "Not enough to say whether the rate changed: the interval leaves out 0")]
    [InlineData(120, 2400, 150, 2410, "NotEnough", "Not enough to say whether the rate changed")]
    [InlineData(370, 6350, 312, 6400, "Weak", "The rate fell by")]
    [InlineData(100, 1000, 300, 1000, "Strong", "The rate rose by")]
    [InlineData(500000, 10000000, 500100, 10000000, "Equivalent", "As good as no change")]
    [InlineData(500000000, 1000000000, 500090000, 1000000000, "Equivalent", "As good as no change")]
    public void Says_no_more_than_the_interval_allows(long x1, long n1, long x2, long n2, string evidence, string begins)
    {
        ChangeFindings change = ChangeFindings.Of(Options(new TwoProportions(x1, n1, x2, n2)));
        Assert.Equal(Enum.Parse<Evidence>(evidence), change.Verdict.Evidence);
        Assert.StartsWith(begins, change.Verdict.Sentence, StringComparison.Ordinal);
        Assert.InRange(change.Power, 0, 1);
        Assert.True(change.Coverage is null or > 0.6 and <= 1 + 1e-9);
        Assert.InRange(change.Posterior.Greater, 0, 1);
        foreach (double end in new[] { change.Difference.Low!.Value, change.Difference.High!.Value })
            Assert.InRange(end, -1, 1);
    }

    [Theory]
    [InlineData(312, 6400, 370, 6350, "This test found a change all the same")]
    [InlineData(312, 6400, 320, 6350, "As this test shows none, little is learnt")]
    public void Too_few_visitors_are_judged_with_what_they_showed(long x1, long n1, long x2, long n2, string says) => Assert.Contains(
        says, $"{PowerSection.Conclusion(ChangeFindings.Of(Options(new TwoProportions(x1, n1, x2, n2))))}", StringComparison.Ordinal);

    [Fact]
    public void An_end_that_is_not_0_never_reads_0()
    {
        string sentence = new ChangeVerdict(new Interval(0.0001, 0.0000004, 0.0002, 0.95, "test"), 0, MidPValue: 0.01).Sentence;
        Assert.Contains("0.00004", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Disagreeing_ways_are_said_to_disagree()
    {
        // z calls it, Fisher does not.
        ChangeFindings change = ChangeFindings.Of(Options(new TwoProportions(7, 100, 16, 100)));
        Assert.Equal((false, true), (change.Calls.Exact, change.Calls.Z));
        Assert.Contains(
            "The methods disagree",
            string.Concat(Section(change).Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text.ToString())),
            StringComparison.Ordinal);
    }

    private static Section Section(ChangeFindings change)
    {
        var measurements = new Measurements();
        foreach (string id in new[] { "change.before", "change.after", "change.difference", "change.ratio", "change.p_z" })
            measurements.Add(id, id, 0.5, "", "test");
        return ChangeSection.Of(change, measurements);
    }

    private static DistributionsOptions Options(TwoProportions counts) =>
        new(
            counts, new TwoEventRates(1, 1, 1, 1), Rope: 0.002, Matters: 0.01, Days: 14, IsStory: false,
            AreEventsStory: false, Seed: 1, Quick: true);
}
