using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlMaths.Torch.Figures;
using SkiaSharp;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>Where the words of a figure stand, read from its SVG.</summary>
internal static partial class DrawnWords
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static IReadOnlyList<(string Words, SKRect Box)> Of(string svg) =>
        [.. XElement.Parse(svg).Descendants(Svg + "text").Select(text => (text.Value, Box(text)))];

    /// <summary>Pairs of words that lie on each other.</summary>
    public static IReadOnlyList<string> Overlaps(string svg)
    {
        IReadOnlyList<(string Words, SKRect Box)> words = Of(svg);
        return [.. from i in Enumerable.Range(0, words.Count)
            from k in Enumerable.Range(0, i)
            where words[i].Box.IntersectsWith(words[k].Box)
            select $"'{words[i]}' and '{words[k]}'"];
    }

    private static SKRect Box(XElement text)
    {
        Match moved = Translation().Match((string?)text.Attribute("transform") ?? "");
        float x = Number((string?)text.Attribute("x")) + Number(moved.Groups[1].Value);
        float y = Number((string?)text.Attribute("y")) + Number(moved.Groups[2].Value);
        return new SKRect(x, y - 10, x + FigureFont.Width(text.Value, 14), y + 2);
    }

    private static float Number(string? number) => string.IsNullOrEmpty(number) ? 0 : float.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^translate\((-?[\d.]+) (-?[\d.]+)\)$")]
    private static partial Regex Translation();
}
