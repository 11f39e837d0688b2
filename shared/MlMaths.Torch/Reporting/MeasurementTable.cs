namespace MlMaths.Torch.Reporting;

/// <summary>Measurements as tables: the few of the headline, and all of them with their ids.</summary>
internal static class MeasurementTable
{
    public static Table Headline(IReadOnlyList<Measurement> measurements) => new(
        MarkdownText.Empty,
        ["Measured", "Value", "Interval"],
        [.. measurements.Select(measurement => (IReadOnlyList<MarkdownText>)[measurement.Label, measurement.ValueText, Range(measurement)])]);

    public static Table All(IReadOnlyList<Measurement> measurements) => new(
        $"Every number of this page, by the id that `results.json` and `cv.md` use.",
        ["Id", "Measured", "Value", "Interval", "How"],
        [.. measurements.Select(Row)]);

    private static IReadOnlyList<MarkdownText> Row(Measurement measurement) =>
        [$"`{Id(measurement)}`", measurement.Label, measurement.ValueText, Range(measurement), measurement.How];

    /// <summary>Ids are letters, digits, dots and underscores, which code shows as they are.</summary>
    private static MarkdownText Id(Measurement measurement)
    {
        MarkdownText id = new(measurement.Id.Length, 0);
        id.AppendLiteral(measurement.Id);
        return id;
    }

    private static MarkdownText Range(Measurement measurement) =>
        measurement.RangeText.Length == 0 ? MarkdownText.Empty : $"{measurement.RangeText} ({measurement.IntervalName.Replace(" interval", "", StringComparison.Ordinal)})";
}
