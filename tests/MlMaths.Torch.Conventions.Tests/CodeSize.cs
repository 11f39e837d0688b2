using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>A file or a method with its lines of code.</summary>
internal sealed record CodeSize(string Name, int Lines)
{
    public static CodeSize OfFile(SyntaxTree tree) => new(tree.FilePath, Count(tree.GetRoot()));

    /// <summary>
    /// Methods, constructors, operators, accessors, local functions and the statements of a program; a lambda belongs
    /// to its method.
    /// </summary>
    public static IEnumerable<CodeSize> OfMethods(SyntaxTree tree)
    {
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
                yield return new($"{tree.FilePath}:{CSharpSources.LineOf(node)}", Count(node));
        }

        SyntaxNode[] statements = [.. tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>()
            .Where(node => node.Statement is not LocalFunctionStatementSyntax)];
        if (statements.Length > 0)
            yield return new($"{tree.FilePath} (its statements)", statements.Sum(Count));
    }

    /// <summary>
    /// A line of code holds more than brackets and punctuation, and is no comment, using directive or namespace. A token
    /// of several lines, such as a raw string, counts with each of them; a sentence that is folded into a sum of strings
    /// is one line, so that a width fit to read costs no length.
    /// </summary>
    private static int Count(SyntaxNode node) =>
        node.DescendantTokens(descend => descend is not UsingDirectiveSyntax)
            .Where(token => token.Parent is not (UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax)
                && !IsName(token)
                && !IsPunctuation(token))
            .SelectMany(LinesOf)
            .Distinct()
            .Count();

    private static bool IsName(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<NameSyntax>()?.Parent is BaseNamespaceDeclarationSyntax
            or UsingDirectiveSyntax;

    private static bool IsPunctuation(SyntaxToken token) =>
        token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken
            or SyntaxKind.OpenBracketToken or SyntaxKind.CloseBracketToken or SyntaxKind.SemicolonToken
            or SyntaxKind.CommaToken or SyntaxKind.EndOfFileToken;

    private static bool IsFoldedText(ExpressionSyntax text) => text switch
    {
        BinaryExpressionSyntax sum =>
            sum.IsKind(SyntaxKind.AddExpression) && IsFoldedText(sum.Left) && IsFoldedText(sum.Right),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: InterpolatedStringExpressionSyntax }] } => true,
        _ => text is InterpolatedStringExpressionSyntax || text.IsKind(SyntaxKind.StringLiteralExpression),
    };

    private static IEnumerable<int> LinesOf(SyntaxToken token)
    {
        if (token.Parent!.AncestorsAndSelf().OfType<BinaryExpressionSyntax>().LastOrDefault(IsFoldedText) is { } folded)
            return [CSharpSources.LineOf(folded) - 1];
        FileLinePositionSpan span = token.GetLocation().GetLineSpan();
        return Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
    }
}
