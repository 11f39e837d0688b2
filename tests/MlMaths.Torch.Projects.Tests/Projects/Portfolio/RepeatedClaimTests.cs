using System.Globalization;
using MlMaths.Torch.Portfolio.Verify;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A number of a run beside that of its repetition.</summary>
public sealed class RepeatedClaimTests
{
    [Theory]
    [InlineData("0.5", "0.5", nameof(ClaimVerdict.Exact))]
    [InlineData("0.5", "0.55", nameof(ClaimVerdict.Within))]
    [InlineData("0.5", "0.61", nameof(ClaimVerdict.Not))]
    [InlineData("0.5", null, nameof(ClaimVerdict.Not))]
    public void A_number_is_compared_with_its_interval(string then, string? now, string verdict) =>
        Assert.Equal(verdict, $"{new RepeatedClaim(Said(then, 0.4, 0.6)!, Said(now, 0.4, 0.6), MayDiffer: true).Verdict}");

    [Theory]
    [InlineData("3.00000000001", nameof(ClaimVerdict.Within))]
    [InlineData("3.001", nameof(ClaimVerdict.Not))]
    public void Without_an_interval_only_rounding_is_let_pass(string now, string verdict) =>
        Assert.Equal(verdict, $"{new RepeatedClaim(Said("3", null, null)!, Said(now, null, null), MayDiffer: true).Verdict}");

    [Fact]
    public void What_a_clock_said_is_not_compared() => Assert.Equal(
        ClaimVerdict.Timed,
        new RepeatedClaim(
            Said("3", null, null)! with { IsTimed = true }, Said("9", null, null)! with { IsTimed = true }, MayDiffer: false).Verdict);

    [Fact]
    public void On_the_same_machine_nothing_may_differ() =>
        Assert.Equal(ClaimVerdict.Not, new RepeatedClaim(Said("0.5", 0.4, 0.6)!, Said("0.51", 0.4, 0.6), MayDiffer: false).Verdict);

    private static Measurement? Said(string? value, double? low, double? high) => value is null
        ? null
        : new("a", "A", double.Parse(value, CultureInfo.InvariantCulture), low, high, low is null ? null : 0.95, "", "drawn");
}
