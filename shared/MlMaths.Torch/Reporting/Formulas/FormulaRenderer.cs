using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// A block of TeX becomes the MathML that was rendered of it; a wide one scrolls in its own box, by finger and by keyboard. TeX that
/// is not of the suite is data, and stays code.
/// </summary>
internal sealed class FormulaRenderer : CodeBlockRenderer
{
    /// <summary>The word behind the fence: code hosts typeset such blocks.</summary>
    public const string Language = "math";

    protected override void Write(HtmlRenderer renderer, Markdig.Syntax.CodeBlock obj)
    {
        if (obj is not FencedCodeBlock { Info: Language } || Tex.Of(obj.Lines.ToString()).MathMl is not { } math)
        {
            base.Write(renderer, obj);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<div class=\"scroll formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">\n");
        renderer.Write(math).Write("\n</div>\n");
    }
}
