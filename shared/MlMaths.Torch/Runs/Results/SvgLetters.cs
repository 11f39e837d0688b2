using System.Globalization;
using System.Xml.Linq;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Runs;

/// <summary>
/// Words as outlines, for programs that do not have their font: each letter is drawn once, where nothing shows, and used wherever it
/// stands.
/// </summary>
/// <param name="name">Ids begin with it.</param>
internal sealed class SvgLetters(string name)
{
    // Letters are small: a hundredth of a pixel is what a printer shows of them.
    private const int Decimals = 2;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg", Link = "http://www.w3.org/1999/xlink";

    private readonly Dictionary<(ushort Glyph, float Size, bool Bold), string> _ids = [];
    private readonly XElement _letters = new(Svg + "defs");

    /// <summary>In place of all words of a drawing.</summary>
    public void Replace(XElement root)
    {
        foreach (XElement text in root.Descendants(Svg + "text").ToList()) text.ReplaceWith(Outlined(text));
        if (_letters.HasElements)
        {
            root.SetAttributeValue(XNamespace.Xmlns + "xlink", Link.NamespaceName);
            root.AddFirst(_letters);
        }
    }

    private XElement Outlined(XElement text)
    {
        float x = First(text, "x"), y = First(text, "y"), size = First(text, "font-size");
        bool bold = text.Attribute("font-weight") is not null;
        XElement word = new(Svg + "g");
        foreach (string kept in (string[])["fill", "fill-opacity", "opacity", "transform", "clip-path"])
            word.SetAttributeValue(kept, (string?)text.Attribute(kept));
        foreach ((ushort glyph, float dx) in FigureFont.Letters(text.Value.Trim(), size, bold))
        {
            if (IdOf(glyph, size, bold) is not { Length: > 0 } id) continue;
            word.Add(new XElement(
                Svg + "use", new XAttribute(Link + "href", $"#{id}"), new XAttribute("x", SvgDocument.Number(x + dx)),
                new XAttribute("y", SvgDocument.Number(y))));
        }

        return word;
    }

    // Empty for what leaves no ink, such as a blank.
    private string IdOf(ushort glyph, float size, bool bold)
    {
        if (_ids.TryGetValue((glyph, size, bold), out string? known)) return known;
        string path = FigureFont.Outline(glyph, size, bold, Decimals);
        string id = path.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{name}-letter-{_ids.Count + 1}");
        if (id.Length > 0) _letters.Add(new XElement(Svg + "path", new XAttribute("id", id), new XAttribute("d", path)));
        return _ids[(glyph, size, bold)] = id;
    }

    private static float First(XElement text, string attribute) =>
        ((string?)text.Attribute(attribute) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
            ? float.Parse(first, CultureInfo.InvariantCulture)
            : 0;
}
