using System.Runtime.CompilerServices;
using System.Text;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// A sentence for a CV. Only measurements may stand in its holes, so that no number in it was ever typed: any other hole does
/// not compile, and a number among the words throws (F1 and L2 are words).
/// <code>cv.Add($"Built a classifier from scratch that reached an accuracy of {accuracy} on held-out patients.")</code>
/// </summary>
[InterpolatedStringHandler]
public sealed class CvSentence
{
    private readonly StringBuilder _markdown;
    private readonly List<Measurement> _restsOn = [];

    /// <summary>Called by the compiler where an interpolated string is given for a sentence.</summary>
    public CvSentence(int literalLength, int formattedCount) => _markdown = new(literalLength + 16 * formattedCount);

    /// <summary>The measurements that the sentence quotes.</summary>
    public IReadOnlyList<Measurement> RestsOn => _restsOn;

    /// <summary>Words. A number among them throws.</summary>
    public void AppendLiteral(string words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (char.IsDigit(words[i]) && (i == 0 || !char.IsLetterOrDigit(words[i - 1])))
            {
                throw new ArgumentException(
                    $"'{words.Trim()}' contains a number that was not measured; use a measurement "
                    + $"instead.", nameof(words));
            }
        }

        _markdown.Append(words);
    }

    /// <summary>
    /// A number with its interval; with the format <c>value</c>, the number alone; with <c>autograd</c>, a difference from autograd, told.
    /// </summary>
    public void AppendFormatted(Measurement measurement, string? format = null)
    {
        _restsOn.Add(measurement);
        _markdown.Append(MarkdownEscape.Text(format switch
        {
            null => measurement.ToString(),
            "value" => measurement.ValueText,
            "autograd" => measurement.Value == 0 ? "equals autograd's" : $"is within {measurement.ValueText} of autograd's",
            _ => throw new ArgumentException(
                $"A measurement has no format '{format}'; it may be 'value', 'autograd', or nothing.", nameof(format)),
        }));
    }

    /// <summary>The sentence in Markdown, ending with the ids it rests on.</summary>
    public override string ToString() =>
        $"{_markdown} ({string.Join(", ", _restsOn.Select(measurement => $"`{measurement.Id}`").Distinct())})";
}

/// <summary>
/// Sentences for a CV. One that would have to quote an undefined number, or a weak or contradicted one, is left out, and the file says
/// so: a recall of 0, a gain whose interval includes 0, a score of rows that know the answer.
/// </summary>
public sealed class CvLines
{
    private readonly List<(CvSentence Sentence, string? Id, CvRefusal? Refused)> _sentences = [];

    /// <summary>Adds a sentence, which must rest on at least one measurement.</summary>
    public void Add(CvSentence sentence) => Add(sentence, null, null);

    /// <summary>Adds a sentence that what it claims may forbid, whatever its own numbers allow.</summary>
    /// <param name="sentence">It must rest on at least one measurement.</param>
    /// <param name="about">The number that it leans on.</param>
    /// <param name="refused">Why it is left out, by one of <see cref="CvRules"/>; null where nothing is against it.</param>
    public void Add(CvSentence sentence, Measurement? about, CvRefusal? refused)
    {
        if (sentence.RestsOn.Count == 0)
            throw new ArgumentException("A sentence for a CV needs at least one measurement.", nameof(sentence));
        _sentences.Add((sentence, about?.Id, refused));
    }

    /// <summary>
    /// Why scores of held-out rows mean nothing, such as a column that gives the target away; null where nothing was found.
    /// </summary>
    public string? Leak { get; init; }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _sentences.Count == 0;

    /// <summary>The text of <c>cv.md</c>.</summary>
    public string ToMarkdown(string title)
    {
        StringBuilder page = new($"# {MarkdownEscape.Text(title)}: sentences for a CV\n\n");
        page.Append("Each number was measured in this run; the ids in brackets are those of `results.json`.\n\n");
        foreach ((CvSentence sentence, string? id, CvRefusal? refused) in _sentences)
        {
            (string? Id, string? Why)[] weak =
            [
                .. sentence.RestsOn.Select(one => ((string?)one.Id, CvRules.Refused(one, Leak)?.Why)).Append((id, refused?.Why))
                    .Where(one => one.Item2 is not null),
            ];
            page.Append(weak is [var first, ..]
                ? $"- *Left out: `{first.Id}` {MarkdownEscape.Text(first.Why!)}.*\n"
                : $"- {sentence}\n");
        }

        return page.ToString();
    }
}
