using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Runs;

/// <summary>
/// What Skia writes, made fit for a page: without a fixed size, with a title for who cannot see it, with ids that do not
/// depend on what the process drew before, with whole words in place of single letters, and with colours that follow the
/// page's light and dark.
/// </summary>
internal static partial class SvgDocument
{
    private const string FontStack = "Inter, system-ui, sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Paints = ["fill", "stroke"];

    public static string Rewrite(string skia, Figure figure)
    {
        XElement root = XElement.Parse(WithoutInvalid(skia));
        root.Elements(Svg + "rect").FirstOrDefault(rect => IsWholePage(rect, figure.Width))?.Remove();
        ShareClipPaths(root, figure.Name);
        foreach (XElement text in root.Descendants(Svg + "text")) SvgText.Join(text);
        foreach (XElement element in root.Descendants()) Shorten(element);
        Describe(root, figure);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The same drawing for any program: words as outlines, which need no font, and colours as they are.</summary>
    /// <param name="skia">What Skia wrote.</param>
    /// <param name="name">Ids begin with it.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="page">The colour behind it; null for none.</param>
    public static XElement Outlined(string skia, string name, int width, string? page)
    {
        XElement root = XElement.Parse(WithoutInvalid(skia));
        root.Elements(Svg + "rect").Where(rect => IsWholePage(rect, width)).Remove();
        if (page is not null)
        {
            root.AddFirst(new XElement(
                Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", page)));
        }
        ShareClipPaths(root, name);
        foreach (XElement element in root.Descendants()) Shorten(element);
        new SvgLetters(name).Replace(root);
        return root;
    }

    private static bool IsWholePage(XElement rect, int width) =>
        rect.Attribute("x") is null && (string?)rect.Attribute("width") == width.ToString(CultureInfo.InvariantCulture);

    /// <summary>Anybody's words inside an element.</summary>
    public static string Words(string text) => HarmlessText.Line(WithoutInvalid(text));

    /// <summary>A number to two decimals, a fiftieth of what an eye can see at this size.</summary>
    internal static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static void Describe(XElement root, Figure figure)
    {
        string id = "figure-" + figure.Name, altText = Words(figure.AltText);
        root.ReplaceAttributes(
            new XAttribute("id", id),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {figure.Width} {figure.Height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", altText),
            new XAttribute("font-family", FontStack));
        root.AddFirst(new XElement(Svg + "title", altText), new XElement(Svg + "style", Style(root, id, figure)));
    }

    /// <summary>
    /// Each palette colour that is drawn with becomes its dark twin on dark screens; paper stays light. An inline figure
    /// shows the page behind it; opened on its own (then it is the document's root) it brings its page along.
    /// </summary>
    private static string Style(XElement root, string id, Figure figure)
    {
        var css = new StringBuilder();
        css.Append(CultureInfo.InvariantCulture, $"#{id}{{width:100%;max-width:{figure.Width}px;height:auto}}");
        css.Append(CultureInfo.InvariantCulture, $"#{id}:root{{background:{Palette.Page.Light}}}");
        css.Append(CultureInfo.InvariantCulture,
            $"@media screen and (prefers-color-scheme:dark){{#{id}:root{{background:{Palette.Page.Dark}}}");
        HashSet<(string, string)> used =
            [.. root.Descendants().SelectMany(element => Paints.Select(paint => (paint, Colour(element, paint))))];
        foreach (Ink ink in Palette.All)
        {
            foreach (string paint in Paints.Where(paint => used.Contains((paint, ink.Light))))
                css.Append(CultureInfo.InvariantCulture, $"#{id} [{paint}=\"{ink.Light}\"]{{{paint}:{ink.Dark}}}");
        }
        return css.Append('}').ToString();

        static string Colour(XElement element, string paint) => (string?)element.Attribute(paint) ?? "";
    }

    /// <summary>Skia repeats the same clip path for every element and numbers them for the whole process.</summary>
    private static void ShareClipPaths(XElement root, string name)
    {
        Dictionary<string, string> idByShape = [], idByOldId = [];
        foreach (XElement clip in root.Descendants(Svg + "clipPath").ToList())
        {
            string shape = string.Concat(clip.Elements().Select(element => element.ToString(SaveOptions.DisableFormatting)));
            bool known = idByShape.TryGetValue(shape, out string? id);
            id ??= idByShape[shape] = string.Create(CultureInfo.InvariantCulture, $"{name}-clip-{idByShape.Count + 1}");
            idByOldId[$"url(#{(string?)clip.Attribute("id")})"] = $"url(#{id})";
            if (known) clip.Remove();
            else clip.SetAttributeValue("id", id);
        }
        foreach (XAttribute use in root.Descendants().Attributes("clip-path"))
            use.Value = idByOldId[use.Value];
    }

    /// <summary>Numbers no longer than can be seen, colours in one spelling, and no attribute that says the default.</summary>
    private static void Shorten(XElement element)
    {
        element.Attribute("stroke-miterlimit")?.Remove();
        foreach (XAttribute attribute in element.Attributes().ToList())
        {
            string name = attribute.Name.LocalName;
            if (name is "fill" or "stroke") attribute.Value = Colour(attribute.Value);
            else if (name == "d") attribute.Value = LongNumber().Replace(attribute.Value, Tenths);
            else if (name is not ("id" or "clip-path" or "font-family"))
                attribute.Value = LongNumber().Replace(attribute.Value, Hundredths);
        }

        static string Tenths(Match number) =>
            Math.Round(double.Parse(number.Value, CultureInfo.InvariantCulture), 1).ToString("0.#", CultureInfo.InvariantCulture);

        static string Hundredths(Match number) => Number(double.Parse(number.Value, CultureInfo.InvariantCulture));
    }

    // Skia abbreviates: white, black, #FA0.
    private static string Colour(string written) => written switch
    {
        "white" => "#FFFFFF",
        "black" => "#000000",
        ['#', char r, char g, char b] => $"#{r}{r}{g}{g}{b}{b}",
        _ => written,
    };

    private static string WithoutInvalid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) valid.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) valid.Append(text, i++, 2);
        }
        return valid.ToString();
    }

    [GeneratedRegex(@"-?\d*\.\d+(e-?\d+)?")]
    private static partial Regex LongNumber();
}
