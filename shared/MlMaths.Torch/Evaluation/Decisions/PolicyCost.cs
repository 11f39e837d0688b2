using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>What a policy costs on rows that chose nothing, beside the chosen one on the same draws of the same rows.</summary>
/// <param name="Policy">Whom it calls.</param>
/// <param name="Flags">How many.</param>
/// <param name="Found">How many of them are positive.</param>
/// <param name="Cost">Per <see cref="Rows"/> rows.</param>
/// <param name="SavedByChosen">Cost of this policy less that of the chosen one, paired by row, per <see cref="Rows"/> rows.</param>
public sealed record PolicyCost(DecisionPolicy Policy, int Flags, int Found, Interval Cost, Interval SavedByChosen)
{
    /// <summary>Costs are given for so many rows: a number that is neither tiny nor hard to picture.</summary>
    public const int Rows = 10_000;

    /// <summary>Each policy in the order given; the first of the kind <see cref="PolicyKind.Chosen"/> is the one compared with.</summary>
    /// <param name="costs">Costs of the rows.</param>
    /// <param name="policies">With calls for these rows.</param>
    public static IReadOnlyList<PolicyCost> Of(RowCosts costs, IReadOnlyList<DecisionPolicy> policies)
    {
        var chosen = RowOutcomes.Of(costs, policies.First(policy => policy.Kind == PolicyKind.Chosen).Flags);
        return
        [
            .. policies.Select(policy =>
            {
                var paid = RowOutcomes.Of(costs, policy.Flags);
                return new PolicyCost(
                    policy, policy.Flags.Count(flag => flag),
                    policy.Flags.Zip(costs.Labels, (flag, label) => flag && label).Count(found => found),
                    CostInterval.Of(paid, Rows), CostInterval.Of(paid.Less(chosen), Rows));
            }),
        ];
    }
}
