using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>
/// What was saved or gained, as a percentage of what it was saved from: saved/cost, gain/error of the baseline. The ends of the interval
/// are those of the difference over the same whole.
/// </summary>
internal static class RelativeDifferences
{
    private const string Saved = "saved.against_";

    private static readonly (string Of, string Over, string Id)[] Gains =
    [
        ("regression.gain", "regression.baseline.rmse", "regression.gain.relative.rmse"),
        ("regression.gain.mae", "regression.baseline.mae", "regression.gain.relative.mae"),
    ];

    public static IEnumerable<Measurement> Of(IReadOnlyList<Measurement> measured)
    {
        Dictionary<string, Measurement> byId = measured.DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        foreach (Measurement saved in measured.Where(one => one.Id.StartsWith(Saved, StringComparison.Ordinal)))
        {
            string what = saved.Id[Saved.Length..];
            if (Share(saved, byId.GetValueOrDefault($"cost.{what}"), $"saved.relative.against_{what}") is { } share) yield return share;
        }

        if (byId.GetValueOrDefault("test.saved_per_case") is { Value: { } gained } perCase
            && byId.GetValueOrDefault("test.cost_per_case")?.Value is { } cost
            && Share(perCase, perCase with { Id = "cost without it", Value = gained + cost }, "test.saved_relative") is { } ofCase)
        {
            yield return ofCase;
        }

        foreach (Measurement ratio in measured.Where(one => one is { Id: "change.ratio" or "events.ratio", Value: not null }))
        {
            yield return ratio with
            {
                Id = ratio.Id.Replace("ratio", "difference.relative", StringComparison.Ordinal),
                Label = $"{ratio.Label}, less 1",
                Value = 100 * (ratio.Value - 1),
                Low = 100 * (ratio.Low - 1),
                High = 100 * (ratio.High - 1),
                Unit = "%",
                How = $"from {ratio.Id}",
            };
        }

        foreach ((string of, string over, string id) in Gains)
        {
            if (byId.TryGetValue(of, out Measurement? gain) && Share(gain, byId.GetValueOrDefault(over), id) is { } share)
                yield return share;
        }
    }

    private static Measurement? Share(Measurement part, Measurement? whole, string id) => whole?.Value is not > 0
        ? null
        : part with
        {
            Id = id,
            Label = $"{part.Label}, relative",
            Value = 100 * part.Value / whole.Value,
            Low = 100 * part.Low / whole.Value,
            High = 100 * part.High / whole.Value,
            Unit = "%",
            How = $"{part.Id} over {whole.Id}",
        };
}
