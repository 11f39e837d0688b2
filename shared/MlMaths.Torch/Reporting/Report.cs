namespace MlMaths.Torch.Reporting;

/// <summary>A page as data: Markdown is written from it, and HTML from the Markdown.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Lead">What was found, for who reads no further.</param>
/// <param name="Sections">Sections in reading order.</param>
public sealed record Report(string Title, MarkdownText Lead, IReadOnlyList<Section> Sections)
{
    /// <summary>The few numbers that stand above everything.</summary>
    public IReadOnlyList<Measurement> Headline { get; init; } = [];

    /// <summary>Pages that stand beside this one; it leads to them below the headline.</summary>
    internal IReadOnlyList<Companion> Companions { get; init; } = [];

    /// <summary>How to get the same page again; it closes the page.</summary>
    internal ReportOrigin? Origin { get; init; }

    /// <summary>Words that the page links, each at its first use, to a note at the end; none, unless it is given.</summary>
    internal Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>All figures, in reading order.</summary>
    public IEnumerable<Figures.Figure> Figures =>
        Sections.SelectMany(section => section.Told.Concat(section.Proof)).OfType<FigureBlock>().Select(block => block.Figure);

    /// <summary>The one place to explore, where there is one and it has something to show. Two are a mistake, and throw.</summary>
    internal ExplorerBlock? Explorer =>
        Sections.SelectMany(section => section.Blocks).OfType<ExplorerBlock>().SingleOrDefault(block => block.Counts.MissingClass is null);
}

/// <summary>
/// A question, the answer in a sentence, and what it rests on, at two depths: what is told, and below it, folded, the proof.
/// </summary>
/// <param name="Question">The heading; plain text.</param>
/// <param name="Blocks">What the answer rests on.</param>
/// <param name="Conclusion">The answer: the page says it first, right below the question.</param>
public sealed record Section(string Question, IReadOnlyList<Block> Blocks, MarkdownText Conclusion)
{
    /// <summary>What stands below the answer, open.</summary>
    internal IEnumerable<Block> Told => Blocks.Where(block => block.IsTold);

    /// <summary>What is folded below it.</summary>
    internal IEnumerable<Block> Proof => Blocks.Where(block => !block.IsTold);

    /// <summary>The section of a page that is short: nothing of it is folded.</summary>
    public Section Open() => this with { Blocks = [.. Blocks.Select(block => block.Told())] };
}

/// <summary>A page in the same folder.</summary>
/// <param name="FileName">Its file.</param>
/// <param name="Title">Plain text.</param>
internal sealed record Companion(string FileName, string Title);

/// <summary>What a reader needs to make the same page again.</summary>
/// <param name="Command">Repeats the run.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Data">Name, size and SHA-256 of the data; null where all is drawn by the seed.</param>
/// <param name="Environment">What it ran on, by name.</param>
/// <param name="Measurements">Every number, with the id that other pages refer to.</param>
internal sealed record ReportOrigin(
    string Command,
    int Seed,
    DataDescription? Data,
    IReadOnlyList<KeyValuePair<string, string>> Environment,
    IReadOnlyList<Measurement> Measurements);
