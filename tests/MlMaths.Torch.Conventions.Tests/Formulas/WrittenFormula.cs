using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions.Formulas;

/// <summary>A formula where the code says it.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Tex">With its marks; null where it is no literal.</param>
internal sealed record WrittenFormula(string Place, string? Tex)
{
    /// <summary>All of the product.</summary>
    public static IEnumerable<WrittenFormula> All => SourceTree.Files.Where(SourceTree.IsProduct).Where(file => !IsReading(file))
        .Select(file => (File: file, Code: SourceTree.Read(file)))
        .Where(source => source.Code.Contains("Tex.Of(", StringComparison.Ordinal))
        .SelectMany(source => In(source.File, source.Code));

    /// <summary>Every <c>Tex.Of(…)</c> of a file.</summary>
    public static IEnumerable<WrittenFormula> In(string file, string code) =>
        from call in CSharpSources.Parse(file, code).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression.ToString() == "Tex.Of"
        let literal = call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax text }] ? text.Token.ValueText : null
        select new WrittenFormula($"{file}:{CSharpSources.LineOf(call)}", literal?.ReplaceLineEndings("\n").Trim());

    // The renderers ask for TeX that stands on a page.
    private static bool IsReading(string file) => file.StartsWith("shared/MlMaths.Torch/Reporting/Formulas/", StringComparison.Ordinal);
}
