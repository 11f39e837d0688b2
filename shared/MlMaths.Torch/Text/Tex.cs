using System.Text.RegularExpressions;

namespace MlMaths.Torch.Text;

/// <summary>
/// A formula, written once in TeX beside the code that it explains. What a browser and a terminal show of it was rendered before the
/// build, into <c>formulas.txt</c>, so that no program carries a reader of TeX; a test sees that the file has every formula.
/// </summary>
public sealed partial record Tex
{
    private Tex(string source) => Source = source;

    /// <summary>No formula.</summary>
    internal static Tex None { get; } = new("");

    /// <summary>What TeX reads, without marks that only a page knows; on lines that end in LF.</summary>
    public string Source { get; }

    /// <summary>In Unicode, on as many lines as the formula has; the TeX itself where nothing was rendered.</summary>
    public string Plain => RenderedFormulas.Of(Source)?.Plain ?? Source;

    /// <summary>For a browser; null where nothing was rendered.</summary>
    internal string? MathMl => RenderedFormulas.Of(Source)?.MathMl;

    /// <summary>A formula of the suite: a literal, so that the test finds it.</summary>
    /// <param name="source">TeX, as LaTeX reads it between dollars; <c>\one{…}</c> to <c>\six{…}</c> mark its terms.</param>
    public static Tex Of(string source) => new(Mark().Replace(source.ReplaceLineEndings("\n").Trim(), ""));

    /// <summary>The TeX.</summary>
    public override string ToString() => Source;

    // What is marked keeps its braces, and nothing else.
    [GeneratedRegex(@"\\(?:one|two|three|four|five|six)(?=\{)")]
    private static partial Regex Mark();
}
