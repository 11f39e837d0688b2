using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// All that the conventions ask the compiler about one file, asked at once: to understand a method twice takes twice as long.
/// </summary>
internal sealed class FileReading
{
    private readonly List<Use> _uses = [];
    private readonly Dictionary<ExpressionSyntax, TypeInfo> _types = [];
    private readonly List<SyntaxNode> _notUnderstood = [];

    private FileReading()
    {
    }

    public IReadOnlyList<Use> Uses => _uses;

    /// <summary>What an argument that is a literal, and a sum, a difference or a product of two, are taken for.</summary>
    public IReadOnlyDictionary<ExpressionSyntax, TypeInfo> Types => _types;

    /// <summary>Names that stand for nothing that the compiler knows of.</summary>
    public IReadOnlyList<SyntaxNode> NotUnderstood => _notUnderstood;

    public static FileReading Of(SemanticModel model)
    {
        FileReading reading = new();
        foreach (SyntaxNode node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax)
                reading.Name(node, model.GetSymbolInfo(node));
            if (node is BinaryExpressionSyntax or LiteralExpressionSyntax { Parent: ArgumentSyntax })
                reading._types[(ExpressionSyntax)node] = model.GetTypeInfo(node);
        }

        return reading;
    }

    private void Name(SyntaxNode node, SymbolInfo found)
    {
        if ((found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is not { } symbol)
        {
            if (node is SimpleNameSyntax && !IsOfTheLanguage(node))
                _notUnderstood.Add(node);
        }
        else if (symbol is not INamespaceSymbol)
        {
            _uses.Add(new(node, symbol));
        }
    }

    /// <summary>var, nameof, _ for what is not wanted, <c>notnull</c> behind a <c>where</c>, and the name that an alias gives.</summary>
    private static bool IsOfTheLanguage(SyntaxNode node) =>
        $"{node}" is "var" or "nameof" or "_" or "notnull" or "unmanaged"
        || node.Parent is NameEqualsSyntax { Parent: UsingDirectiveSyntax };
}
