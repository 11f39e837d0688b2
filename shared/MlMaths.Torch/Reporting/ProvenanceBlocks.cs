namespace MlMaths.Torch.Reporting;

/// <summary>The closing section: command, data, environment, and every number with its id.</summary>
internal static class ProvenanceBlocks
{
    public static IEnumerable<Block> Of(Provenance provenance)
    {
        DataDescription data = provenance.Data;
        MarkdownText positive = data.Positive is null ? MarkdownText.Empty : $", positive when it is “{data.Positive}”";
        yield return new Paragraph($"This command repeats the run; with the same seed on the same machine, the same numbers come out.");
        yield return new CodeBlock(provenance.Command, "sh");
        yield return new Bullets(
        [
            $"Data: {data.Name}, {data.Rows} rows, {data.Columns} feature columns; target “{data.Target}”{positive}.",
            $"SHA-256 of the data: {data.Sha256}",
            $"Seed: {provenance.Seed:D}",
            .. provenance.Environment.Select(Line),
        ]);
        yield return MeasurementTable.All(provenance.Measurements);
    }

    private static MarkdownText Line(KeyValuePair<string, string> part) => $"{part.Key}: {part.Value}";
}
