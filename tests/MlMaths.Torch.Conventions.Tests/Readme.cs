using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>A README as its reader uses it: commands to type, code to copy, links to follow.</summary>
internal sealed class Readme(string file, string text)
{
    private readonly MarkdownDocument _document = Markdown.Parse(
        text, new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build());

    public static IEnumerable<Readme> All =>
        SourceTree.Files.Where(file => Path.GetFileName(file) == "README.md").Select(file => new Readme(file, SourceTree.Read(file)));

    public string File => file;

    /// <summary>The blocks of C#, each with the line it stands on.</summary>
    public IEnumerable<(int Line, string Code)> Snippets =>
        _document.Descendants<FencedCodeBlock>().Where(block => block.Info == "csharp")
            .Select(block => (block.Line + 1, block.Lines.ToString()));

    /// <summary>What is typed after a prompt: <c>dotnet</c> or the launcher; a line that ends in a backslash goes on in the next.</summary>
    public IEnumerable<string> Commands =>
        _document.Descendants<FencedCodeBlock>()
            .Where(block => block.Info is "bash" or "sh" or "powershell" or "console")
            .SelectMany(block => block.Lines.ToString().Replace("\\\n", " ").Split('\n'))
            .Select(line => line.Split(" #")[0].Trim())
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal) || line.Split(' ')[0] == ReadmeCommand.Launcher);

    /// <summary>Links and pictures that lead to nothing in the clone.</summary>
    public IEnumerable<string> DeadLinks()
    {
        string folder = Path.Combine(Repository.Folder, Path.GetDirectoryName(file)!);
        HashSet<string> headings = [.. _document.Descendants<HeadingBlock>().Select(heading => $"#{heading.TryGetAttributes()?.Id}")];
        return _document.Descendants<LinkInline>().Select(link => link.Url ?? "")
            .Where(url => !url.Contains("://") && !url.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(url => url.StartsWith('#')
                ? !headings.Contains(url)
                : !Path.Exists(Path.Combine(folder, Uri.UnescapeDataString(url.Split('#')[0]))));
    }
}
