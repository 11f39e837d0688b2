using MlMaths.Torch.Evaluation;
using MlMaths.Torch.LogisticRegression;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Which threshold project 1 applies, and why: the library's rule, and no search of its own.</summary>
public sealed class ThresholdChoiceTests
{
    private static readonly ErrorCosts Costs = new(Miss: 3, FalseAlarm: 1);

    // Of hundred rows that were promised p, p · 100 are positive.
    private static readonly (bool Label, double Promised)[] Kept =
    [
        .. from p in new[] { 0.05, 0.15, 0.25, 0.35, 0.5, 0.7, 0.9 }
           from row in Enumerable.Range(0, 100)
           select (row < 100 * p, p + 0.0001 * row),
    ];

    [Fact]
    public void Kept_promises_leave_the_threshold_to_theory_though_one_noisy_curve_is_lowest_elsewhere()
    {
        ThresholdChoice choice = Choose([.. Kept.Select(row => row.Promised)]);
        Assert.Equal((ThresholdReason.NotContradicted, 0.25), (choice.Rule.Reason, choice.Rule.Chosen));
        Assert.NotEqual(0.25, choice.Curve!.BestThreshold);
    }

    [Fact]
    public void Broken_promises_leave_it_to_trial()
    {
        // What happens at 0.25 is promised as 0.25³.
        ThresholdChoice choice = Choose([.. Kept.Select(row => Math.Pow(row.Promised, 3))]);
        Assert.Equal(ThresholdReason.Contradicted, choice.Rule.Reason);
        Assert.InRange(choice.Rule.Chosen, Math.Pow(0.1, 3), Math.Pow(0.4, 3));
    }

    [Fact]
    public void Without_validation_rows_there_is_only_the_theory()
    {
        var choice = ThresholdChoice.For([], [], Costs, seed: 0);
        Assert.Equal((ThresholdReason.NoRows, 0.25, null), (choice.Rule.Reason, choice.Rule.Chosen, choice.Curve));
        Assert.Contains("no rows were kept", choice.Rule.ChosenScatter.WhyUndefined, StringComparison.Ordinal);
    }

    private static ThresholdChoice Choose(double[] promised) =>
        ThresholdChoice.For([.. Kept.Select(row => row.Label)], promised, Costs, seed: 0);
}
