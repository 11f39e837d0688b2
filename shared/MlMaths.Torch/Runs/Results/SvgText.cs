using System.Globalization;
using System.Xml.Linq;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Runs;

/// <summary>
/// Skia places every letter by itself, for its own font. A browser without that font would set them unevenly, so a line
/// of text becomes one place and one length, into which the browser fits the word whatever its font.
/// </summary>
internal static class SvgText
{
    public static void Join(XElement text)
    {
        float[] xs = Numbers(text, "x"), ys = Numbers(text, "y");
        text.Value = HarmlessText.Line(text.Value).Trim();
        text.SetAttributeValue("font-family", null);
        text.SetAttributeValue("x", xs.Length > 0 ? SvgDocument.Number(xs[0]) : null);
        text.SetAttributeValue("y", ys.Length > 0 ? SvgDocument.Number(ys[0]) : null);
        if (text.Attribute("fill") is null) text.SetAttributeValue("fill", "black");
        if (text.Value.Length < 2) return;

        float size = float.Parse((string?)text.Attribute("font-size") ?? "16", CultureInfo.InvariantCulture);
        float width = FigureFont.Width(text.Value, size, bold: text.Attribute("font-weight") is not null);
        text.SetAttributeValue("textLength", SvgDocument.Number(width));
        text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
    }

    private static float[] Numbers(XElement text, string attribute) =>
        [.. ((string?)text.Attribute(attribute) ?? "")
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => float.Parse(number, CultureInfo.InvariantCulture))];
}
