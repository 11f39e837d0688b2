using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>Writes a mark at the head of every loop, on the line that stands there, so that no line number moves.</summary>
internal sealed class MarkedLoops : CSharpSyntaxRewriter
{
    /// <summary>The same program, every loop of which says where it is.</summary>
    public static SyntaxNode In(SyntaxNode root) => new MarkedLoops().Visit(root);

    public override SyntaxNode VisitForStatement(ForStatementSyntax node) =>
        Marked(
            node, (ForStatementSyntax)base.VisitForStatement(node)!, loop => loop.Statement,
            (loop, body) => loop.WithStatement(body));

    public override SyntaxNode VisitForEachStatement(ForEachStatementSyntax node) =>
        Marked(
            node, (ForEachStatementSyntax)base.VisitForEachStatement(node)!, loop => loop.Statement,
            (loop, body) => loop.WithStatement(body));

    public override SyntaxNode VisitWhileStatement(WhileStatementSyntax node) =>
        Marked(
            node, (WhileStatementSyntax)base.VisitWhileStatement(node)!, loop => loop.Statement,
            (loop, body) => loop.WithStatement(body));

    public override SyntaxNode VisitDoStatement(DoStatementSyntax node) =>
        Marked(
            node, (DoStatementSyntax)base.VisitDoStatement(node)!, loop => loop.Statement,
            (loop, body) => loop.WithStatement(body));

    private static T Marked<T>(T written, T visited, Func<T, StatementSyntax> body, Func<T, StatementSyntax, T> with) where T : SyntaxNode
    {
        int line = written.SyntaxTree.GetLineSpan(written.Span).StartLinePosition.Line + 1;
        StatementSyntax mark = SyntaxFactory.ParseStatement(
            $"global::{typeof(LoopMark).FullName}.{nameof(LoopMark.At)}({line.ToString(CultureInfo.InvariantCulture)});");
        return with(visited, SyntaxFactory.Block(mark, body(visited)));
    }
}
