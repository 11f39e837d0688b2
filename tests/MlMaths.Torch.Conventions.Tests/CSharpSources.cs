using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>A name in a file, and what the compiler takes it for.</summary>
internal sealed record Use(SyntaxNode Node, ISymbol Symbol)
{
    // A name stands in thousands of places: it is spelt once.
    private static readonly ConcurrentDictionary<ISymbol, string> FullNames = new(SymbolEqualityComparer.Default);

    public string File => Node.SyntaxTree.FilePath;

    public int Line => CSharpSources.LineOf(Node);

    /// <summary>The type named, or the type that holds the member named.</summary>
    public INamedTypeSymbol? Type => Symbol as INamedTypeSymbol ?? Symbol.ContainingType;

    public string Assembly => Symbol.ContainingAssembly?.Name ?? "";

    /// <summary><c>System.IO.File.WriteAllText</c>, whatever the source abbreviates it to.</summary>
    public string FullName => FullNames.GetOrAdd(Symbol, _ => Symbol is INamedTypeSymbol ? $"{Type}" : $"{Type}.{Symbol.Name}");

    public override string ToString() => $"{File}:{Line} names {FullName}";
}

/// <summary>
/// C# files as the compiler reads them. The conventions ask it, and not a text search, who names what: an alias, a relative
/// name, a <c>using static</c> or an extension method hides nothing from it.
/// </summary>
internal sealed class CSharpSources
{
    /// <summary>The program that sees into all projects.</summary>
    private const string Door = "mlmaths", DoorFolder = "projects/Portfolio";

    private static readonly PortableExecutableReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file))];

    private CSharpSources(
        IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references, OutputKind kind, string name = "Sources")
    {
        CSharpCompilationOptions options = new(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        Compilation = CSharpCompilation.Create(name, trees, references, options);
        FileReading[] read = [.. Files.AsParallel().AsOrdered().Select(tree => FileReading.Of(Compilation.GetSemanticModel(tree)))];
        Uses = [.. read.SelectMany(file => file.Uses)];
        Types = read.SelectMany(file => file.Types).ToDictionary();
        NotUnderstood = [.. read.SelectMany(file => file.NotUnderstood)];
    }

    public static CSharpSources Library { get; } = Of("shared/MlMaths.Torch", OutputKind.DynamicallyLinkedLibrary);

    public static IReadOnlyList<CSharpSources> Projects { get; } =
        [.. SourceTree.Files.Where(file => file.StartsWith("projects/", StringComparison.Ordinal)
            && file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Of(Path.GetDirectoryName(file)!.Replace('\\', '/'), OutputKind.ConsoleApplication))];

    public static IEnumerable<CSharpSources> Product => [Library, .. Projects];

    public CSharpCompilation Compilation { get; }

    public IReadOnlyList<Use> Uses { get; }

    /// <summary>What an argument that is a literal, and a sum, a difference or a product of two, are taken for.</summary>
    public IReadOnlyDictionary<ExpressionSyntax, TypeInfo> Types { get; }

    /// <summary>Names that stand for nothing that the compiler knows of.</summary>
    public IReadOnlyList<SyntaxNode> NotUnderstood { get; }

    /// <summary>The trees of the files, without those that the build generates.</summary>
    public IEnumerable<SyntaxTree> Files => Compilation.SyntaxTrees.Where(tree => !tree.FilePath.Contains("/obj/"));

    /// <summary>One file of code that is not of the product: a breach that a convention must notice, or a snippet of a page.</summary>
    public static CSharpSources Planted(string file, string code, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) =>
        new([Parse(file, code), .. GlobalUsings("shared/MlMaths.Torch")], References, kind);

    /// <summary>Several files of a library that is not ours.</summary>
    public static CSharpSources Planted(IEnumerable<(string File, string Code)> files) =>
        new([.. files.Select(file => Parse(file.File, file.Code)), .. GlobalUsings("shared/MlMaths.Torch")], References,
            OutputKind.DynamicallyLinkedLibrary);

    public static SyntaxTree Parse(string file, string code) => CSharpSyntaxTree.ParseText(code, path: file);

    public static int LineOf(SyntaxNodeOrToken node) => node.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1;

    public IEnumerable<(SyntaxTree Tree, TNode Node)> Nodes<TNode>() where TNode : SyntaxNode =>
        Files.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TNode>().Select(node => (tree, node)));

    private static CSharpSources Of(string folder, OutputKind kind)
    {
        IEnumerable<SyntaxTree> trees = SourceTree.Files
            .Where(file => file.StartsWith($"{folder}/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !SourceTree.IsForLearners(file))
            .Select(file => Parse(file, SourceTree.Read(file)));
        bool library = kind == OutputKind.DynamicallyLinkedLibrary;
        return new(
            [.. trees, .. GlobalUsings(folder)],
            References.Where(reference => !library || Path.GetFileName(reference.FilePath) != "MlMaths.Torch.dll"),
            kind,
            folder == DoorFolder ? Door : "Sources");
    }

    /// <summary>What the build of the same configuration wrote for <c>ImplicitUsings</c> and <c>Using</c> items.</summary>
    private static IEnumerable<SyntaxTree> GlobalUsings(string folder)
    {
        string configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        string generated = Path.Combine(Repository.Folder, folder, "obj", configuration, "net10.0");
        return Directory.EnumerateFiles(generated, "*.GlobalUsings.g.cs")
            .Select(file => Parse(file.Replace('\\', '/'), File.ReadAllText(file)));
    }
}
