using System.Text;

namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary>
/// <c>about.md</c>: what only the learner can write. It is begun once, with a question in each place, and never written over; a
/// question that still stands there is shown to nobody.
/// </summary>
internal sealed class AboutFile
{
    public const string Name = "about.md";

    private const string NoName = "Your name";

    private readonly Dictionary<string, string> _paragraphs;

    private AboutFile(string? name, Dictionary<string, string> paragraphs) => (Author, _paragraphs) = (name, paragraphs);

    /// <summary>Whose portfolio it is; null where it was not said.</summary>
    public string? Author { get; }

    /// <summary>Who they are, and what they look for; empty where it was not said.</summary>
    public string Myself => Of("");

    /// <summary>What they say of a part, in Markdown; empty where it was not said.</summary>
    public string Of(string verb) => _paragraphs.GetValueOrDefault(verb, "");

    /// <summary>What a page shows of it: who, and the paragraphs that are marked as the learner's own.</summary>
    /// <param name="markdown">The page.</param>
    /// <param name="verbs">Of its parts, in their order.</param>
    /// <param name="title">What stands behind the author.</param>
    /// <param name="mark">What begins each paragraph.</param>
    public static AboutFile OnPage(string markdown, IReadOnlyList<string> verbs, string title, string mark)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        string head = lines[0].TrimStart('#', ' ').Replace(@"\", "", StringComparison.Ordinal), begins = $"> {mark}";
        string? author = head.EndsWith(title, StringComparison.Ordinal) ? head[..^title.Length] : null;
        Dictionary<string, string> paragraphs = [];
        int part = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal)) part++;
            string verb = part < 0 ? "" : verbs.ElementAtOrDefault(part) ?? "";
            if (!lines[i].StartsWith(begins, StringComparison.Ordinal) || part >= verbs.Count || paragraphs.ContainsKey(verb)) continue;
            string[] quoted = [.. lines.Skip(i).TakeWhile(line => line.StartsWith('>'))];
            IEnumerable<string> plain = quoted.Select(line => line.Length > 1 && line[1] == ' ' ? line[2..] : line[1..]);
            paragraphs[verb] = string.Join('\n', plain)[mark.Length..].Trim();
        }

        return new(author, paragraphs);
    }

    /// <summary>Puts the file there where there is none; whether it did.</summary>
    public static bool Begin(string folder)
    {
        string file = Path.Combine(folder, Name);
        if (File.Exists(file)) return false;
        StringBuilder text = new($"# {NoName}\n\n> Who are you, and what do you look for? Replace this line by two sentences.\n");
        foreach (PortfolioPart part in PortfolioPart.All)
        {
            text.Append($"\n## {part.Verb}\n\n> What did you decide here, what did you get wrong first, and what would you do next? "
                + "Replace this line.\n");
        }

        File.WriteAllText(file, $"{text}");
        return true;
    }

    /// <summary>Reads what was written: a heading of two #s names a part; lines that begin with > are questions still.</summary>
    public static AboutFile Read(string folder)
    {
        string? author = null;
        string part = "";
        Dictionary<string, StringBuilder> paragraphs = [];
        foreach (string line in File.ReadAllLines(Path.Combine(folder, Name)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                part = line[3..].Trim();
            else if (line.StartsWith("# ", StringComparison.Ordinal))
                author = line[2..].Trim();
            else if (!line.StartsWith('>'))
                (paragraphs.TryGetValue(part, out StringBuilder? text) ? text : paragraphs[part] = new()).Append(line).Append('\n');
        }

        return new(author is NoName or "" ? null : author, paragraphs.ToDictionary(one => one.Key, one => $"{one.Value}".Trim()));
    }
}
