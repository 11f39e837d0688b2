namespace MlMaths.Torch.Tests.Projects;

/// <summary>Counts that make no sense get exit code 2, one helpful sentence, and no run folder.</summary>
public sealed class DistributionsBadInputTests
{
    [Theory]
    [InlineData("more conversions than visitors", "--before=5/4", "--after=1/4")]
    [InlineData("has no visitors", "--before=0/0", "--after=1/4")]
    [InlineData("negative", "--before=-1/10", "--after=1/4")]
    [InlineData("negative", "--before=1/-10", "--after=1/4")]
    [InlineData("not a pair of whole numbers", "--before=0.05", "--after=1/4")]
    [InlineData("not a pair of whole numbers", "--before=1/2/3", "--after=1/4")]
    [InlineData("not a pair of whole numbers", "--before=1e15/2e15", "--after=1/4")]
    [InlineData("not a pair of whole numbers", "--before=five/ten", "--after=1/4")]
    [InlineData("1,000,000,000", "--before=1000000000000000/2000000000000000", "--after=1/4")]
    [InlineData("1,000,000,000", "--before=1/99999999999999999999999999", "--after=1/4")]
    [InlineData("--after", "--before=1/4")]
    [InlineData("--before-events", "--after-events=1/4")]
    [InlineData("has no periods", "--before-events=5/0", "--after-events=1/4")]
    [InlineData("--rope", "--rope=0.02")]
    [InlineData("--matters", "--matters=0")]
    [InlineData("--days", "--days=1")]
    public void An_option_that_makes_no_sense(string named, params string[] options)
    {
        using var run = new DistributionsRunOf(options);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'));
    }
}
