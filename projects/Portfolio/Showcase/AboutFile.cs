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
