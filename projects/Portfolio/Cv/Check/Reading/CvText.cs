using System.Text;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>Somebody's CV or README: read, its markup taken away, cut into sentences.</summary>
internal static partial class CvText
{
    /// <summary>A CV of a hundred pages is smaller.</summary>
    private const int MostBytes = 1 << 20;

    /// <summary>A longer line is a sentence without its stop.</summary>
    private const int LongestTitle = 72;

    /// <exception cref="UserMistakeException">It is no file, no text of a CV, or too large to be one.</exception>
    public static IReadOnlyList<CvPassage> Read(string path)
    {
        string kind = Path.GetExtension(path).ToUpperInvariant();
        if (kind is not (".MD" or ".TXT" or ".TEX"))
            throw new UserMistakeException($"{Quoted.Path(path)} is no .md, .txt or .tex file: save the CV as one of these.");
        if (!File.Exists(path))
            throw new UserMistakeException($"There is no file {Quoted.Path(path)}.");
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(path)} has {NumberText.Count(new FileInfo(path).Length)} bytes, and a CV at most "
                + $"{NumberText.Count(MostBytes)}: cut out the part that makes claims.");
        }

        string text = File.ReadAllText(path);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new UserMistakeException($"{Quoted.Path(path)} is no text: save the CV as plain text, Markdown or TeX.");
        return Of(text, isTex: kind == ".TEX");
    }

    /// <summary>The sentences of a text, each with the heading above it; an item of a list is one claim, elsewhere a sentence is.</summary>
    public static IReadOnlyList<CvPassage> Of(string text, bool isTex)
    {
        string[] raw = text.ReplaceLineEndings("\n").Split('\n'), lines = isTex ? TexReader.Plain(string.Join('\n', raw)).Split('\n') : raw;
        List<CvPassage> passages = [];
        StringBuilder block = new();
        int begun = 0, claim = 0;
        string heading = "";
        bool isCode = false, isTitle = false;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!isTex && lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                End();
                continue;
            }

            string line = isCode ? "" : isTex ? lines[i] : WithoutMarkdown(lines[i]);
            bool isUnderline = Underline().IsMatch(line);
            if (isUnderline || line.Trim().Length == 0 || Begins().IsMatch(line))
            {
                isTitle = isUnderline;
                End();
                if (isUnderline) continue;
            }

            if (line.Trim().Length == 0) continue;
            if (block.Length == 0) begun = i + 1;
            block.Append(line.Trim()).Append(' ');
            if (line.TrimStart().StartsWith('#'))
            {
                isTitle = true;
                End();
            }
        }

        End();
        return passages;

        void End()
        {
            string whole = $"{block}".Trim(), said = Bullet().Replace(whole, "");
            bool isItem = whole != said || whole.StartsWith('|');
            block.Clear();
            if (!isItem && said.Length > 0 && (isTitle || IsTitle(said))) heading = said.TrimStart('#').Trim();
            isTitle = false;
            if (Withheld().IsMatch(said)) return;
            string[] sentences = [.. Sentence().Split(said).Where(one => one.Length > 0)];
            claim++;
            foreach ((int place, string one) in sentences.Index())
            {
                if (place > 0 && !isItem) claim++;
                passages.Add(new(begun, one) { Heading = heading, Claim = claim, Block = said });
            }
        }
    }

    // A short line by itself that claims no number, and ends as no sentence does.
    private static bool IsTitle(string line) =>
        line.Length <= LongestTitle && !line.Any(char.IsAsciiDigit) && line[^1] is not ('.' or '!' or '?' or ';' or ',');

    private static string WithoutMarkdown(string line) =>
        Emphasis().Replace(Link().Replace(HtmlTag().Replace(line, ""), "$1"), "").Replace(@"\", "", StringComparison.Ordinal)
            .Replace("|", " | ", StringComparison.Ordinal);

    // A heading, an item of a list, a row of a table.
    [GeneratedRegex(@"^\s*(#|[-*+•]\s|\d{1,2}[.)]\s|\|)")]
    private static partial Regex Begins();

    [GeneratedRegex(@"^[-*+•–]\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=[.!?;])\s+(?=[A-Z(""“])")]
    private static partial Regex Sentence();

    // What cv and cv.md say of a sentence that they do not tell claims nothing.
    [GeneratedRegex(@"^\W*(?:Withheld, [a-z, ]+, \d+ words: |Left out: [a-z0-9_]+(?:\.[a-z0-9_]+)+ (?:is|has|may|does|cannot|missed|rests) "
        + @"|\d+ sentences? from \d+ runs?, \d+ withheld\.|Passed over: )")]
    private static partial Regex Withheld();

    [GeneratedRegex(@"\*\*|__|`|(?<!\S)[*_](?=\w)|(?<=\w)[*_](?!\w)")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<!--.*?-->|</?[a-zA-Z][^>]*>")]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"^\s*(?:={3,}|-{3,}|~{3,})\s*$")]
    private static partial Regex Underline();
}
