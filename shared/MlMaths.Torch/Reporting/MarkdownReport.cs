using System.Text;

namespace MlMaths.Torch.Reporting;

/// <summary>Writes a report as Markdown that reads well raw, on a code host and through <see cref="HtmlReport"/>.</summary>
public static class MarkdownReport
{
    /// <summary>
    /// The whole page; figures are images at <c>figures/name.svg</c>. What is folded in HTML stands under a heading of its own. A term
    /// is linked where the story first uses it, and in a fold only where the story does not.
    /// </summary>
    public static string Write(Report report)
    {
        TermLinks terms = new(report.Glossary, report.Sections.Select(section => section.Question));
        List<string> opening = [$"# {MarkdownEscape.Text(report.Title)}", terms.In(report.Lead)];
        if (report.Headline.Count > 0)
            opening.Add(Write(MeasurementTable.Headline(report.Headline), terms));
        if (report.Companions.Count > 0)
            opening.Add($"Beside this page: {string.Join(", ", report.Companions.Select(Link))}.");

        Section[] sections = [.. report.Sections, .. report.Origin is { } origin ? [OriginBlocks.Of(origin)] : (Section[])[]];
        string[][] told = [.. sections.Select(section => Story(section, terms))];
        string[][] proofs = [.. sections.Select(section => ProofOf(section, terms))];
        IEnumerable<string> parts = [.. opening, .. told.Zip(proofs).SelectMany(pair => pair.First.Concat(pair.Second)),
            .. TermNotes.Of(terms.Used)];
        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    private static string[] Story(Section section, TermLinks terms) =>
    [
        $"## {MarkdownEscape.Text(section.Question)}", terms.In(section.Conclusion), .. section.Told.Select(block => Write(block, terms)),
    ];

    private static string[] ProofOf(Section section, TermLinks terms)
    {
        Block[] proof = [.. section.Proof];
        return proof.Length == 0 ? [] : [$"### {Heading(proof)}", .. proof.Select(block => Write(block, terms))];
    }

    /// <summary>What there is to see inside.</summary>
    private static string Heading(Block[] proof)
    {
        string[] kinds =
        [
            .. Named<DerivationBlock>(proof, "derivation"), .. Named<FigureBlock>(proof, "figure"), .. Named<Table>(proof, "table"),
            .. Named<Formula>(proof, "formula"),
        ];
        return kinds.Length == 0 ? Fold.Word : $"{Fold.Word}: {string.Join(", ", kinds)}";
    }

    private static string[] Named<T>(Block[] proof, string name) =>
        proof.OfType<T>().Count() is var count and > 0 ? [Counted.Of(count, name)] : [];

    private static string Link(Companion page) => $"[{MarkdownEscape.Text(page.Title)}]({page.FileName})";

    private static string Write(Block block, TermLinks terms) => block switch
    {
        Paragraph paragraph => terms.In(paragraph.Text),
        Bullets bullets => string.Join('\n', bullets.Entries.Select(entry => $"- {OneLine(terms.In(entry))}")),
        Table table => Write(table, terms),
        FigureBlock figure => Image(figure, terms),
        Formula formula => Fenced(formula.Tex.Source, FormulaRenderer.Language),
        DerivationBlock derivation => $"{Fenced(derivation.Formula.Source, FormulaRenderer.Language)}\n\n"
            + Fenced(derivation.Code, TermCode.Fence(derivation.Names)),
        CodeBlock code => Fenced(code.Text, code.Language),
        ExplorerBlock explorer => explorer.Sentence.ToString(),
        Callout callout => $"> [!{callout.Kind.ToString().ToUpperInvariant()}]\n> {OneLine(terms.In(callout.Text))}",
        _ => throw new ArgumentException($"No way to write a {block.GetType().Name} in Markdown.", nameof(block)),
    };

    private static string Image(FigureBlock block, TermLinks terms) =>
        $"![{MarkdownEscape.Text(block.Figure.AltText)}](figures/{block.Figure.Name}.svg)\\\n"
        + OneLine(terms.In(block.Caption));

    private static string Write(Table table, TermLinks terms)
    {
        if (table.Rows.FirstOrDefault(row => row.Count != table.Headers.Count) is { } ragged)
            throw new ArgumentException($"A row of {ragged.Count} cells stands under {table.Headers.Count} headers.", nameof(table));

        StringBuilder markdown = new();
        AppendRow(markdown, table.Headers.Select(header => Cell(header.ToString())));
        AppendRow(markdown, Enumerable.Range(0, table.Headers.Count).Select(column => table.IsNumeric(column) ? "---:" : "---"));
        foreach (IReadOnlyList<MarkdownText> row in table.Rows)
            AppendRow(markdown, row.Select(cell => Cell(terms.In(cell))));
        return $"{markdown}\n{OneLine(terms.In(table.Caption))}".TrimEnd();
    }

    private static void AppendRow(StringBuilder markdown, IEnumerable<string> cells) =>
        markdown.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>A cell ends at a bare pipe, even inside code.</summary>
    private static string Cell(string text)
    {
        StringBuilder cell = new();
        foreach (char letter in OneLine(text))
            cell.Append(letter == '|' && (cell.Length == 0 || cell[^1] != '\\') ? @"\|" : letter.ToString());
        return cell.ToString();
    }

    private static string OneLine(string text) => HarmlessText.Line(text).Trim();

    /// <summary>A fence longer than any run of backticks inside.</summary>
    private static string Fenced(string text, string language)
    {
        text = HarmlessText.Lines(text);
        int longest = text.Split('\n').Max(line => line.TakeWhile(letter => letter is '`' or ' ').Count(letter => letter == '`'));
        string fence = new('`', Math.Max(3, longest + 1));
        return $"{fence}{language}\n{text.Trim('\n')}\n{fence}";
    }
}
