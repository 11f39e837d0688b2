namespace MlMaths.Torch.Tests.Projects;

/// <summary>The second story of project 3: calls of a bank, with a column that nobody has before a call.</summary>
public sealed class CallsTests
{
    [Fact]
    public void The_length_of_a_call_is_named_as_known_only_afterwards_until_it_is_left_out()
    {
        using var with = new PortfolioRunOf("decision", "--data", "bank_calls", "--quick");
        using var without = new PortfolioRunOf("decision", "--data", "bank_calls", "--leave-out", "duration", "--quick");
        Assert.Equal((0, "", 0, ""), (with.ExitCode, with.Errors, without.ExitCode, without.Errors));
        foreach (string page in new[] { "report.md", "decision.md" })
        {
            Assert.Contains("Caution: duration takes part", with.Read(page), StringComparison.Ordinal);
            Assert.DoesNotContain("duration takes part", without.Read(page), StringComparison.Ordinal);
            Assert.Contains("A call in vain costs 5", without.Read(page), StringComparison.Ordinal);
        }

        Assert.Contains("duration is known only after the call", with.Read("cv.md"), StringComparison.Ordinal);
        Assert.True(without.Value("test.roc_auc") < with.Value("test.roc_auc"));
        Assert.Equal(50, without.Model.GetProperty("costs").GetProperty("miss").GetDouble());
    }
}
