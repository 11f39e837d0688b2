using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>Measurements as lines of a console: labels to the left, numbers below each other.</summary>
internal static class SpokenTable
{
    public static IEnumerable<string> Of(IReadOnlyList<Measurement> measurements) => AlignedRows.Of(
    [
        .. measurements.Select(one => (IReadOnlyList<string>)
            [one.Label, one.ValueText, one.RangeText.Length > 0 ? $"95 %: {one.RangeText}" : ""]),
    ]);
}
