using System.Buffers;
using System.Text;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Viva.Keys;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>
/// Questions as a page that works offline: a number, a shape or a choice is marked as it is typed, by the page's own script. Without it
/// the page is the same but for the fields; hint and answer are folded away, and open by mouse or keyboard.
/// </summary>
internal static class VivaPage
{
    private const string Title = "Questions about my own numbers";

    // Letters of nobody's text mark where a fold begins and ends, and where one answers; the page has no other way to hold HTML.
    private const char Hint = '\uE001', Answer = '\uE002', After = '\uE003', End = '\uE004', Typed = '\uE005', Summary = '\uE006';

    private static readonly SearchValues<char> Marks = SearchValues.Create([Hint, Answer, After, End, Typed, Summary]);

    /// <summary>The page.</summary>
    /// <param name="asked">In their order.</param>
    /// <param name="folder">Where the page will stand: its links to reports begin there.</param>
    public static string Html(IReadOnlyList<AskedQuestion> asked, string folder)
    {
        StringBuilder page = new($"# {Title}\n\nType your answer, or say it aloud, then open the fold. "
            + "Keys: Tab goes on to the next field or fold, Enter has an answer marked and opens a fold. Nothing is kept: progress is what "
            + $"`{CommandSet.Typed("interview")}` keeps.\n\n");
        foreach ((int i, AskedQuestion one) in asked.Index()) Append(page, i + 1, one, folder);
        page.Append($"{Summary}\n\n");
        return HtmlReport.Write(Title, $"{page}", new Dictionary<string, string>(), VivaFields.Script)
            .Replace($"<p>{Hint}</p>", "<details><summary>Hint</summary>", StringComparison.Ordinal)
            .Replace($"<p>{Answer}</p>", "<details><summary>Answer</summary>", StringComparison.Ordinal)
            .Replace($"<p>{After}</p>", "<details><summary>And then they ask</summary>", StringComparison.Ordinal)
            .Replace($"<p>{End}</p>", "</details>", StringComparison.Ordinal)
            .Replace($"<p>{Typed}</p>", VivaFields.Field, StringComparison.Ordinal)
            .Replace($"<p>{Summary}</p>", VivaFields.Summary(asked), StringComparison.Ordinal);
    }

    private static void Append(StringBuilder page, int number, AskedQuestion asked, string folder)
    {
        (Template template, Question question) = (asked.Template, asked.Question);
        page.Append($"## {number}. {Plain(template.Heading)}\n\n{Plain(question.Text)}\n\n");
        foreach (string line in question.Key.Lines) page.Append($"- {Plain(line)}\n");
        if (VivaFields.IsMarked(question)) page.Append($"\n{Typed}\n");
        Fold(page, Hint, question.Hint);
        Fold(page, Answer, question.Key is TextKey free
            ? [question.Because, "Three facts that it should hold:", .. free.Facts.Select(fact => $"☐ {fact}")]
            : [question.Key.Right, question.Because]);
        Fold(page, After, question.Next.Asks, question.Next.Answer);
        page.Append($"To read again: `{CommandSet.Typed(template.Again)}`, and [the report of the run]({Link(folder, asked.Run)}).\n\n");
    }

    private static string Link(string folder, string run) => string.Join('/', Path.GetRelativePath(folder, Path.Combine(run, "report.html"))
        .Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString)).Replace("(", "%28").Replace(")", "%29");

    private static void Fold(StringBuilder page, char mark, params IReadOnlyList<string> paragraphs)
    {
        page.Append($"\n{mark}\n\n");
        foreach (string paragraph in paragraphs) page.Append($"{Plain(paragraph)}\n\n");
        page.Append($"{End}\n\n");
    }

    private static string Plain(string text) =>
        $"{MarkdownText.Escaped(new string([.. text.Where(letter => !Marks.Contains(letter))]))}";
}
