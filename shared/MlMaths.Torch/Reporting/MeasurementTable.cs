namespace MlMaths.Torch.Reporting;

/// <summary>Measurements as tables: the few of the headline, and all of them with their ids.</summary>
internal static class MeasurementTable
{
    public static Table Headline(IReadOnlyList<Measurement> measurements)
    {
        string? shared = SharedInterval(measurements);
        return new(
            MarkdownText.Empty,
            ["Measured", "Value", shared ?? "Interval"],
            [.. measurements.Select(measurement => (IReadOnlyList<MarkdownText>)
                [measurement.Label, measurement.ValueText, Range(measurement, shared)])]);
    }

    /// <summary>Three columns, which a telephone has room for.</summary>
    public static Table All(IReadOnlyList<Measurement> measurements)
    {
        string? shared = SharedInterval(measurements);
        return new(
            shared is null
                ? $"The measurements of this run, each with its id in `results.json`."
                : MarkdownText.Of($"The measurements of this run, each with its id in `results.json`; in brackets the {shared}."),
            ["Measured", "Value", "How"],
            [.. measurements.Select(measurement => (IReadOnlyList<MarkdownText>)
                [$"{measurement.Label} {Id(measurement)}", WithRange(measurement, shared), How(measurement)])]);
    }

    private static MarkdownText WithRange(Measurement measurement, string? shared) => measurement.RangeText.Length == 0
        ? measurement.ValueText
        : shared is null ? $"{measurement.ValueText} ({measurement.IntervalName} {measurement.RangeText})"
        : $"{measurement.ValueText} ({measurement.RangeText})";

    /// <summary>What all the intervals are called, where they are called alike: it is said once, in the header.</summary>
    private static string? SharedInterval(IReadOnlyList<Measurement> measurements)
    {
        string[] names = [.. measurements
            .Where(measurement => measurement.RangeText.Length > 0).Select(measurement => measurement.IntervalName).Distinct()];
        return names.Length == 1 ? names[0] : null;
    }

    /// <summary>The method of an interval is ours, and its terms are linked; what stands before it may hold names of columns.</summary>
    private static MarkdownText How(Measurement measurement)
    {
        (string how, string by) = (measurement.How, Measurements.IntervalBy);
        return measurement.RangeText.Length > 0 && how.LastIndexOf(by, StringComparison.Ordinal) is int at and >= 0
            ? MarkdownText.Of($"{how[..at]}{by.TrimEnd()} {MarkdownText.Words(how[(at + by.Length)..])}")
            : how;
    }

    /// <summary>Ids are letters, digits, dots and underscores, which code shows as they are.</summary>
    private static MarkdownText Id(Measurement measurement)
    {
        MarkdownText id = new(measurement.Id.Length + 2, 0);
        id.AppendLiteral($"`{measurement.Id}`");
        return id;
    }

    private static MarkdownText Range(Measurement measurement, string? shared) =>
        shared is not null || measurement.RangeText.Length == 0
            ? measurement.RangeText
            : $"{measurement.RangeText} ({measurement.IntervalName})";
}
