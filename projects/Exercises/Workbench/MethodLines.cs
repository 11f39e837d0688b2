using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>
/// Where a learner should look: in the method that was judged, then in those that it calls, and never in a neighbour that only happens
/// to stand nearby.
/// </summary>
internal static class MethodLines
{
    /// <summary>
    /// The number of the first line that holds one of the words: in the method, then in those that it calls; else the one at which it
    /// begins.
    /// </summary>
    /// <param name="text">The whole file.</param>
    /// <param name="method">Its name.</param>
    /// <param name="looks">Words, any of which will do.</param>
    public static int Of(string text, string method, IReadOnlyList<string> looks)
    {
        CompilationUnitSyntax root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        string[] lines = [.. text.Split('\n').Select(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line)];
        SyntaxNode[] reached = [.. Reached(root, method)];
        foreach (SyntaxNode one in reached)
        {
            (int from, int to) = Lines(one);
            int found = Array.FindIndex(
                lines, from, to - from + 1, line => looks.Any(look => line.Contains(look, StringComparison.Ordinal)));
            if (found >= 0) return found + 1;
        }

        return reached.Length > 0 ? Lines(reached[0]).From + 1 : 1;
    }

    // A method may be called before it is declared, or call itself: each is visited once.
    private static IEnumerable<SyntaxNode> Reached(CompilationUnitSyntax root, string method)
    {
        var waiting = new Queue<string>([method]);
        HashSet<string> known = [method];
        while (waiting.TryDequeue(out string? name))
        {
            foreach (MethodDeclarationSyntax one in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(one => one.Identifier.Text == name))
            {
                yield return one;
                foreach (string called in Called(one).Where(known.Add))
                    waiting.Enqueue(called);
            }
        }
    }

    private static IEnumerable<string> Called(MethodDeclarationSyntax one) =>
        one.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text);

    // From the first word of the declaration: what stands above it is a comment.
    private static (int From, int To) Lines(SyntaxNode one)
    {
        FileLinePositionSpan span = one.SyntaxTree.GetLineSpan(one.Span);
        return (span.StartLinePosition.Line, span.EndLinePosition.Line);
    }
}
