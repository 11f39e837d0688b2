using System.Text;
using Microsoft.CodeAnalysis;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// What the library shows to other programs, one line per type and member, by name; what the compiler adds to records
/// is left out.
/// </summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Render(Compilation compilation)
    {
        StringBuilder text = new();
        foreach (IGrouping<string, INamedTypeSymbol> space in Types(compilation.Assembly.GlobalNamespace)
            .GroupBy(type => $"{type.ContainingNamespace}")
            .OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            text.Append($"namespace {space.Key}\n");
            foreach (INamedTypeSymbol type in space.OrderBy(Name, StringComparer.Ordinal))
            {
                text.Append($"\n  {Declaration(type)}\n");
                foreach (string member in Members(type))
                    text.Append($"    {member}\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol space) =>
        space.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(child => child switch
        {
            INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
            INamespaceSymbol inner => Types(inner),
            _ => [],
        });

    private static string Declaration(INamedTypeSymbol type)
    {
        string modifier = type switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true, TypeKind: TypeKind.Class } => "abstract ",
            { IsSealed: true, TypeKind: TypeKind.Class } => "sealed ",
            _ => "",
        };
        string[] parents = [.. new[] { type.BaseType }.Concat(type.Interfaces)
            .OfType<INamedTypeSymbol>()
            .Where(parent => parent.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType
                or SpecialType.System_Enum) && parent.Name != "IEquatable")
            .Select(parent => Name(parent))];
        return $"{modifier}{type.ToDisplayString(Format)}{(parents.Length > 0 ? " : " : "")}{string.Join(", ", parents)}";
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(member => IsVisible(member) && !IsAddedByTheCompiler(member) && member is not INamedTypeSymbol)
            .Select(member => (Order: member.Name, Text: member.ToDisplayString(Format)))
            .OrderBy(member => member.Order, StringComparer.Ordinal).ThenBy(member => member.Text, StringComparer.Ordinal)
            .Select(member => member.Text);

    private static string Name(INamedTypeSymbol type) => type.ToDisplayString(Format.WithKindOptions(SymbolDisplayKindOptions.None));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    /// <summary>Accessors belong to their property. A property of a record's heading is implicit and still part of its face.</summary>
    private static bool IsAddedByTheCompiler(ISymbol member) =>
        member is IMethodSymbol { AssociatedSymbol: not null }
        || (member.IsImplicitlyDeclared && member is not IPropertySymbol { Name: not "EqualityContract" });
}
