using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>How many times as fast one way is as another, and how much less time it takes: of ways timed at the same work.</summary>
internal static partial class SpeedRatios
{
    /// <summary>Such as <c>speed.gradient.autograd.over.simd</c> in times, with <c>.share</c> of the time and <c>.less</c> in %.</summary>
    public static IEnumerable<Measurement> Of(IReadOnlyList<Measurement> measured)
    {
        (Measurement Number, string Work, string Way)[] timed =
        [
            .. measured.Where(one => one is { Unit: "µs", Value: > 0 }).Select(one => (one, Parts().Match(one.Id)))
                .Where(one => one.Item2.Success)
                .Select(one => (one.one, $"{one.Item2.Groups["task"]}{one.Item2.Groups["rest"]}", one.Item2.Groups["way"].Value)),
        ];
        foreach ((Measurement slow, string work, string way) in timed)
        {
            foreach ((Measurement fast, _, string other) in timed.Where(one => one.Work == work && one.Number.Value < slow.Value))
            {
                string id = $"speed.{work}.{(way.Length == 0 ? "plain" : way)}.over.{(other.Length == 0 ? "plain" : other)}",
                    how = $"{slow.Id} over {fast.Id}";
                double ratio = slow.Value!.Value / fast.Value!.Value;
                yield return Of(id, "Times as fast", ratio, "times", how);
                yield return Of($"{id}.more", "Faster by", 100 * (ratio - 1), "%", how);
                yield return Of($"{id}.share", "Share of the time", 1 / ratio, "", how);
                yield return Of($"{id}.less", "Less time", 100 * (1 - 1 / ratio), "%", how);
            }
        }
    }

    private static Measurement Of(string id, string label, double value, string unit, string how) =>
        new(id, label, value, null, null, null, unit, how, null);

    [GeneratedRegex(@"^(?:(?<task>gradient)\.(?<way>\w+)\.us|(?<task>latency)\.(?:(?<way>module)\.)?(?<rest>\w+\.p\d+)_us)$")]
    private static partial Regex Parts();
}
