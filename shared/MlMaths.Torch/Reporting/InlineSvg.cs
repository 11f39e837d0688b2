using System.Text.RegularExpressions;

namespace MlMaths.Torch.Reporting;

/// <summary>Makes an SVG file fit to stand inside a page, beside others.</summary>
internal static partial class InlineSvg
{
    /// <summary>The drawing without its XML prologue, able to shrink, and with ids that no other drawing of the page has.</summary>
    public static string Of(string svg, string name)
    {
        int start = svg.IndexOf("<svg", StringComparison.Ordinal);
        if (start < 0)
            throw new ArgumentException($"The drawing of {name} is not an SVG: it holds no <svg>.", nameof(svg));

        string drawing = WithOwnIds(svg[start..].Trim(), name);
        string opening = drawing[..(drawing.IndexOf('>', StringComparison.Ordinal) + 1)];
        return opening.Contains("viewBox", StringComparison.Ordinal) ? drawing : WithViewBox(opening) + drawing[opening.Length..];
    }

    /// <summary>An id is renamed wherever it is spoken of: by another element, or by a rule of the drawing's own style.</summary>
    private static string WithOwnIds(string drawing, string name)
    {
        HashSet<string> ids = [.. Id().Matches(drawing).Select(id => id.Groups[2].Value)];
        string renamed = Id().Replace(drawing, $"$1{name}-$2");
        return Reference().Replace(renamed, reference => ids.Contains(reference.Groups[1].Value) ? $"#{name}-{reference.Groups[1].Value}" : reference.Value);
    }

    /// <summary>A drawing without a view box would be cut instead of scaled.</summary>
    private static string WithViewBox(string opening)
    {
        string width = Width().Match(opening).Groups[1].Value;
        string height = Height().Match(opening).Groups[1].Value;
        return width.Length == 0 || height.Length == 0 ? opening : opening.Replace("<svg", $"<svg viewBox=\"0 0 {width} {height}\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("""(<[^>]*\sid=")([^"]*)""")]
    private static partial Regex Id();

    [GeneratedRegex("#([A-Za-z][A-Za-z0-9_-]*)")]
    private static partial Regex Reference();

    [GeneratedRegex("\\swidth=\"([0-9.]+)(?:px)?\"")]
    private static partial Regex Width();

    [GeneratedRegex("\\sheight=\"([0-9.]+)(?:px)?\"")]
    private static partial Regex Height();
}
