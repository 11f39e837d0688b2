using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// A type is public where a project or a page needs it, where what they need cannot be spoken of without it, and where it
/// stands in a room that a learner calls whether a project does or not.
/// </summary>
public sealed partial class PublicNeedTests
{
    private static readonly string[] LearnersRooms =
    [
        "Probability", "Models", "Calculus/Autodiff", "Calculus/Checking", "Calculus/Derivations", "Calculus/Surfaces",
        "Data/Splits", "Data/Synthetic", "Evaluation/Calibration", "Evaluation/Curves", "Evaluation/Metrics",
        "Optimisation/Rules", "Optimisation/Schedules", "Optimisation/Observers",
    ];

    [Fact]
    public void What_no_project_and_no_page_needs_is_internal()
    {
        IEnumerable<string> byProjects = CSharpSources.Projects.SelectMany(project => project.Uses)
            .SelectMany(use => TypesOf(use.Symbol).Append(use.Type)).OfType<INamedTypeSymbol>().Select(FullName);
        Convention.Holds(
            Unneeded(CSharpSources.Library, [.. byProjects, .. OnPages()]),
            "Make it internal, or say on a page what it is good for:");
    }

    [Fact]
    public void A_planted_type_that_nobody_needs_is_found()
    {
        CSharpSources sources = CSharpSources.Planted("shared/MlMaths.Torch/Data/Reading/Table.cs", """
            namespace MlMaths.Torch.Data;
            public sealed class Table { public System.Collections.Generic.List<Column> Columns = []; internal Cell? First; }
            public sealed class Column { }
            public sealed class Cell { }
            public sealed class TableException : System.Exception { }
            internal sealed class Hidden { }
            """);
        Assert.Equal(["MlMaths.Torch.Data.Cell"], Unneeded(sources, ["MlMaths.Torch.Data.Table"]));
    }

    private static IEnumerable<string> Unneeded(CSharpSources library, HashSet<string> named)
    {
        INamedTypeSymbol[] all = [.. Types(library.Compilation.Assembly.GlobalNamespace).Where(IsShown)];
        HashSet<INamedTypeSymbol> needed = new(SymbolEqualityComparer.Default);
        Stack<INamedTypeSymbol> open =
            new(all.Where(type => named.Contains(FullName(type)) || IsLearners(type) || IsThrown(type)));
        while (open.TryPop(out INamedTypeSymbol? type))
        {
            if (!needed.Add(type.OriginalDefinition))
                continue;
            foreach (INamedTypeSymbol next in type.OriginalDefinition.GetMembers().Where(IsShown).SelectMany(TypesOf)
                .Concat(type.OriginalDefinition.Interfaces)
                .Concat(new[] { type.BaseType, type.ContainingType }.OfType<INamedTypeSymbol>().SelectMany(Parts)))
            {
                if (SymbolEqualityComparer.Default.Equals(next.ContainingAssembly, library.Compilation.Assembly))
                    open.Push(next);
            }
        }

        return all.Where(type => !needed.Contains(type)).Select(FullName);
    }

    /// <summary>The names of types that stand in code on a page for readers.</summary>
    private static IEnumerable<string> OnPages()
    {
        ILookup<string, string> byName = Types(CSharpSources.Library.Compilation.Assembly.GlobalNamespace)
            .ToLookup(type => type.Name, FullName);
        return SourceTree.Files.Where(file => Path.GetFileName(file) is "README.md" or "GLOSSARY.md")
            .SelectMany(page => Code().Matches(SourceTree.Read(page)))
            .SelectMany(code => Word().Matches(code.Value)).SelectMany(word => byName[word.Value]);
    }

    private static bool IsLearners(INamedTypeSymbol type)
    {
        string file = type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath;
        return LearnersRooms.Any(room => file.StartsWith($"shared/MlMaths.Torch/{room}/", StringComparison.Ordinal));
    }

    private static bool IsThrown(INamedTypeSymbol? type) =>
        type is not null && ($"{type}" == "System.Exception" || IsThrown(type.BaseType));

    /// <summary>The types that a member cannot be called without.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesOf(ISymbol member) => member switch
    {
        INamedTypeSymbol type => Parts(type),
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).SelectMany(Parts),
        IPropertySymbol property => property.Parameters.Select(parameter => parameter.Type).Append(property.Type).SelectMany(Parts),
        IFieldSymbol field => Parts(field.Type),
        IEventSymbol happening => Parts(happening.Type),
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Append(named),
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol space) =>
        space.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(child => child is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(child));

    private static bool IsShown(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || symbol is not INamedTypeSymbol || IsShown(symbol.ContainingType));

    private static string FullName(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString();

    [GeneratedRegex(@"(?ms)^```csharp\n.*?^```|`[^`\n]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();
}
