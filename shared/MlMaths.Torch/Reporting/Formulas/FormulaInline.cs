using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>A formula within a line: code between dollars, as code hosts know it. Dollars in data are escaped, and make none.</summary>
/// <param name="formula">One of the suite's.</param>
internal sealed class FormulaInline(Tex formula) : LeafInline
{
    private const string Block = " display=\"block\"";

    /// <summary>In Unicode.</summary>
    public string Plain => formula.Plain;

    /// <summary>Makes formulas of the code spans of a page that are known as such, and leaves all others.</summary>
    public static void Find(MarkdownDocument page)
    {
        foreach (CodeInline code in page.Descendants<CodeInline>().ToArray())
        {
            if (code is not { PreviousSibling: LiteralInline before, NextSibling: LiteralInline after }
                || before.Content is not { IsEmpty: false } opening || opening[opening.End] != '$' || !after.Content.Match("$")
                || Tex.Of(code.Content) is not { MathMl: not null } formula)
            {
                continue;
            }

            before.Content = new StringSlice(opening.Text, opening.Start, opening.End - 1);
            after.Content = new StringSlice(after.Content.Text, after.Content.Start + 1, after.Content.End);
            code.ReplaceBy(new FormulaInline(formula));
        }
    }

    /// <summary>Writes it in the height of the line.</summary>
    internal sealed class Renderer : HtmlObjectRenderer<FormulaInline>
    {
        protected override void Write(HtmlRenderer renderer, FormulaInline obj) =>
            renderer.Write(obj._mathMl.Replace(Block, "", StringComparison.Ordinal));
    }

    private readonly string _mathMl = formula.MathMl!;
}
