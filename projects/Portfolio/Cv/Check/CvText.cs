using System.Text;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Somebody's CV or README: read, its markup taken away, cut into sentences.</summary>
internal static partial class CvText
{
    /// <summary>A CV of a hundred pages is smaller.</summary>
    private const int MostBytes = 1 << 20;

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

    /// <summary>The sentences of a text.</summary>
    public static IReadOnlyList<CvPassage> Of(string text, bool isTex)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        List<CvPassage> passages = [];
        StringBuilder block = new();
        int begun = 0;
        bool isCode = false;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                End();
                continue;
            }

            string line = isCode ? "" : isTex ? WithoutTex(lines[i]) : WithoutMarkdown(lines[i]);
            if (line.Trim().Length == 0 || Begins().IsMatch(line)) End();
            if (block.Length == 0) begun = i + 1;
            block.Append(line.Trim()).Append(' ');
            if (line.TrimStart().StartsWith('#')) End();
        }

        End();
        return passages;

        void End()
        {
            string text = Bullet().Replace($"{block}".Trim(), "");
            if (!Withheld().IsMatch(text))
                passages.AddRange(Sentence().Split(text).Where(one => one.Length > 0).Select(one => new CvPassage(begun, one)));
            block.Clear();
        }
    }

    private static string WithoutMarkdown(string line) =>
        Emphasis().Replace(Link().Replace(HtmlTag().Replace(line, ""), "$1"), "").Replace(@"\", "", StringComparison.Ordinal)
            .Replace("|", " | ", StringComparison.Ordinal);

    private static string WithoutTex(string line)
    {
        string plain = TexMoney().Replace(TexComment().Replace(line, ""), "USD ")
            .Replace(@"\pounds", "£", StringComparison.Ordinal)
            .Replace(@"\texteuro", "€", StringComparison.Ordinal).Replace(@"\euro", "€", StringComparison.Ordinal)
            .Replace("{,}", ",", StringComparison.Ordinal).Replace(@"\item", "- ", StringComparison.Ordinal)
            .Replace("$-$", "−", StringComparison.Ordinal).Replace(@"\textsuperscript{2}", "²", StringComparison.Ordinal)
            .Replace("$^2$", "²", StringComparison.Ordinal)
            .Replace(@"\pm", "±", StringComparison.Ordinal).Replace(@"\textmu{}", "µ", StringComparison.Ordinal)
            .Replace("~", " ", StringComparison.Ordinal).Replace(@"\,", " ", StringComparison.Ordinal)
            .Replace("--", "–", StringComparison.Ordinal);
        plain = TexSign().Replace(plain, "$1");
        return TexCommand().Replace(plain, " ").Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)
            .Replace("$", "", StringComparison.Ordinal);
    }

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

    [GeneratedRegex(@"(?<!\\)%.*$")]
    private static partial Regex TexComment();

    [GeneratedRegex(@"\\\$\s*(?=\d)")]
    private static partial Regex TexMoney();

    [GeneratedRegex(@"\\([%&#_$])")]
    private static partial Regex TexSign();

    [GeneratedRegex(@"\\[a-zA-Z]+\*?(\[[^\]]*\])?")]
    private static partial Regex TexCommand();
}
