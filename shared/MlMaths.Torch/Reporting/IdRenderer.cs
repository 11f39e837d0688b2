using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>An id such as <c>cost.chosen</c> may end a line behind a point or an underscore, and never within a word.</summary>
internal sealed partial class IdRenderer : CodeInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, CodeInline obj)
    {
        if (Id().IsMatch(obj.Content))
            renderer.Write($"<code>{Joint().Replace(obj.Content, "$&<wbr>")}</code>");
        else
            base.Write(renderer, obj);
    }

    [GeneratedRegex(@"^[a-z0-9]+([._][a-z0-9]+)+\z")]
    private static partial Regex Id();

    [GeneratedRegex("[._]")]
    private static partial Regex Joint();
}
