using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>Costs that make no sense are refused, and those that are odd are explained. Negative ones never get here.</summary>
internal static class CostSense
{
    /// <summary>Gives the costs back if a decision can rest on them.</summary>
    /// <param name="costs">As asked for, or by default.</param>
    /// <param name="hasAmounts">Whether each row has its own amount: then a miss may be worth a review in some rows
    /// though not in all.</param>
    public static ErrorCosts Checked(ErrorCosts costs, bool hasAmounts)
    {
        if (costs is { Miss: 0, FalseAlarm: 0 })
        {
            throw new UserMistakeException(
                "--cost-miss and --cost-false-alarm are both 0: "
                + "if no mistake costs anything there is nothing to decide; give at least a miss a cost above 0.");
        }
        if (costs.Miss == 0)
        {
            throw new UserMistakeException(
                "--cost-miss is 0: if a miss costs nothing it is best to flag nothing, with any model; "
                + "give a miss a cost above 0.");
        }
        if (!hasAmounts && costs.Review >= costs.Miss)
        {
            throw new UserMistakeException(
                $"--cost-review is {NumberText.Of(costs.Review)} and --cost-miss {NumberText.Of(costs.Miss)}: "
                + $"if a review costs as much as a miss or more, no flag ever pays and it is best to flag nothing; "
                + $"a review must cost less than {NumberText.Of(costs.Miss)}.");
        }
        return costs;
    }

    /// <summary>What is allowed and odd, a sentence each, for the page and the log; empty where nothing is.</summary>
    /// <param name="costs">Checked.</param>
    /// <param name="amount">What a miss loses on average before the common factor; 1 without amounts.</param>
    public static IReadOnlyList<string> Oddities(ErrorCosts costs, double amount = 1)
    {
        List<string> odd = [];
        if (costs.FalseAlarm > amount * costs.Miss)
        {
            odd.Add(
                $"A false alarm costs more than a miss ({NumberText.Of(costs.FalseAlarm)} against {NumberText.Of(amount * costs.Miss)}), "
                + $"so that only rows that are more likely positive than not are called. "
                + "If it should be the other way round, --cost-miss and --cost-false-alarm are turned round.");
        }
        if (costs.FalseAlarm + costs.Review == 0)
        {
            odd.Add(
                "A flag costs nothing, right or wrong, so it is best to flag everything: "
                + "no model is needed for that. Give a false alarm or a review a cost.");
        }
        return odd;
    }
}
