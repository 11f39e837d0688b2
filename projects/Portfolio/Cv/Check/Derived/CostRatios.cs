using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>
/// How many false alarms a miss costs, where a threshold follows from these two costs alone: t = c/(c + m), so that m/c = (1 − t)/t.
/// </summary>
internal static class CostRatios
{
    private const string FromBoth = "over the sum of both costs";

    public static IEnumerable<Measurement> Of(IReadOnlyList<Measurement> measured) => measured
        .Where(one => one is { Id: "threshold.elkan", Value: > 0 and < 1 } && one.How.Contains(FromBoth, StringComparison.Ordinal))
        .Select(one => new Measurement("ratio.of_costs", "What a miss costs, in false alarms", (1 - one.Value) / one.Value, null, null,
            null, WrittenUnit.Times, $"from {one.Id}", null));
}
