using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>
/// Where a learner should look: in the method that was judged, then in what it calls and in the fields that it uses, and never in a
/// neighbour that only happens to stand nearby.
/// </summary>
internal static partial class MethodLines
{
    /// <summary>
    /// The number of the first line that holds the first of the words that is found at all: in the body of the method, then in those
    /// that it calls; what a loop does comes before the line that says how often. Where none is found, the method as a whole.
    /// </summary>
    /// <param name="text">The whole file.</param>
    /// <param name="method">Its name.</param>
    /// <param name="looks">Words, the most telling one first.</param>
    public static LinePlace Of(string text, string method, IReadOnlyList<string> looks)
    {
        CompilationUnitSyntax root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        MemberDeclarationSyntax[] reached = [.. Reached(root, method)];
        IEnumerable<int> found =
            from look in looks
            from one in reached
            from line in Lines(one).Where(line => line.Text.Contains(look, StringComparison.Ordinal)).OrderBy(line => line.IsLoop)
            select line.Number;
        if (found.Select(number => (int?)number).FirstOrDefault() is { } first) return new(first, null);
        return reached.Length > 0 ? new(Number(reached[0], reached[0].Span.Start), method) : new(1, null);
    }

    // A method may be called before it is declared, or call itself: each is visited once.
    private static IEnumerable<MemberDeclarationSyntax> Reached(CompilationUnitSyntax root, string method)
    {
        var waiting = new Queue<string>([method]);
        HashSet<string> known = [method];
        while (waiting.TryDequeue(out string? name))
        {
            foreach (MemberDeclarationSyntax one in root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(one => Names(one, name)))
            {
                yield return one;
                foreach (string called in Called(one).Where(known.Add))
                    waiting.Enqueue(called);
            }
        }
    }

    private static bool Names(MemberDeclarationSyntax one, string name) => one switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text == name,
        FieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Identifier.Text == name),
        _ => false,
    };

    private static IEnumerable<string> Called(MemberDeclarationSyntax one) =>
        one.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text);

    // What a method does, and not how it is called: names of parameters are no lines to look at. A field is its whole declaration.
    private static IEnumerable<(int Number, string Text, bool IsLoop)> Lines(MemberDeclarationSyntax one)
    {
        SyntaxNode? body = one is MethodDeclarationSyntax method ? method.Body as SyntaxNode ?? method.ExpressionBody?.Expression : one;
        if (body is null) yield break;
        int first = Number(one, body.Span.Start);
        foreach ((int i, string line) in body.ToString().Split('\n').Index())
        {
            string text = line.TrimStart();
            if (text.StartsWith("//", StringComparison.Ordinal)) continue;
            yield return (first + i, text, Loop().IsMatch(text));
        }
    }

    [GeneratedRegex(@"^(for|foreach|while)\b")]
    private static partial Regex Loop();

    private static int Number(SyntaxNode one, int position) => one.SyntaxTree.GetText().Lines.GetLinePosition(position).Line + 1;
}
