using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision;
using MlMaths.Torch.ImbalancedDecision.Sections;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The order of the note is that of the policy that is followed, whatever was asked for.</summary>
public sealed class NoteVerdictTests
{
    [Fact]
    public void A_limit_that_binds_is_the_policy_that_is_priced()
    {
        CostFindings free = Findings(new ErrorCosts(10, 1)), limited = Findings(new ErrorCosts(10, 1), capacity: 5);
        Assert.False(free.IsLimited);
        Assert.True(limited.IsLimited);
        Assert.Equal(limited.Capacity!.Cost.Value, limited.Chosen.Cost.Value);
        Assert.Equal(free.Chosen.Cost.Value, limited[PolicyKind.Unlimited]!.Cost.Value);
        Assert.Equal(limited.Chosen.Flags, limited.Flags.PredictedPositive);
        Assert.Equal(PolicyKind.None, limited.CheaperWithoutModel.Policy.Kind);
    }

    [Fact]
    public void A_limit_that_is_never_reached_changes_nothing()
    {
        CostFindings free = Findings(new ErrorCosts(10, 1)), wide = Findings(new ErrorCosts(10, 1), capacity: 100);
        Assert.False(wide.IsLimited);
        Assert.Equal(free.Chosen.Cost.Value, wide.Chosen.Cost.Value);
        Assert.Null(wide[PolicyKind.Unlimited]);
    }

    [Fact]
    public void Where_every_row_is_flagged_no_model_is_ordered()
    {
        CostFindings findings = Findings(new ErrorCosts(10, 0));
        Assert.Equal(NoteVerdict.NoModelNeeded, findings.Verdict);
        Assert.Contains("Flag every row, without the model", $"{NoteOrder.LastWord(findings)}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_costs_more_on_these_rows_is_not_ordered_on_trial()
    {
        // Positives by a coin: whoever leaves the rows of low scores out misses some, and there are too few rows to tell.
        CostFindings findings = Enumerable.Range(1, 50).Select(seed => new Random(seed)).Select(coin => DecisionRows.Findings(
                DecisionRows.Draw(600, 1), DecisionRows.Draw(60, 2).Labelled(_ => coin.NextDouble() < 0.12), new ErrorCosts(10, 1)))
            .First(drawn => drawn.CheaperWithoutModel.SavedByChosen is { Value: < 0, High: > 0 });
        Assert.Equal(NoteVerdict.NotShown, findings.Verdict);
        Assert.EndsWith(", without the model, until more rows decide.", $"{NoteOrder.LastWord(findings)}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_saves_is_used_and_one_that_costs_more_than_none_is_not()
    {
        Assert.Equal(NoteVerdict.Use, Findings(new ErrorCosts(10, 1)).Verdict);

        // The surest rows are negative, one and all: every flag is in vain.
        CostFindings turned = DecisionRows.Findings(
            DecisionRows.Draw(600, 1), DecisionRows.Draw(800, 2).Labelled(p => p is > 1e-3 and < 2e-3));
        Assert.Equal(NoteVerdict.DoNotUse, turned.Verdict);
        Assert.Contains("Flag nothing, without the model", $"{NoteOrder.LastWord(turned)}", StringComparison.Ordinal);
    }

    private static CostFindings Findings(ErrorCosts costs, int? capacity = null) =>
        DecisionRows.Findings(DecisionRows.Draw(600, 1), DecisionRows.Draw(800, 2), costs, capacity);
}
