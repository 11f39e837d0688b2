using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// A run of Markdown in which data cannot be mistaken for markup. What an interpolated string says literally is Markdown;
/// what stands in its holes (column names, values, file names) is escaped; a plain string is escaped as a whole.
/// <code>new Paragraph($"The column **{name}** weighs {weight:F3}; accuracy is {accuracy}.")</code>
/// A <c>?:</c> between two interpolated strings makes a plain string first: wrap each branch in <see cref="Of"/>.
/// </summary>
[InterpolatedStringHandler]
public sealed class MarkdownText
{
    private readonly StringBuilder _markdown;

    /// <summary>The parts that an author wrote, in their order; what lies between them is data.</summary>
    private readonly List<(int Start, int End)> _written = [];

    /// <summary>Called by the compiler where an interpolated string is given for a <see cref="MarkdownText"/>.</summary>
    public MarkdownText(int literalLength, int formattedCount) => _markdown = new(literalLength + 16 * formattedCount);

    /// <summary>Nothing.</summary>
    public static MarkdownText Empty { get; } = new(0, 0);

    /// <summary>A plain string is data: all of it is escaped.</summary>
    public static implicit operator MarkdownText(string text) => Escaped(text);

    /// <summary>
    /// Says that an interpolated string is Markdown where its place does not: in a <c>?:</c>, a <c>switch</c>, a <c>var</c>.
    /// </summary>
    public static MarkdownText Of(MarkdownText text) => text;

    /// <summary>The text as the reader should see it, whatever it looks like.</summary>
    public static MarkdownText Escaped(string? text)
    {
        MarkdownText escaped = new(text?.Length ?? 0, 0);
        escaped.AppendFormatted(text);
        return escaped;
    }

    /// <summary>Words of the suite that come as a plain string, such as a method's name: escaped, but no data.</summary>
    public static MarkdownText Words(string words)
    {
        MarkdownText text = new(words.Length, 0);
        text.AppendLiteral(MarkdownEscape.Text(words));
        return text;
    }

    /// <summary>Several texts in a row.</summary>
    public static MarkdownText Join(string separator, IEnumerable<MarkdownText> texts)
    {
        MarkdownText joined = new(0, 0);
        string between = "";
        foreach (MarkdownText text in texts)
        {
            joined._markdown.Append(between);
            joined.AppendFormatted(text);
            between = MarkdownEscape.Text(separator, keepEdges: true);
        }

        return joined;
    }

    /// <summary>What the author wrote: Markdown.</summary>
    public void AppendLiteral(string markdown)
    {
        _written.Add((_markdown.Length, _markdown.Length + markdown.Length));
        _markdown.Append(markdown);
    }

    /// <summary>Data: escaped.</summary>
    public void AppendFormatted(string? text) => _markdown.Append(MarkdownEscape.Text(text ?? ""));

    /// <summary>Another piece of Markdown: as it is.</summary>
    public void AppendFormatted(MarkdownText text)
    {
        _written.AddRange(text._written.Select(part => (part.Start + _markdown.Length, part.End + _markdown.Length)));
        _markdown.Append(text._markdown);
    }

    /// <summary>A measurement: its number and interval, or the reason why there is none.</summary>
    public void AppendFormatted(Measurement measurement) => AppendFormatted(measurement.ToString());

    /// <summary>A formula within a line, typeset; its TeX is a literal, and no data.</summary>
    public void AppendFormatted(Tex formula) => _markdown.Append($"$`{formula.Source}`$");

    /// <summary>A number: as a person reads it, or in the format asked for.</summary>
    public void AppendFormatted(double number, string? format = null) =>
        _markdown.Append(format is null ? NumberText.Of(number) : NumberText.Formatted(number, format));

    /// <summary>A number that may be undefined.</summary>
    public void AppendFormatted(double? number, string? format = null) => AppendFormatted(number ?? double.NaN, format);

    /// <summary>A count: <c>12,345</c>, or in the format asked for.</summary>
    public void AppendFormatted(int number, string? format = null) => AppendFormatted((long)number, format);

    /// <inheritdoc cref="AppendFormatted(int, string?)"/>
    public void AppendFormatted(long number, string? format = null) =>
        _markdown.Append(NumberText.Count(number, format));

    /// <summary>Anything else: its invariant text, escaped.</summary>
    public void AppendFormatted<T>(T value, string? format = null) => AppendFormatted(
        value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>Whether an author wrote all letters of a stretch, as one piece.</summary>
    internal bool IsWritten(int start, int length) =>
        _written.Any(part => part.Start <= start && start + length <= part.End);

    /// <summary>The Markdown.</summary>
    public override string ToString() => _markdown.ToString();
}
