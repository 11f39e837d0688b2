using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Rows with a rare class for the decision project, and what it finds on them.</summary>
internal static class DecisionRows
{
    /// <summary>Calibrated probabilities, a tenth of them positive; every hundred rows are a day.</summary>
    public static ScoredRows Draw(int rows, int seed, bool hasTruth = true, bool hasAmounts = false, bool hasTimes = true)
    {
        var random = new Random(seed);
        double[] truth = [.. Enumerable.Range(0, rows).Select(_ => Math.Pow(random.NextDouble(), 9))];
        bool[] labels = [.. truth.Select(p => random.NextDouble() < p)];
        double[]? amounts = hasAmounts ? [.. truth.Select(_ => 0.2 + 2 * random.NextDouble())] : null;
        double[]? times = hasTimes ? [.. Enumerable.Range(0, rows).Select(row => (double)(row / 100))] : null;
        return new ScoredRows([.. Enumerable.Range(0, rows)], labels, truth)
        {
            Truth = hasTruth ? truth : null,
            Amounts = amounts,
            Times = times,
        };
    }

    /// <summary>The same rows with another set of labels.</summary>
    public static ScoredRows Labelled(this ScoredRows rows, Func<double, bool> label) =>
        rows with { Labels = [.. rows.Probabilities.Select(label)] };

    public static CostFindings Findings(
        ScoredRows validation, ScoredRows test, ErrorCosts? costs = null, int? capacity = null) => CostFindings.Of(
            validation, test, costs ?? new ErrorCosts(10, 1),
            new DecisionOptions(null, null, null, null, capacity, null, null, Quick: true), seed: 1);
}
