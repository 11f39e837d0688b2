namespace MlMaths.Torch.Reporting;

/// <summary>The closing section: the command; and folded, data, environment, and every number with its id.</summary>
internal static class OriginBlocks
{
    public static Section Of(ReportOrigin origin) => new(
        "How this was made",
        [
            new CodeBlock(origin.Command, "sh").Told(),
            new Bullets(
            [
                .. origin.Data is { } data ? Lines(data) : ["Data: none; everything random is drawn from the seed."],
                $"Seed: {origin.Seed:D}",
                .. origin.Environment.Select(Line),
            ]),
            MeasurementTable.All(origin.Measurements),
        ],
        $"This command repeats the run; with the same seed on the same machine it gives the same numbers, except for timings.");

    private static MarkdownText[] Lines(DataDescription data)
    {
        MarkdownText target = data.Target is null ? "no target" : $"target “{data.Target}”";
        MarkdownText positive = data.Positive is null ? MarkdownText.Empty : $", positive when it is “{data.Positive}”";
        return
        [
            $"Data: {data.Name}, {data.Rows} rows, {data.Columns} feature columns; {target}{positive}.",
            $"SHA-256 of the data: {data.Sha256}",
        ];
    }

    private static MarkdownText Line(KeyValuePair<string, string> part) => $"{part.Key}: {part.Value}";
}
