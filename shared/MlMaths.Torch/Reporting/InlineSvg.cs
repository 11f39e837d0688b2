using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Reporting;

/// <summary>Makes an SVG file fit to stand inside a page. Its ids must not occur in another drawing of the page.</summary>
internal static partial class InlineSvg
{
    /// <summary>The drawing without its XML prologue, able to shrink, and with a text for who cannot see it.</summary>
    public static string Of(string svg, string altText)
    {
        int start = svg.IndexOf("<svg", StringComparison.Ordinal);
        if (start < 0)
            throw new ArgumentException("The drawing is not an SVG: it holds no <svg>.", nameof(svg));

        string drawing = svg[start..].Trim();
        string opening = drawing[..(drawing.IndexOf('>', StringComparison.Ordinal) + 1)];
        string added = "";
        if (!opening.Contains(" role=", StringComparison.Ordinal))
            added += $" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(altText)}\"";
        if (!opening.Contains(" viewBox=", StringComparison.Ordinal))
            added += ViewBox(opening);
        return drawing.Insert("<svg".Length, added);
    }

    /// <summary>The width that it says it has, in pixels; null where it says none.</summary>
    public static double? WidthOf(string svg) =>
        double.TryParse(
            Width().Match(svg).Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double width)
            ? width
            : null;

    /// <summary>The width of its view box; null where it has none.</summary>
    public static double? ViewedWidthOf(string svg) =>
        double.TryParse(
            ViewedWidth().Match(svg).Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double width)
            ? width
            : null;

    /// <summary>A drawing without a view box would be cut instead of scaled.</summary>
    private static string ViewBox(string opening)
    {
        string width = Width().Match(opening).Groups[1].Value;
        string height = Height().Match(opening).Groups[1].Value;
        return width.Length == 0 || height.Length == 0 ? "" : $" viewBox=\"0 0 {width} {height}\"";
    }

    [GeneratedRegex("\\sviewBox=\"0 0 ([0-9.]+) ")]
    private static partial Regex ViewedWidth();

    [GeneratedRegex("\\swidth=\"([0-9.]+)(?:px)?\"")]
    private static partial Regex Width();

    [GeneratedRegex("\\sheight=\"([0-9.]+)(?:px)?\"")]
    private static partial Regex Height();
}
