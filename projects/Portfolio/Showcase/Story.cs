namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary>
/// What a run's own page says first, in Markdown: its answer, its few numbers, one picture and its first caution. Nothing is said here
/// that the page does not say.
/// </summary>
/// <param name="Title">The page's title.</param>
/// <param name="Lead">What was found.</param>
/// <param name="Numbers">The table of the headline; empty where there is none.</param>
/// <param name="Picture">A picture with its caption; empty where there is none.</param>
/// <param name="Image">The address of that picture.</param>
/// <param name="Caution">What must not be read over; empty where the page has nothing of the kind.</param>
internal sealed record Story(string Title, string Lead, string Numbers, string Picture, string Image, string Caution)
{
    private const string CautionMark = "> [!CAUTION]\n";

    /// <summary>Reads <c>report.md</c> of a run folder.</summary>
    /// <param name="folder">Where the run is.</param>
    /// <param name="part">Which part of the portfolio it is.</param>
    /// <param name="home">Where the page will stand: addresses lead from there into the folder.</param>
    public static Story Of(string folder, PortfolioPart part, string home)
    {
        string way = Path.GetRelativePath(home, folder).Replace('\\', '/');
        string[] blocks = File.ReadAllText(Path.Combine(folder, "report.md")).ReplaceLineEndings("\n").Split("\n\n");
        string address = $"](figures/{part.Figure}.svg)";
        string picture = blocks.FirstOrDefault(block => IsPicture(block) && block.Contains(address, StringComparison.Ordinal))
            ?? blocks.FirstOrDefault(IsPicture) ?? "";
        string caution = blocks.FirstOrDefault(block => block.StartsWith(CautionMark, StringComparison.Ordinal)) ?? "";
        return new(
            blocks[0].TrimStart('#', ' '),
            Led(blocks.ElementAtOrDefault(1) ?? "")
                + (part.AnswersInFirstSection && FirstAnswer(blocks) is { } answer ? $"\n\n{Led(answer)}" : ""),
            blocks.ElementAtOrDefault(2) is { } table && table.StartsWith("| Measured", StringComparison.Ordinal) ? Led(table) : "",
            Led(picture),
            picture.Length == 0 ? "" : $"{way}/{Address(picture)}",
            Led(caution));

        // A term leads to its note at the end of the run's own page.
        string Led(string markdown) => markdown
            .Replace("](#", $"]({way}/report.html#", StringComparison.Ordinal)
            .Replace("](figures/", $"]({way}/figures/", StringComparison.Ordinal);
    }

    private static string? FirstAnswer(string[] blocks) =>
        blocks.SkipWhile(block => !block.StartsWith("## ", StringComparison.Ordinal)).ElementAtOrDefault(1);

    private static string Address(string picture)
    {
        string behind = picture[(picture.IndexOf("](", StringComparison.Ordinal) + "](".Length)..];
        return behind[..behind.IndexOf(')', StringComparison.Ordinal)];
    }

    private static bool IsPicture(string block) =>
        block.StartsWith("![", StringComparison.Ordinal) && block.Contains(".svg)", StringComparison.Ordinal);
}
