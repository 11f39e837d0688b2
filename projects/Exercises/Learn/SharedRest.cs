using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>
/// A wrong answer holds the methods that are wrong; those that it has not come from the exercise's <c>Rest.cs</c>, where there is one, and
/// what the stub gives from the stub.
/// </summary>
internal static class SharedRest
{
    /// <summary>The whole answer: as written, and then the methods of the rest that have other names.</summary>
    /// <param name="mistake">One class.</param>
    /// <param name="rest">One class, too; what is not written in it is no method of the rest.</param>
    public static string Joined(string mistake, string rest)
    {
        ClassDeclarationSyntax own = Class(mistake);
        HashSet<string?> written = [.. own.Members.Select(Name)];
        string more = string.Concat(
            Class(rest).Members.Where(member => !written.Contains(Name(member)) && IsWritten(member))
                .Select(member => member.ToFullString()));
        return mistake.Insert(own.CloseBraceToken.FullSpan.Start, $"\n{more}");
    }

    private static ClassDeclarationSyntax Class(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First();

    private static bool IsWritten(MemberDeclarationSyntax member) =>
        !member.ToString().Contains("new NotImplementedException()", StringComparison.Ordinal);

    private static string? Name(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };
}
