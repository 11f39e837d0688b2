using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// A block of TeX becomes the MathML that was rendered of it; a wide one scrolls in its own box, by finger and by keyboard. TeX that
/// is not of the suite is data, and stays code. Code with the formula's terms stands beside it.
/// </summary>
internal sealed partial class FormulaRenderer : CodeBlockRenderer
{
    /// <summary>The word behind the fence: code hosts typeset such blocks.</summary>
    public const string Language = "math";

    protected override void Write(HtmlRenderer renderer, Markdig.Syntax.CodeBlock obj)
    {
        if (TermCode.Of(obj) is { } code)
        {
            renderer.EnsureLine();
            renderer.Write("<pre").WriteAttributes(obj).Write(">").Write($"<code>{code}</code></pre>\n");
            if (IsBeside(Neighbour(obj, -1), obj)) renderer.Write("</div>\n");
        }
        else if (MathOf(obj) is { } math)
        {
            renderer.EnsureLine();
            if (IsBeside(obj, Neighbour(obj, 1))) renderer.Write("<div class=\"derivation\">\n");
            renderer.Write("<div class=\"scroll formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">\n");
            renderer.Write(WithinWords().Replace(math, " ")).Write("\n</div>\n");
        }
        else
        {
            base.Write(renderer, obj);
        }
    }

    private static bool IsBeside(Markdig.Syntax.Block? formula, Markdig.Syntax.Block? code) =>
        formula is not null && code is not null && MathOf(formula) is not null && TermCode.Of(code) is not null;

    private static string? MathOf(Markdig.Syntax.Block block) =>
        block is FencedCodeBlock { Info: Language } tex ? Tex.Of(tex.Lines.ToString()).MathMl : null;

    private static Markdig.Syntax.Block? Neighbour(Markdig.Syntax.Block block, int step) =>
        block.Parent is { } all && all.IndexOf(block) + step is var place && place >= 0 && place < all.Count ? all[place] : null;

    /// <summary>Spaces within the words of a note, which may end a line where a telephone stacks them; those at their ends hold.</summary>
    [GeneratedRegex(@"(?<=[^>])\u00A0(?=[^<])")]
    private static partial Regex WithinWords();
}
