using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>
/// The typeface of all figures, carried inside the assembly: a server may have no fonts at all, where text would vanish,
/// and the same font everywhere is what makes a figure's bytes repeat. Inter, SIL Open Font Licence 1.1.
/// </summary>
internal sealed partial class FigureFont : IFontResolver
{
    public const string Family = "Inter";

    // Stands for a character that the font does not have.
    private const char NoGlyph = '□';

    private static readonly Lazy<SKTypeface> Regular = new(() => Read("Inter-Regular"));
    private static readonly Lazy<SKTypeface> SemiBold = new(() => Read("Inter-SemiBold"));
    private static readonly Lazy<FigureFont> Registered = new(() =>
    {
        var resolver = new FigureFont();
        Fonts.FontResolvers.Insert(0, resolver);
        return resolver;
    });

    /// <summary>Makes the family known to ScottPlot; further calls do nothing.</summary>
    public static void Register() => _ = Registered.Value;

    /// <summary>Width in pixels of one line.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        using var font = new SKFont(bold ? SemiBold.Value : Regular.Value, size);
        return font.MeasureText(text);
    }

    /// <summary>The letters of one line, and how far from its start each stands.</summary>
    public static IEnumerable<(ushort Glyph, float At)> Letters(string text, float size, bool bold)
    {
        using var font = new SKFont(bold ? SemiBold.Value : Regular.Value, size);
        return font.GetGlyphs(text).Zip(font.GetGlyphPositions(text), (glyph, at) => (glyph, at.X));
    }

    /// <summary>A letter at the origin as the path of an SVG; empty for a blank.</summary>
    public static string Outline(ushort glyph, float size, bool bold, int decimals)
    {
        using var font = new SKFont(bold ? SemiBold.Value : Regular.Value, size);
        using SKPath? letter = font.GetGlyphPath(glyph);
        return letter is null or { IsEmpty: true }
            ? ""
            : LongNumber().Replace(letter.ToSvgPathData(), number => Math.Round(
                double.Parse(number.Value, CultureInfo.InvariantCulture), decimals).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A line of heavy letters.</summary>
    public static void DrawBold(SKCanvas canvas, string text, float x, float y, float size, string colour)
    {
        using var font = new SKFont(SemiBold.Value, size);
        using SKPaint paint = new() { Color = SKColor.Parse(colour), IsAntialias = true };
        canvas.DrawText(text, x, y, font, paint);
    }

    public static bool Has(Rune character) => Regular.Value.GetGlyph(character.Value) != 0;

    /// <summary>
    /// The user's words as a figure can show them: one line, no control characters, no marks that turn the direction of
    /// writing, and a box for what the font lacks.
    /// </summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune)) printable.Append(' ');
            else if (category is UnicodeCategory.Control or UnicodeCategory.Format) continue;
            else if (Has(rune)) printable.Append(rune);
            else printable.Append(NoGlyph);
        }
        return printable.ToString().Trim();
    }

    /// <summary>
    /// Printable, and shortened to the given width. The ellipsis stands in the middle: names of one family begin alike, and
    /// often only their ends tell them apart. Whole words are left out where a name has several; letters only of a name that is
    /// one word, or whose first and last word alone are too wide. The text behind a figure has the name in full.
    /// </summary>
    public static string Fit(string text, float size, float width, bool bold = false)
    {
        text = Printable(text);
        if (Width(text, size, bold) <= width) return text;
        if (WithoutMiddleWords(text, shortened => Width(shortened, size, bold) <= width) is { } whole) return whole;
        int[] starts = StringInfo.ParseCombiningCharacters(text);
        if (starts.Length < 2) return text;
        int kept = starts.Length - 1;
        while (kept > 1 && Width(Shortened(kept), size, bold) > width) kept--;
        return Shortened(Math.Max(kept, 1));

        string Shortened(int letters)
        {
            int tail = letters / 2, head = letters - tail;
            return text[..starts[head]].TrimEnd() + "…" + (tail == 0 ? "" : text[starts[^tail]..].TrimStart());
        }
    }

    /// <summary>Printable, broken between words into lines of at most this width; a word that is wider is shortened.</summary>
    public static IReadOnlyList<string> Lines(string text, float size, float width)
    {
        List<string> lines = [];
        foreach (string word in Printable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width) lines[^1] += $" {word}";
            else lines.Add(Fit(word, size, width));
        }
        return lines;
    }

    // Of “mean fractal dimension of the nucleus” as many words as fit, from both ends: “mean … nucleus”.
    private static string? WithoutMiddleWords(string text, Func<string, bool> fits)
    {
        Match[] words = [.. Word().Matches(text).OfType<Match>()];
        for (int kept = words.Length - 1; kept >= 2; kept--)
        {
            int head = (kept + 1) / 2;
            Match last = words[head - 1], next = words[^(kept - head)];
            string shortened = $"{text[..(last.Index + last.Length)]}…{text[next.Index..]}";
            if (fits(shortened)) return shortened;
        }

        return null;
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Family ? Read(weight >= FontWeight.SemiBold ? "Inter-SemiBold" : "Inter-Regular") : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    private static SKTypeface Read(string name)
    {
        using Stream font = typeof(FigureFont).Assembly.GetManifestResourceStream($"fonts/{name}.otf")
            ?? throw new InvalidOperationException($"The font {name} is missing from the assembly.");
        using SKData bytes = SKData.Create(font);
        return SKTypeface.FromData(bytes);
    }

    [GeneratedRegex(@"-?\d*\.\d+(e-?\d+)?")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[^\s_\-./]+")]
    private static partial Regex Word();
}
