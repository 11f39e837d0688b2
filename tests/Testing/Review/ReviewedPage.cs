using System.Net;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>A page of a run in passages, read from its Markdown.</summary>
/// <param name="Name">The file.</param>
/// <param name="Passages">In order.</param>
/// <param name="Tables">In order.</param>
internal sealed partial record ReviewedPage(string Name, IReadOnlyList<Passage> Passages, IReadOnlyList<ReviewedTable> Tables)
{
    private const string Origin = "How this was made", Terms = "Terms";

    /// <summary>What a reader reads: neither the command and the machine at the end, nor the explanations of terms.</summary>
    public IEnumerable<Passage> Body => Passages.Where(passage => passage.Section is not (Origin or Terms));

    /// <summary>What stands outside the folds, and every reader reads.</summary>
    public IEnumerable<Passage> Story => Body.Where(passage => !passage.IsFolded);

    /// <summary>The same, of tables.</summary>
    public IEnumerable<ReviewedTable> BodyTables => Tables.Where(table => table.Section is not (Origin or Terms));

    /// <summary>The sentences among them.</summary>
    public IEnumerable<Passage> Prose => Body.Where(passage => passage.IsRead);

    public static ReviewedPage Of(string name, string markdown)
    {
        List<Passage> passages = [];
        List<ReviewedTable> tables = [];
        string section = "";
        bool isFolded = false;
        foreach (string block in Blocks(markdown))
        {
            string[] lines = block.Split('\n');
            if (lines[0].StartsWith("```", StringComparison.Ordinal))
            {
                passages.Add(Told(PassageKind.Code, string.Join('\n', lines[1..^1])));
            }
            else if (lines[0].StartsWith("## ", StringComparison.Ordinal))
            {
                (section, isFolded) = (Plain(lines[0][3..]), false);
            }
            else if (Fold().IsMatch(lines[0]))
            {
                isFolded = true;
            }
            else if (lines[0].StartsWith('|'))
            {
                string[][] rows = [.. lines.Select(Cells)];
                tables.Add(new(section, rows[0], [.. rows[2..]]));
                passages.AddRange(rows[0].Concat(rows[2..].SelectMany(row => row)).Select(cell => Told(PassageKind.Cell, cell)));
            }
            else if (Figure().Match(block) is { Success: true } figure)
            {
                passages.Add(Told(PassageKind.Alternative, Plain(figure.Groups[1].Value), figure.Groups[2].Value));
                passages.Add(Told(PassageKind.Caption, Plain(figure.Groups[3].Value), figure.Groups[2].Value));
            }
            else
            {
                passages.AddRange(lines.Where(line => !Label().IsMatch(line)).Select(
                    line => Told(PassageKind.Prose, Plain(Start().Replace(line, "")))));
            }
        }

        return new(name, passages, tables);

        Passage Told(PassageKind kind, string text, string? figure = null) => new(kind, section, text, figure) { IsFolded = isFolded };
    }

    /// <summary>The text without its markup: what is said, not how it is written.</summary>
    public static string Plain(string markdown)
    {
        string text = Link().Replace(markdown, "$1");
        text = Emphasis().Replace(text, "");
        return WebUtility.HtmlDecode(Escape().Replace(text, "$1")).Trim();
    }

    private static IEnumerable<string> Blocks(string markdown)
    {
        List<string> block = [];
        bool isCode = false;
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            if (line.Length > 0 || isCode)
            {
                block.Add(line);
                continue;
            }
            if (block.Count > 0) yield return string.Join('\n', block);
            block = [];
        }

        if (block.Count > 0) yield return string.Join('\n', block);
    }

    private static string[] Cells(string line) =>
        [.. Bar().Split(line.Trim().Trim('|')).Select(cell => Plain(cell.Trim()))];

    [GeneratedRegex(@"^!\[(.*)\]\(figures/(.*)\.svg\)\\\n([\s\S]*)$")]
    private static partial Regex Figure();

    [GeneratedRegex("^### Prove it(: |$)")]
    private static partial Regex Fold();

    [GeneratedRegex(@"^> \[![A-Z]+\]$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(- |> |# )")]
    private static partial Regex Start();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)\*")]
    private static partial Regex Emphasis();

    // An escaped backtick keeps its escape, so that it is told from one that marks code.
    [GeneratedRegex(@"\\([\\*\[\]|#~$_=\-+:.)])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
