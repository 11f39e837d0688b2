using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Reporting;

/// <summary>Writes a report as Markdown that reads well raw, on a code host and through <see cref="HtmlReport"/>.</summary>
public static class MarkdownReport
{
    /// <summary>The whole page; figures are images at <c>figures/name.svg</c>.</summary>
    public static string Write(Report report)
    {
        List<string> parts = [$"# {MarkdownEscape.Text(report.Title)}", report.Lead.ToString()];
        if (report.Headline.Count > 0)
            parts.Add(Write(MeasurementTable.Headline(report.Headline)));
        if (report.Companions.Count > 0)
            parts.Add($"Beside this page: {string.Join(", ", report.Companions.Select(page => $"[{MarkdownEscape.Text(page.Title)}]({page.FileName})"))}.");
        foreach (Section section in report.Sections)
        {
            parts.Add($"## {MarkdownEscape.Text(section.Question)}");
            parts.AddRange(section.Blocks.Select(Write));
            parts.Add(section.Conclusion.ToString());
        }

        if (report.Origin is { } origin)
        {
            parts.Add("## How this was made");
            parts.AddRange(OriginBlocks.Of(origin).Select(Write));
        }

        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    private static string Write(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text.ToString(),
        Bullets bullets => string.Join('\n', bullets.Entries.Select(entry => $"- {OneLine(entry)}")),
        Table table => Write(table),
        FigureBlock figure => Image(figure),
        Formula formula => Fenced(formula.Text, "text"),
        CodeBlock code => Fenced(code.Text, code.Language),
        ExplorerBlock explorer => explorer.Sentence.ToString(),
        Callout callout => $"> [!{callout.Kind.ToString().ToUpperInvariant()}]\n> {OneLine(callout.Text)}",
        _ => throw new ArgumentException($"No way to write a {block.GetType().Name} in Markdown.", nameof(block)),
    };

    private static string Image(FigureBlock block) =>
        $"![{MarkdownEscape.Text(block.Figure.AltText)}](figures/{block.Figure.Name}.svg)\\\n{OneLine(block.Caption)}";

    private static string Write(Table table)
    {
        if (table.Rows.FirstOrDefault(row => row.Count != table.Headers.Count) is { } ragged)
            throw new ArgumentException($"A row of {ragged.Count} cells stands under {table.Headers.Count} headers.", nameof(table));

        StringBuilder markdown = new();
        AppendRow(markdown, table.Headers.Select(Cell));
        AppendRow(markdown, Enumerable.Range(0, table.Headers.Count).Select(column => table.IsNumeric(column) ? "---:" : "---"));
        foreach (IReadOnlyList<MarkdownText> row in table.Rows)
            AppendRow(markdown, row.Select(Cell));
        return $"{markdown}\n{OneLine(table.Caption)}".TrimEnd();
    }

    private static void AppendRow(StringBuilder markdown, IEnumerable<string> cells) =>
        markdown.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>A cell ends at a bare pipe, even inside code.</summary>
    private static string Cell(MarkdownText text)
    {
        StringBuilder cell = new();
        foreach (char letter in OneLine(text))
            cell.Append(letter == '|' && (cell.Length == 0 || cell[^1] != '\\') ? @"\|" : letter.ToString());
        return cell.ToString();
    }

    private static string OneLine(MarkdownText text) => HarmlessText.Line(text.ToString()).Trim();

    /// <summary>A fence longer than any run of backticks inside.</summary>
    private static string Fenced(string text, string language)
    {
        text = HarmlessText.Lines(text);
        int longest = text.Split('\n').Max(line => line.TakeWhile(letter => letter is '`' or ' ').Count(letter => letter == '`'));
        string fence = new('`', Math.Max(3, longest + 1));
        return $"{fence}{language}\n{text.Trim('\n')}\n{fence}";
    }
}
