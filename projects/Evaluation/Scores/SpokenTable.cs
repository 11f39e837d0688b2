using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>Measurements as lines of a console: labels to the left, numbers below each other.</summary>
internal static class SpokenTable
{
    public static IEnumerable<string> Of(IReadOnlyList<Measurement> measurements)
    {
        int widest = measurements.Max(measurement => measurement.Label.Length),
            widestValue = measurements.Max(measurement => measurement.ValueText.Length);
        return measurements.Select(measurement =>
            ($"{measurement.Label.PadRight(widest)}  {measurement.ValueText.PadRight(widestValue)}  "
            + $"{(measurement.RangeText.Length > 0 ? $"95 %: {measurement.RangeText}" : "")}")
                .TrimEnd());
    }
}
