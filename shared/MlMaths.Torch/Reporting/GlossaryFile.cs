using System.Text.RegularExpressions;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// Reads <c>GLOSSARY.md</c>. An entry is a heading, a paragraph of two sentences, and a list: Also (where there is
/// another form), Room (a folder of the library, and a type in it) and Source.
/// </summary>
internal static partial class GlossaryFile
{
    /// <summary>The one that is part of this build.</summary>
    public static Glossary Read()
    {
        using Stream file = typeof(GlossaryFile).Assembly.GetManifestResourceStream("GLOSSARY.md")
            ?? throw new InvalidOperationException("The glossary GLOSSARY.md is not part of this build.");
        using StreamReader reader = new(file);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>An entry of another shape is our mistake, and throws.</summary>
    public static Glossary Parse(string markdown) =>
        new([.. markdown.ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(TermOf)]);

    private static GlossaryTerm TermOf(string entry)
    {
        string[] lines = InsideParagraph().Replace(entry.Trim(), " ")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] sentences = lines.Length > 1 ? BetweenSentences().Split(lines[1]) : [];
        Match room = Room().Match(Item(lines, "Room"));
        string source = Item(lines, "Source");
        if (sentences.Length != 2 || !room.Success || source.Length == 0)
        {
            throw new FormatException(
                $"The glossary's '{lines[0]}' has {sentences.Length} sentences, the room '{Item(lines, "Room")}' and "
                + $"the source '{source}'; it takes two sentences, a room such as Evaluation, `DeLong`, and a source.");
        }

        string[] forms = Item(lines, "Also").Split(", ", StringSplitOptions.RemoveEmptyEntries);
        return new(
            lines[0], forms, sentences[0], sentences[1], room.Groups[1].Value, room.Groups[2].Value, source);
    }

    private static string Item(string[] lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith($"- {name}: ", StringComparison.Ordinal))
            ?[(name.Length + 4)..] ?? "";

    /// <summary>A line break that only keeps lines short.</summary>
    [GeneratedRegex(@"(?<!\n)\n(?!\n|- ) *")]
    private static partial Regex InsideParagraph();

    [GeneratedRegex(@"(?<=[.?!]) (?=\p{Lu})")]
    private static partial Regex BetweenSentences();

    [GeneratedRegex(@"^([\w/]+), `(\w+)`\z")]
    private static partial Regex Room();
}
