using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>No line of a page ends between a number and its percent sign.</summary>
internal static class PercentSigns
{
    private const string Breaking = " %", Unbreakable = "\u00A0%";

    public static void StayWithTheirNumbers(MarkdownDocument document)
    {
        foreach (LiteralInline text in document.Descendants<LiteralInline>())
        {
            string words = text.Content.ToString();
            if (words.Contains(Breaking, StringComparison.Ordinal))
                text.Content = new StringSlice(words.Replace(Breaking, Unbreakable, StringComparison.Ordinal));
        }
    }
}
